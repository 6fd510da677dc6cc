const EQUATION = /^\s*eq\s+\\o/i
/** Behind the switches (\ac: centred; \s\up9(…): raised) the things that lie on one another, in brackets, between commas. */
const OVERLAID = /\(([^(),;，；]{0,20})[,;，；]([^(),;，；]{0,20})\)/
const BOX = /^[□☐○〇口]$/
const TICK = /^[√✓✔vVxX×✗✘☑☒]$/

/** What a field «eq \o\ac(□,√)» shows: a box with a tick on it is ☑. Null for any other field. */
export function overlaidText(instruction: string): string | null {
  const code = instruction.slice(0, 200)
  const [, below = '', above = ''] = EQUATION.test(code)
    ? (OVERLAID.exec(code.replace(/\\s\\[a-z]+\d*/gi, '')) ?? [])
    : []
  const parts = [below.trim(), above.trim()]
  if (parts.join('') === '') return null
  const hasBox = parts.some(part => BOX.test(part))
  return hasBox && parts.some(part => TICK.test(part)) ? '☑' : parts.join('')
}
