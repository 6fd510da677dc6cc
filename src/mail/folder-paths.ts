import type { ListResponse } from 'imapflow'

/** What servers without special uses (RFC 6154) call the folder that has one. */
const WELL_KNOWN: Readonly<Record<string, readonly string[]>> = {
  '\\Junk': [
    '垃圾邮件',
    '垃圾箱',
    '垃圾邮箱',
    '垃圾信箱',
    'junk',
    'junk e-mail',
    'junk email',
    'junk mail',
    'spam',
    'bulk mail',
  ],
  '\\Sent': [
    '已发送',
    '已发送邮件',
    '已发邮件',
    '已发送的邮件',
    '已发送邮件夹',
    'sent',
    'sent messages',
    'sent items',
    'sent mail',
  ],
}

/**
 * The paths of configured folders, each once: a special use stands for the folder that has it, if any; a name for the folder that LIST shows
 * so, else for the one below the personal namespace's prefix, else for itself.
 */
export function pathsOf(names: readonly string[], folders: readonly ListResponse[], prefix = ''): readonly string[] {
  const selectable = folders.filter(({ flags }) => !flags.has('\\Noselect'))
  const isListed = (path: string) => selectable.some(one => one.path === path)
  const paths = names.map(name => {
    if (name.startsWith('\\')) return withUse(name, selectable)?.path
    if (isInbox(name)) return 'INBOX'
    return !isListed(name) && isListed(prefix + name) ? prefix + name : name
  })
  return [...new Set(paths.filter(path => path !== undefined))]
}

/** RFC 9051 §5.1: in whatever case. */
export const isInbox = (name: string): boolean => name.toUpperCase() === 'INBOX'

/** By the server's flag, else by imapflow's reading of names, else by a well-known name. */
const withUse = (use: string, folders: readonly ListResponse[]): ListResponse | undefined =>
  folders.find(({ flags }) => flags.has(use)) ??
  folders.find(({ specialUse }) => specialUse === use) ??
  folders.find(({ name }) => WELL_KNOWN[use]?.includes(name.trim().toLowerCase()))
