/** Characters two columns wide in a Chinese font, the ambiguous ones of UAX #11 among them. */
const WIDE =
  '\\u1100-\\u115f\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u2460-\\u27bf\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f' +
  '\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3fffd}'
const WIDE_CHARACTER = new RegExp(`[${WIDE}]`, 'u')
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

const widthOf = (character: string): number => {
  if (NO_WIDTH.test(character)) return 0
  return WIDE_CHARACTER.test(character) ? 2 : 1
}

/** Columns that a line takes where Chinese characters take two. Latin and Han, which nearly all is, are told by their numbers. */
export function displayWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code < 0xad) width += 1
    else if (code >= 0x4e00 && code <= 0x9fff) width += 2
    else {
      width += widthOf(String.fromCodePoint(code))
      if (code > 0xffff) at += 1
    }
  }
  return width
}

export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Cut with … so that it takes at most `width` columns. */
export function fitTo(text: string, width: number): string {
  if (2 * text.length <= width || displayWidth(text) <= width) return text
  let kept = ''
  let columns = 2
  for (const character of text) {
    columns += widthOf(character)
    if (columns > width) break
    kept += character
  }
  return `${kept}…`
}

const reversed = (text: string): string => [...text].reverse().join('')

/** The same, cut in the middle: names that differ at their end stay apart. */
export function fitMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  const head = fitTo(text, Math.floor(width / 2))
  return head + reversed(fitTo(reversed(text), width - displayWidth(head) + 2)).slice(1)
}

const OPENING = '（“‘《〈「『【〔«('
const CLOSING = '，。、；：？！）”’》〉」』】〕»…—'
/** What a line is never broken in: a space, a date with its time and zone, a counted noun, a run of Latin letters, one Chinese character with its marks. */
const UNIT = new RegExp(
  ` +|[${OPENING}]{0,3}(?:\\d{4}年\\d{1,2}月\\d{1,2}日(?: [\\d:]{5,8}(?:（[\\u4e00-\\u9fff]{2,6}）)?)?|第?\\d+[\\u4e00-\\u9fff]|[^ ${WIDE}]+|.)[${CLOSING}]{0,3}`,
  'gsu',
)

/** Lines of at most `width` columns; what can't be broken (a hash, a long Latin word) stands alone and may be wider. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of text.match(UNIT) ?? []) {
    if (line !== '' && displayWidth((line + unit).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? unit.trimStart() : unit
  }
  return [...lines, line.trimEnd()]
}
