import type { BodyWords } from './bodies.ts'
import type { Lot } from './lot.ts'
import type { Body, ColumnKey, Head, TrueHonour } from './sheet.ts'
import { foreignColumn, tableBody } from './table-body.ts'
import { OTHER_HONOUR_COLUMNS } from './words/others.ts'

export function honourBody(lot: Lot, honours: readonly TrueHonour[], words: BodyWords): Body[] {
  const shape = lot.pick(['table', 'table', 'table', 'list', 'text', 'rows'] as const)
  if (shape === 'table') return [honourTable(lot, honours, words)]
  if (shape === 'rows') return [honourRows(honours, lot.pick(ROWS))]
  const sentence = sentenceOf(lot.pick(SENTENCES))
  if (shape === 'text') return [{ kind: 'lines', lines: honours.map(sentence) }]
  return [{ kind: 'lines', lines: honours.map((honour, index) => `${words.item(index)}${sentence(honour)}`) }]
}

const VALUES: Readonly<Record<string, (honour: TrueHonour) => string>> = {
  'honours.date': ({ dateText }) => dateText,
  'honours.name': ({ name }) => name,
  'honours.recipient': ({ recipient }) => recipient,
  'honours.level': ({ levelText }) => levelText,
  'honours.grantedBy': ({ grantedBy }) => grantedBy,
}

const ORDERS: readonly (readonly ColumnKey[])[] = [
  ['honours.date', 'honours.name', 'honours.recipient', 'honours.level', 'honours.grantedBy'],
  ['honours.recipient', 'honours.name', 'honours.level', 'honours.date', 'honours.grantedBy'],
  ['honours.name', 'honours.recipient', 'honours.grantedBy', 'honours.date'],
  ['honours.name', 'honours.date', 'honours.grantedBy', 'honours.level', 'honours.recipient'],
  ['honours.date', 'honours.recipient', 'honours.name', 'honours.grantedBy'],
]

function honourTable(lot: Lot, honours: readonly TrueHonour[], words: BodyWords): Body {
  const columns = lot.pick(ORDERS).map(key => ({
    head: { key, text: words.column(key) } as Head,
    values: honours.map(honour => VALUES[key]?.(honour) ?? ''),
  }))
  const more = words.foreignColumns && lot.chance(0.5) ? [foreignColumn(lot, OTHER_HONOUR_COLUMNS, honours.length)] : []
  return tableBody(lot, [...columns, ...more])
}

const ROWS: readonly (readonly string[])[] = [
  ['党支部', '党支部书记', '支部成员'],
  ['党支部荣誉', '书记荣誉', '党员荣誉'],
  ['党支部获奖情况', '党支部书记获奖情况', '支部成员获奖情况'],
]

/** «2022年6月获大连理工大学党委“先进党支部”称号（校级）» in the rows of branch, secretary and members. */
function honourRows(honours: readonly TrueHonour[], labels: readonly string[]): Body {
  const rows = (['branch', 'secretary', 'member'] as const).map((kind, index) => {
    const own = honours.filter(honour => honour.kind === kind)
    const said = own.map(({ dateText, recipient, ...honour }) => {
      const who = kind === 'member' ? recipient : ''
      return `${who}${dateText}获${honour.grantedBy}“${honour.name}”称号（${honour.levelText}）`
    })
    return [labels[index] ?? '', said.length === 0 ? '无' : `${said.join('；')}。`] as const
  })
  return { kind: 'rows', rows }
}

/** `#` when, `@` who, `&` by whom, `*` what, `^` the level. */
const SENTENCES: readonly string[] = [
  '#，@获&“*”荣誉称号（^）。',
  '#，@被&授予“*”称号（^）。',
  '@于#获得^“*”称号（&）。',
  '#：@获评“*”（^，&）。',
]

const sentenceOf =
  (pattern: string) =>
  ({ dateText, recipient, kind, grantedBy, name, levelText }: TrueHonour): string => {
    const who = kind === 'secretary' ? `支部书记${recipient}` : kind === 'member' ? `党员${recipient}` : '支部'
    const values: Readonly<Record<string, string>> = {
      '#': dateText,
      '@': who,
      '&': grantedBy,
      '*': name,
      '^': levelText,
    }
    return pattern.replace(/[#@&*^]/g, mark => values[mark] ?? '')
  }
