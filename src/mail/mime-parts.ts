import { bufferOf } from './bytes.ts'
import { type DelimiterLine, type Delimiters, delimitersIn } from './delimiters.ts'
import { type RawField, rawValues, splitHeader } from './header-fields.ts'
import { parseStructured } from './parameters.ts'

/** A part that has no parts of its own, its content still encoded; `within`: the media type of the multipart around it. */
export type MimePart = {
  readonly fields: readonly RawField[]
  readonly type: string
  readonly within: string
  readonly body: Buffer
}

/** `whole`: false where there was more than is taken apart. */
type MimeParts = { readonly parts: readonly MimePart[]; readonly whole: boolean }

/** Levels of multiparts that are taken apart. */
const DEEPEST = 30

type Open = { readonly boundary: string; readonly type: string }
type Entity = { readonly fields: readonly RawField[]; readonly type: string; readonly bodyStart: number }

/**
 * The leaves of a message's tree (RFC 2046 §5.1) in their order, found in one pass over its lines: at most `most` entities, thirty levels deep. A
 * part ends where any boundary around it comes, so a missing end boundary loses nothing; a multipart whose own boundary never comes
 * is split at the one that does.
 */
export function mimePartsOf(source: Uint8Array, most: number): MimeParts {
  const bytes = bufferOf(source)
  const delimiters = delimitersIn(bytes)
  const walk: Walk = { bytes, delimiters, open: [], next: 0 }
  const parts: MimePart[] = []
  let whole = true
  let start: number | null = 0
  for (let entities = 0; start !== null; entities += 1) {
    if (entities >= most) return { parts, whole: false }
    const within = walk.open.at(-1)?.type ?? ''
    const entity = readEntity(bytes, start, within)
    walk.next = firstAt(walk, start)
    const boundary = boundaryOf(entity, walk)
    const fits = walk.open.length < DEEPEST
    if (boundary !== null && fits) walk.open.push({ boundary, type: entity.type })
    const multipart = boundary !== null || entity.type.startsWith('multipart/')
    whole &&= !multipart || (fits && delimiters.all)
    const found = nextBoundary(walk)
    const end = found === null ? bytes.length : Math.max(entity.bodyStart, found.start)
    if (boundary === null) parts.push({ ...entity, within, body: bytes.subarray(entity.bodyStart, end) })
    start = opening(found, walk)
  }
  return { parts, whole }
}

/** Where the walk stands: the multiparts around it, and the next line that may be a boundary. */
type Walk = { readonly bytes: Buffer; readonly delimiters: Delimiters; readonly open: Open[]; next: number }

function readEntity(bytes: Buffer, start: number, within: string): Entity {
  const { fields, bodyStart } = splitHeader(bytes, start)
  const [written = ''] = rawValues(fields, 'content-type')
  const { value } = parseStructured(written)
  const ordinary = within === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  return { fields, bodyStart, type: /^[a-z0-9.+_-]+\/[a-z0-9.+_-]+$/.test(value) ? value : ordinary }
}

/** Of a multipart the declared boundary where it ever comes; where it was lost, the first line that looks like one. */
function boundaryOf(entity: Entity, walk: Walk): string | null {
  const { lines } = walk.delimiters
  const index = firstAt(walk, entity.bodyStart)
  const first = lines[index]
  if (first === undefined || !(entity.type.startsWith('multipart/') || lostItsType(entity, first, walk))) return null
  const { parameters } = parseStructured(rawValues(entity.fields, 'content-type')[0] ?? '')
  const declared = parameters.find(({ name }) => name === 'boundary')?.raw.trimEnd() ?? ''
  for (let at = index; at < lines.length; at += 1)
    if (matches(lines[at]?.text ?? '', `--${declared}`)) return `--${declared}`
  return first.text.replace(/--$/, '')
}

/** A whole mail without Content-Type whose body begins with a boundary and a part's header. */
const lostItsType = ({ fields, bodyStart }: Entity, first: DelimiterLine, { bytes, open }: Walk): boolean =>
  open.length === 0 &&
  rawValues(fields, 'content-type').length === 0 &&
  first.line - bodyStart <= 4 &&
  /^content-/i.test(bytes.toString('latin1', first.end, first.end + 8))

const matches = (text: string, boundary: string): boolean => text === boundary || text === `${boundary}--`

function firstAt({ delimiters: { lines }, next }: Walk, position: number): number {
  let index = next
  while ((lines[index]?.line ?? Number.POSITIVE_INFINITY) < position) index += 1
  return index
}

type Found = { readonly start: number; readonly end: number; readonly closing: boolean }

/** The next boundary of any open multipart; those within the one that it belongs to are over. */
function nextBoundary(walk: Walk): Found | null {
  const { open, delimiters } = walk
  for (; walk.next < delimiters.lines.length; walk.next += 1) {
    const line = delimiters.lines[walk.next]
    const level = line === undefined ? -1 : open.findLastIndex(({ boundary }) => matches(line.text, boundary))
    if (line === undefined || level < 0) continue
    open.length = level + 1
    walk.next += 1
    return { start: line.start, end: line.end, closing: line.text !== open[level]?.boundary }
  }
  return null
}

/** Where the next part begins. What stands behind an end boundary is none, unless another boundary comes. */
function opening(found: Found | null, walk: Walk): number | null {
  let next = found
  while (next?.closing === true) next = nextBoundary(walk)
  return next === null ? null : next.end
}
