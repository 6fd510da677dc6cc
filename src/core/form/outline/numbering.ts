import { onceForText } from '../../words/once-for.ts'

const CHINESE = '〇一二三四五六七八九十百'
const FORMAL = '零壹贰叁肆伍陆柒捌玖拾'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value]))

/** A kind of number in front of a heading; its rank is where forms usually have it, 0 the highest. */
type Style = { readonly name: string; readonly rank: number; readonly pattern: RegExp }

const NUMBER = `[${CHINESE}]{1,3}`
/** Tried in this order on folded text (NFKC: ① is 1, Ⅳ is IV, （ is a plain bracket). */
const STYLES: readonly Style[] = [
  { name: '第一部分', rank: 0, pattern: new RegExp(`^第(${NUMBER}|\\d{1,2})(?:部分|[章篇编节])[、,.:\\s]{0,3}`) },
  { name: '表一', rank: 2, pattern: new RegExp(`^附?表(${NUMBER}|\\d{1,2})[、,.:\\s]\\s{0,3}`) },
  { name: '第一', rank: 5, pattern: new RegExp(`^第(${NUMBER})[,，:、]`) },
  { name: '一、', rank: 1, pattern: new RegExp(`^(${NUMBER})(?:\\s{0,3}[、,.:]|\\s(?!\\S\\s))\\s{0,3}`) },
  {
    name: '壹、',
    rank: 1,
    pattern: new RegExp(`^([${FORMAL}]{1,3})(?:\\s{0,3}[、,.:]|\\s(?=\\s?[\\u4e00-\\u9fff]{4}))\\s{0,3}`),
  },
  { name: '甲、', rank: 1, pattern: new RegExp(`^([${STEMS}])\\s{0,3}[、.:]\\s{0,3}`) },
  { name: '【一】', rank: 1, pattern: new RegExp(`^[【〔[](${NUMBER}|\\d{1,2})[\\]〕】]\\s{0,3}`) },
  { name: 'I.', rank: 1, pattern: /^([IVX]{1,5})(?:\s{0,3}[、,.:]|\s)\s{0,3}/ },
  { name: '(一)', rank: 2, pattern: new RegExp(`^\\((${NUMBER})\\)[、,.]?\\s{0,3}`) },
  {
    name: '1.1',
    rank: 4,
    pattern: /^\d{1,2}[.．](\d{1,2})(?:[.、\s]\s{0,3}|(?=[\u4e00-\u9fff])(?![倍亿万元米个项年月]))/,
  },
  // «2.2024年12月前完成……» is an item, «2.5» is not.
  { name: '1.', rank: 3, pattern: /^(\d{1,2})(?:[、,.)]|\s?[-—]\s)(?!\d(?!\d{3}\s?年))\s{0,3}/ },
  {
    name: '1 ',
    rank: 3,
    pattern: /^(\d{1,2})\s{1,3}(?=[\u4e00-\u9fff]{2})(?![年月次]|日(?!常)|人(?![员才])|名(?!称)|个(?!人)|项(?!目))/,
  },
  { name: '(1)', rank: 4, pattern: /^\((\d{1,2})\)[、,.]?\s{0,3}/ },
  // «01|基本情况», and «01基本情况», whose gap a PDF lost.
  {
    name: '01|',
    rank: 1,
    pattern: /^(\d{1,2}(?=\s?[|丨])|0[1-9](?=[\u4e00-\u9fff]{3})(?![年月日级届号班]))\s?[|丨]?\s?/,
  },
  { name: 'A.', rank: 3, pattern: /^([A-Z])[、,.)]\s{0,3}/ },
  { name: '①', rank: 5, pattern: /^(\d{1,2})\s{0,2}(?=[\u4e00-\u9fff“"「《])/ },
  { name: '一是', rank: 6, pattern: new RegExp(`^(${NUMBER})是`) },
]
const FIRST_DINGBAT = '❶'.charCodeAt(0)
const CIRCLED = /^[①-⑳❶-❿⑴-⒇㈠-㈩]/
/** What stands before a heading in place of a number, or beside it. */
const BULLET = /^[★☆●◆◇■▲△▼※►▷▌▎◎❖➤➢•·]\s*/
const LONGEST = 120

type Numbered = {
  readonly style: string
  readonly rank: number
  readonly ordinal: number
  /** What stands behind the number, folded (NFKC). */
  readonly rest: string
}

/** The number in front of a text, of whatever style; null where it bears none. */
export const readNumbering = onceForText((text): Numbered | null => {
  const trimmed = text.slice(0, LONGEST).trimStart().replace(BULLET, '')
  const isCircled = CIRCLED.test(trimmed)
  const folded = trimmed.replace(/^[❶-❿]/, digit => String(digit.charCodeAt(0) - FIRST_DINGBAT + 1)).normalize('NFKC')
  for (const { name, rank, pattern } of STYLES) {
    if (name === '①' && !isCircled) continue
    const match = pattern.exec(folded)
    if (match === null) continue
    return {
      style: isCircled ? '①' : name,
      rank: isCircled ? 5 : rank,
      ordinal: ordinalOf(match[1] ?? ''),
      rest: folded.slice(match[0].length),
    }
  }
  return null
})

/** A text without the number in front. */
export const withoutNumber = (text: string): string => readNumbering(text)?.rest ?? text

function ordinalOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  if (/^[IVX]+$/.test(written)) return romanOf(written)
  if (/^[A-Z]$/.test(written)) return written.charCodeAt(0) - 64
  if (STEMS.includes(written)) return STEMS.indexOf(written) + 1
  const plain = [...written].map(digit => (FORMAL.includes(digit) ? (CHINESE[FORMAL.indexOf(digit)] ?? digit) : digit))
  const [tens = '', ones = ''] = plain.includes('十') ? plain.join('').split('十') : ['', plain.join('')]
  const ten = plain.includes('十') ? (DIGITS.get(tens) ?? 1) * 10 : 0
  return ten + (DIGITS.get(ones) ?? 0)
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

const romanOf = (written: string): number =>
  [...written].reduce((sum, letter, index) => {
    const value = ROMAN[letter] ?? 0
    return sum + (value < (ROMAN[written[index + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
