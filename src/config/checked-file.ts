import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { describeError, type Mistake } from '../errors.ts'
import { decodeText } from './decode-text.ts'
import { nearKey, wording } from './wording.ts'
import { yamlMistake } from './yaml-mistake.ts'

// A function made for each schema pays for itself where it is used again and again; each of these reads one file.
z.config({ jitless: true })

/** A value as its schema reads it; null with every mistake told at its place. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: (path: string) => { file: string; path: string },
  mistakes: Mistake[],
): z.output<Schema> | null {
  const result = schema.safeParse(value, { error: wording })
  if (result.success) return result.data
  const slips = misspelt(result.error.issues)
  for (const issue of result.error.issues) {
    const path = issue.path.join('.')
    if (slips.has(path)) continue
    mistakes.push({ ...place(path), message: issue.message })
  }
  return null
}

/** Where a key stands misspelt: that it is missing need not be said, too. */
const misspelt = (issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> =>
  new Set(
    issues.flatMap(issue =>
      issue.code !== 'unrecognized_keys'
        ? []
        : issue.keys.flatMap(key => {
            const siblings = issues.filter(({ path }) => path.slice(0, -1).join('.') === issue.path.join('.'))
            const near = nearKey(
              key,
              siblings.flatMap(({ path }) => path.slice(-1).map(String)),
            )
            return near === null ? [] : [[...issue.path, near].join('.')]
          }),
    ),
  )

/** A file of the folder that another one names under `path`. */
type NamedFile = { readonly folder: string; readonly file: string; readonly path: string; readonly call: string }

/** A file that a call names, as its schema reads it; null with every mistake told. */
export function readNamed<Schema extends z.ZodType>(
  named: NamedFile,
  schema: Schema,
  mistakes: Mistake[],
): z.output<Schema> | null {
  const { folder, file } = named
  if (!isThere(named, mistakes)) return null
  const settings = readYaml(folder, file, mistakes)
  return settings === undefined ? null : check(schema, settings, path => ({ file, path }), mistakes)
}

/** The bytes of a file that another one names; null with the mistake told. */
export const readNamedBytes = (named: NamedFile, mistakes: Mistake[]): Uint8Array | null =>
  isThere(named, mistakes) ? readBytes(named.folder, named.file, mistakes) : null

function isThere({ folder, file, path, call }: NamedFile, mistakes: Mistake[]): boolean {
  const there = existsSync(join(folder, file))
  if (!there) mistakes.push({ file: call, path, message: `there is no ${file}` })
  return there
}

export function readYaml(folder: string, file: string, mistakes: Mistake[]): unknown {
  const bytes = readBytes(folder, file, mistakes)
  if (bytes === null) return undefined
  const text = decodeText(bytes)
  if (text === null) mistakes.push({ file, path: '', message: 'is neither UTF-8 nor GB18030: save it again as UTF-8' })
  if (text === null) return undefined
  const document = parseDocument(text, { prettyErrors: true })
  // What follows a mistake of YAML follows from it.
  const [first] = document.errors
  if (first !== undefined) mistakes.push({ file, path: '', ...yamlMistake(first, text) })
  return document.errors.length > 0 ? undefined : (document.toJS() as unknown)
}

function readBytes(folder: string, file: string, mistakes: Mistake[]): Uint8Array | null {
  try {
    return readFileSync(join(folder, file))
  } catch (error) {
    mistakes.push({ file: join(folder, file), path: '', message: `can't be read: ${describeError(error)}` })
    return null
  }
}
