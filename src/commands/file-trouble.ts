import { describeError } from '../errors.ts'

/** What keeps a command from its files, and what to do, by the system's names for it. */
const TROUBLES: Readonly<Record<string, string>> = {
  ENOSPC: 'no room is left on its volume: make some, and begin again in a new folder',
  EDQUOT: 'no room is left for this user: make some, and begin again in a new folder',
  EACCES: 'this user may not: see whom it belongs to',
  EPERM: 'this user may not: see whom it belongs to',
  EROFS: 'its volume is read-only: name another',
  ENOENT: 'it is not there',
  ENOTDIR: 'a file stands where a folder should: name another',
  EISDIR: 'it is a folder: name a file',
  ENAMETOOLONG: 'its name is too long: name a shorter folder',
}

/** An error that ends a command: that of a file in a sentence, any other in its own words. */
export function lastWords(error: unknown): string {
  const { code = '', path } = error as NodeJS.ErrnoException
  const trouble = TROUBLES[code]
  return trouble === undefined || path === undefined ? describeError(error) : `${path}: ${trouble} (${code})`
}
