import { decodeBytes } from './charset.ts'
import { rewriteWords } from './encoded-words.ts'
import { type RawField, rawValues } from './header-fields.ts'
import { decodeRaw } from './header-text.ts'
import type { MimePart } from './mime-parts.ts'
import { parseStructured } from './parameters.ts'
import { contentOf } from './transfer-encoding.ts'

/** The header fields that mailparser reads: structured ones, whose grammar it knows. */
const READ = ['from', 'reply-to', 'message-id', 'in-reply-to', 'references'] as const
const LONGEST_VALUE = 16_000
/** Longer bodies are cut: nothing so far behind is judged. */
const LONGEST_TEXT = 500_000

/**
 * A mail of one part, all in UTF-8, that says what the given one says: what mailparser reads rightly. Its size is bounded, and
 * there is nothing nested in it. A field that comes twice has both values: whoever wrote two senders is not taken for one of
 * them. With `tagless` an HTML body becomes plain text.
 */
export function flatMail(fields: readonly RawField[], texts: readonly MimePart[], tagless = false): Buffer {
  const header = READ.flatMap(name => {
    const values = rawValues(fields, name)
    const raw = name === 'message-id' ? (values[0] ?? '') : values.join(/from|reply-to$/.test(name) ? ', ' : ' ')
    return raw === '' ? [] : [`${name}: ${rewriteWords(raw.slice(0, LONGEST_VALUE), decodeRaw)}`]
  })
  const [first] = texts
  const text = texts.map(textOf).join('\n\n').slice(0, LONGEST_TEXT)
  const asHtml = first?.type === 'text/html' && !tagless && countTags(text) <= MOST_TAGS
  const type = asHtml ? 'text/html' : `text/plain${first === undefined ? '' : flowOf(first)}`
  const lines = [...header, `content-type: ${type}; charset=utf-8`, 'content-transfer-encoding: 8bit', '', '']
  return Buffer.from(lines.join('\r\n') + (first?.type === 'text/html' && !asHtml ? withoutTags(text) : text))
}

/** The parser's time grows with the square of the layers. */
const MOST_TAGS = 20_000

const countTags = (html: string): number => html.match(/<[a-z]/gi)?.length ?? 0

const withoutTags = (html: string): string => html.replace(/<[^<>]*>/g, ' ')

/** Flowed text (RFC 3676) is put together again by mailparser. */
function flowOf({ fields }: MimePart): string {
  const { parameters } = parseStructured(rawValues(fields, 'content-type')[0] ?? '')
  const flow = parameters.filter(({ name, raw }) => /^(?:format|delsp)$/.test(name) && /^[a-z]{1,10}$/i.test(raw))
  return flow.map(({ name, raw }) => `; ${name}=${raw}`).join('')
}

/** The text of a part. */
export function textOf(part: MimePart): string {
  const { parameters } = parseStructured(rawValues(part.fields, 'content-type')[0] ?? '')
  const label = parameters.find(({ name }) => name === 'charset')?.raw ?? null
  return decodeBytes(contentOf(part).subarray(0, LONGEST_TEXT), label).replaceAll('\0', '')
}
