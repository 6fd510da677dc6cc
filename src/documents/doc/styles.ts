import { NONE, type Properties, readProperties, SPRM, switchIn } from './properties.ts'
import { tablePart, type WordFile } from './word-file.ts'

/** A style with all that it has of those it is based on. */
export type Style = {
  readonly properties: Properties
  /** 1 to 9 for the headings that Word brings along. */
  readonly heading: number
}

/** Styles by the number by which paragraphs and runs name them. */
export type Styles = (number: number | null) => Style

type Stored = { readonly base: number; readonly style: Style }

const NO_STYLE: Style = { properties: NONE, heading: 0 }
const LONGEST_CHAIN = 20

/** MS-DOC §2.9.271, STSH. Looks are no reason to give up a text: what isn't understood is no style. */
export function readStyles(file: WordFile): Styles {
  const stored = storedIn(tablePart(file, 'styles'))
  const known = new Map<number, Style>()
  const resolve = (number: number, chain: number): Style => {
    const found = known.get(number)
    const own = stored[number]
    if (found !== undefined || own == null || chain > LONGEST_CHAIN) return found ?? NO_STYLE
    const base = resolve(own.base, chain + 1).properties
    const resolved = { ...own.style, properties: over(base, own.style.properties) }
    known.set(number, resolved)
    return resolved
  }
  return number => (number === null ? NO_STYLE : resolve(number, 0))
}

const SWITCHES = [SPRM.bold, SPRM.hidden]

function over(base: Properties, own: Properties): Properties {
  const both = new Map([...base, ...own])
  for (const code of SWITCHES) {
    const value = switchIn(own, code, switchIn(base, code))
    if (value !== undefined) both.set(code, Buffer.from([value ? 1 : 0]))
  }
  return both
}

/** Their head tells how many there are and how long what all of them begin with is. */
function storedIn(part: Buffer): (Stored | null)[] {
  if (part.length < 6) return []
  const [headBytes, count, baseBytes] = [part.readUInt16LE(0), part.readUInt16LE(2), part.readUInt16LE(4)]
  const styles: (Stored | null)[] = []
  let at = 2 + headBytes
  while (styles.length < count && at + 2 <= part.length) {
    const bytes = part.readUInt16LE(at)
    styles.push(styleIn(part.subarray(at + 2, at + 2 + bytes), baseBytes))
    at += 2 + bytes + (bytes % 2)
  }
  return styles
}

const PARAGRAPH = 1
const CHARACTER = 2

/** The name stands behind what all begin with, then properties: of a paragraph first those of its own, then of its characters. */
function styleIn(bytes: Buffer, baseBytes: number): Stored | null {
  if (bytes.length < baseBytes + 4) return null
  const [identity, kindAndBase] = [bytes.readUInt16LE(0) & 0xfff, bytes.readUInt16LE(2)]
  const kind = kindAndBase & 0xf
  if (kind !== PARAGRAPH && kind !== CHARACTER) return null
  const groups = groupsIn(bytes, baseBytes + 2 + 2 * bytes.readUInt16LE(baseBytes) + 2)
  const [first, second] = groups
  const ofParagraph = kind === PARAGRAPH ? readProperties(first?.subarray(2) ?? Buffer.alloc(0)) : NONE
  const ofCharacters = readProperties((kind === PARAGRAPH ? second : first) ?? Buffer.alloc(0))
  return {
    base: kindAndBase >> 4,
    style: { properties: new Map([...ofParagraph, ...ofCharacters]), heading: identity <= 9 ? identity : 0 },
  }
}

/** Each has its length in front, and begins at an even place. */
function groupsIn(bytes: Buffer, start: number): Buffer[] {
  const groups: Buffer[] = []
  for (let at = start; at + 2 <= bytes.length && groups.length < 2; ) {
    const length = bytes.readUInt16LE(at)
    groups.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length + (length % 2)
  }
  return groups
}
