import { EQUATION } from '../core/document/document.ts'

/** Longer equations are no text that anybody reads as an answer. */
export const LONGEST_EQUATION = 40

const MOST_INSTRUCTION = 300
const BOX = /^[□☐○〇口]$/
const TICK = /^[√✓✔vVxX×✗✘☑☒]$/

/** The start of an element: its letter, its switches (`\ac`, `\up8`, `\* jc2`), and the bracket. */
const ELEMENT = /\\([abdfilorsx])((?:\s*\\[a-z*]{1,2}\s?(?:\d{1,3}|[[\]{}<>])?)*)\s*\(/iy

/**
 * What a field «eq …» shows: «\o\ac(□,√)», a box with a tick on it, is ☑; of ruby («\o\ad(\s\up 9(zhī),支)») the base; a fraction «\f(1,2)» is 1/2.
 * A mark where that is long or not to be understood.
 */
export function equationText(instruction: string): string {
  const code = instruction.slice(0, MOST_INSTRUCTION).replace(/^\s*eq\s+/i, '')
  // Behind other switches (\* jc2 \* "Font:宋体" \* hps10) may stand what is shown.
  const bare = code.replace(/\\\*\s*(?:"[^"]{0,40}"|[a-z0-9]{1,12})/gi, '')
  const text = argumentsIn(bare, { at: 0 }, 0).join(',').replaceAll(RAISED, '').trim()
  return text.length <= LONGEST_EQUATION ? text : EQUATION
}

/** Stands in front of what is raised or lowered. */
const RAISED = '\u0001'

const DEEPEST = 8

/** What stands between commas up to the closing bracket. */
function argumentsIn(code: string, reader: { at: number }, depth: number): string[] {
  const parts = ['']
  for (; reader.at < code.length; reader.at++) {
    const character = code.charAt(reader.at)
    if (character === ')' && depth > 0) return parts
    if (depth > 0 && /[,;，；]/.test(character)) parts.push('')
    else parts.push(parts.pop() + (character === '\\' ? elementAt(code, reader, depth) : character))
  }
  return parts
}

function elementAt(code: string, reader: { at: number }, depth: number): string {
  ELEMENT.lastIndex = reader.at
  const [start, letter = '', switches = ''] = ELEMENT.exec(code) ?? []
  if (start === undefined || depth >= DEEPEST) return code.charAt(++reader.at)
  reader.at += start.length
  const parts = argumentsIn(code, reader, depth + 1).map(part => part.trim())
  return combined(letter.toLowerCase(), switches, parts)
}

function combined(letter: string, switches: string, parts: readonly string[]): string {
  const [first = '', second = ''] = parts
  if (letter === 'o') return overlaid(parts)
  if (letter === 'f') return `${first}/${second}`
  if (letter === 'r') return parts.length > 1 ? `${first}√${second}` : `√${first}`
  if (letter === 'x') return TICK.test(first) ? '☑' : first || '□'
  if (letter === 's' && /\\(?:up|do)/i.test(switches)) return RAISED + first
  return parts.join(letter === 'l' ? ',' : '')
}

/** Raised a little is how a tick is laid on its box; anything else that is raised is ruby, over its base. */
function overlaid(parts: readonly string[]): string {
  const shown = parts.map(part => (part.startsWith(RAISED) ? part.slice(1) : part))
  if (shown.some(part => BOX.test(part)) && shown.some(part => TICK.test(part))) return '☑'
  return parts.filter(part => !part.startsWith(RAISED) || TICK.test(part.slice(1))).join('')
}
