/** Behind other switches (\* jc2 \* "Font:宋体") may stand the one for things that lie on one another. */
const EQUATION = /^\s*eq\s[^()]{0,80}\\o/i
/** Raised or lowered: «\s\up9(√)». */
const RAISED = /\\s\s?\\[a-z]{2}\s?\d{0,3}\s?\(([^()]{0,20})\)/gi
/** Behind its switches (\ac: centred) the things, in brackets, between commas. */
const OVERLAID = /\(([^(),;，；]{0,20})[,;，；]([^(),;，；]{0,20})\)/
const BOX = /^[□☐○〇口]$/
const TICK = /^[√✓✔vVxX×✗✘☑☒]$/

/**
 * What a field «eq \o\ac(□,√)» shows: a box with a tick on it is ☑; of ruby («\o\ad(\s\up 9(zhī),支)») the base. Null for any
 * other field.
 */
export function overlaidText(instruction: string): string | null {
  const code = instruction.slice(0, 200)
  if (!EQUATION.test(code)) return null
  const flat = code.replace(RAISED, (_, raised: string) => (TICK.test(raised.trim()) ? raised : ''))
  const [, below = '', above = ''] = OVERLAID.exec(flat) ?? []
  const parts = [below.trim(), above.trim()]
  const isTicked = parts.some(part => BOX.test(part)) && parts.some(part => TICK.test(part))
  return isTicked ? '☑' : parts.join('')
}
