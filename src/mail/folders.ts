import type { ImapFlow, ListResponse, MailboxObject } from 'imapflow'
import type { ServerLine } from './fetch-answer.ts'
import { decodeRaw } from './header-text.ts'

/** Members that are not public. */
type Inner = {
  handleResponse?: (line: ServerLine) => Promise<boolean>
  exec?: (command: string, attributes: readonly Attribute[], options: unknown) => Promise<unknown>
}
type Attribute = { readonly type: string; readonly value: unknown }

/** Of names in raw bytes, by their path: what must be said to open them. */
const rawNames = new WeakMap<ImapFlow, Map<string, Buffer>>()

const LIST = /^\* X?LIST /i
/** Before it flags and delimiter stand; a literal stands beside the line. */
const NAME = /(?:"((?:[^"\\]|\\.)*)"|(\S+))$/

/** LIST. Names in GBK or UTF-8, as no standard has them, are read: imapflow takes all bytes for UTF-8, and would ask for no such folder again. */
export async function listFolders(flow: ImapFlow): Promise<readonly ListResponse[]> {
  const inner = flow as unknown as Inner
  const { handleResponse } = inner
  const names = new Map<string, Buffer>()
  rawNames.set(flow, names)
  if (handleResponse !== undefined)
    inner.handleResponse = line =>
      handleResponse.call(flow, LIST.test(line.payload.toString('latin1', 0, 8)) ? legible(line, names) : line)
  try {
    return await flow.list()
  } finally {
    if (handleResponse !== undefined) inner.handleResponse = handleResponse
  }
}

function legible(line: ServerLine, names: Map<string, Buffer>): ServerLine {
  const payload = line.payload.toString('latin1')
  const [, quoted, atom] = NAME.exec(payload) ?? []
  const literals = line.literals.map(literal => literal.toString('latin1'))
  const raw = [quoted?.replace(/\\(.)/g, '$1') ?? atom ?? '', ...literals].find(one => /[\x80-\xff]/.test(one))
  if (raw === undefined) return line
  names.set(decodeRaw(raw), Buffer.from(raw, 'latin1'))
  return {
    ...line,
    payload: Buffer.from(decodeRaw(payload)),
    literals: literals.map(one => Buffer.from(decodeRaw(one))),
  }
}

/** EXAMINE, by the bytes of the name as LIST shows it. */
export async function examine(flow: ImapFlow, path: string): Promise<MailboxObject> {
  const raw = rawNames.get(flow)?.get(path)
  const inner = flow as unknown as Inner
  const { exec } = inner
  if (raw === undefined || exec === undefined) return flow.mailboxOpen(path, { readOnly: true })
  inner.exec = (command, attributes, options) => {
    const [, ...more] = attributes
    return exec.call(
      flow,
      command,
      command === 'EXAMINE' ? [{ type: 'LITERAL', value: raw }, ...more] : attributes,
      options,
    )
  }
  try {
    return await flow.mailboxOpen(path, { readOnly: true })
  } finally {
    inner.exec = exec
  }
}
