import { type Heard, literal, type Rule, rule } from './scripted-imap.ts'

/** A message as a scripted server has it. */
export type ScriptedMessage = {
  readonly uid: number
  readonly header: string | Uint8Array
  /** BODYSTRUCTURE as it goes over the wire; a plain text where it isn't said. */
  readonly structure?: string
  readonly body?: string
  readonly internalDate?: string
  readonly size?: number
}

export const PLAIN = '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "8BIT" 2 1 NIL NIL NIL)'

/** The structure of a mail with one attached file; `name` is put in as it is, raw bytes as latin1. */
export const withFile = (name: string, type = '"APPLICATION" "OCTET-STREAM"', disposition = '"ATTACHMENT"'): string =>
  `(${PLAIN}(${type} ("NAME" "${name}") NIL NIL "BASE64" 400 NIL (${disposition} ("FILENAME" "${name}")) NIL) "MIXED" ("BOUNDARY" "x") NIL NIL)`

const raw = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text)

const headerOf = ({ header }: ScriptedMessage): Uint8Array => Buffer.concat([raw(header), Buffer.from('\r\n\r\n')])

/** «1:3,7,9:*» over numbers that exist; `n:*` takes in the last one always. */
function inSet(set: string, existing: readonly number[]): readonly number[] {
  const last = Math.max(0, ...existing)
  const number = (text: string) => (text === '*' ? last : Number(text))
  const ranges = set.split(',').map(range => {
    const [from = '', to = from] = range.split(':')
    const ends = [number(from), number(to)].sort((a, b) => a - b)
    return { from: ends[0] ?? 0, to: ends[1] ?? 0 }
  })
  return existing.filter(one => ranges.some(({ from, to }) => one >= from && one <= to))
}

/** One FETCH answer with what was asked for. */
export function fetched(asked: string, message: ScriptedMessage, sequence: number): readonly (string | Uint8Array)[] {
  const { uid, structure = PLAIN, internalDate = '15-May-2024 09:00:00 +0800', body = 'ab' } = message
  const source = Buffer.concat([headerOf(message), Buffer.from(body)])
  const pieces: (string | Uint8Array)[] = [`* ${sequence} FETCH (UID ${uid}`]
  if (/INTERNALDATE/.test(asked)) pieces.push(` INTERNALDATE "${internalDate}"`)
  if (/RFC822\.SIZE/.test(asked)) pieces.push(` RFC822.SIZE ${message.size ?? source.length}`)
  if (/BODYSTRUCTURE/.test(asked)) pieces.push(' BODYSTRUCTURE ', Buffer.from(structure, 'latin1'))
  if (/BODY\.PEEK\[HEADER\]/.test(asked)) pieces.push(' BODY[HEADER] ', ...literal(headerOf(message)))
  if (/BODY\.PEEK\[\]/.test(asked)) pieces.push(' BODY[] ', ...literal(source))
  return [...pieces, ')']
}

/** FETCH and UID FETCH over these messages, in the order of their UIDs. */
export const fetchRule = (messages: () => readonly ScriptedMessage[]): Rule => ({
  when: /^(UID )?FETCH (\S+) (.*)$/,
  answer: ({ match: [, byUid, set = '', asked = ''] }: Heard) => {
    const all = messages()
    const wanted = inSet(set, byUid === undefined ? all.map((_, index) => index + 1) : all.map(({ uid }) => uid))
    const answers = all.flatMap((message, index) =>
      wanted.includes(byUid === undefined ? index + 1 : message.uid) ? [fetched(asked, message, index + 1)] : [],
    )
    return [...answers, 'OK FETCH completed']
  },
})

/** EXAMINE of any folder, with what the server tells of it besides the number of messages. */
export const examineRule = (messages: () => readonly ScriptedMessage[], ...told: readonly string[]): Rule => ({
  when: /^EXAMINE /,
  answer: () => [`* ${messages().length} EXISTS`, '* 0 RECENT', ...told, 'OK [READ-ONLY] EXAMINE completed'],
})

/** SEARCH that is right. */
export const searchRule = (messages: () => readonly ScriptedMessage[]): Rule => ({
  when: /^UID SEARCH (\d+):(\d+)(?: SINCE (\S+))?$/,
  answer: ({ match: [, first, last, since] }: Heard) => {
    const from = since === undefined ? 0 : Date.parse(`${since} 00:00:00 +0800`)
    const found = messages()
      .slice(Number(first) - 1, Number(last))
      .filter(({ internalDate = '15-May-2024 09:00:00 +0800' }) => Date.parse(internalDate) >= from)
    return [`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trim(), 'OK SEARCH completed']
  },
})

export const NOOP = rule(/^NOOP$/, 'OK NOOP completed')
export const LOGOUT = rule(/^LOGOUT$/, '* BYE see you', 'OK LOGOUT completed')
