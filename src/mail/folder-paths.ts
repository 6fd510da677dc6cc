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

/** The paths of configured folders, each once: a name stands for itself, a special use for the folder that has it, if any. */
export function pathsOf(names: readonly string[], folders: readonly ListResponse[]): readonly string[] {
  const selectable = folders.filter(({ flags }) => !flags.has('\\Noselect'))
  const paths = names.map(name => (name.startsWith('\\') ? withUse(name, selectable)?.path : name))
  return [...new Set(paths.filter(path => path !== undefined))]
}

/** By the server's flag, else by imapflow's reading of names, else by a well-known name. */
const withUse = (use: string, folders: readonly ListResponse[]): ListResponse | undefined =>
  folders.find(({ flags }) => flags.has(use)) ??
  folders.find(({ specialUse }) => specialUse === use) ??
  folders.find(({ name }) => WELL_KNOWN[use]?.includes(name.trim().toLowerCase()))
