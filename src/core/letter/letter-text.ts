import { displayWidth, fitMiddle, padTo, wrap } from '../text/text-width.ts'
import type { Bar, Block, Column, Fact, Item, Letter } from './letter.ts'

const WIDTH = 72
/** RFC 5322 §2.1.1: more than 78 columns are broken by somebody else. */
const WIDEST = 78

type Lines = readonly string[]

/** `first` before the first line, as many spaces before the others. */
const hang = (first: string, text: string, indent = 0): Lines => {
  const rest = ' '.repeat(indent + displayWidth(first))
  const lines = wrap(text, WIDTH - rest.length)
  return lines.map((line, index) => (index === 0 ? `${' '.repeat(indent)}${first}${line}` : `${rest}${line}`))
}

const exactLines = (label: string, { value, exact }: Fact, indent: number): Lines => {
  const space = ' '.repeat(indent)
  const inLine = `${space}${label}${value}`
  return displayWidth(inLine) <= (exact === 'line' ? WIDEST : WIDTH)
    ? [inLine]
    : [`${space}${label}`.trimEnd(), `${space}${value}`]
}

const factLines = (facts: readonly Fact[], indent = 0): Lines => {
  const width = Math.max(...facts.map(fact => displayWidth(fact.label))) + 2
  return facts.flatMap(fact => {
    const label = padTo(`${fact.label}：`, width)
    return fact.exact === undefined ? hang(label, fact.value, indent) : exactLines(label, fact, indent)
  })
}

const itemLines = (number: string, { title, facts }: Item, index: number): Lines => [
  ...(index > 0 ? [''] : []),
  ...hang(number, title),
  ...factLines(facts, number.length),
]

const tableLines = (columns: readonly Column[], rows: readonly Lines[]): Lines => {
  const all = [columns.map(column => column.title), ...rows]
  const widths = columns.map((column, index) =>
    Math.min(column.width, Math.max(...all.map(row => displayWidth(row[index] ?? '')))),
  )
  const line = (row: Lines) => widths.map((width, index) => padTo(fitMiddle(row[index] ?? '', width), width)).join('  ')
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  const [head, ...body] = all.map(row => line(row).trimEnd())
  return [head ?? '', rule, ...body]
}

const FULL = '■'
const HOLLOW = '□'
/** Signs in the longest bar, each two columns wide. */
const LONGEST = 20

const barLines = (bars: readonly Bar[], legend: string): Lines => {
  const most = Math.max(LONGEST, ...bars.map(({ good, other }) => good + other))
  const signs = (count: number) => Math.ceil((count * LONGEST) / most)
  const labels = Math.max(...bars.map(({ label }) => displayWidth(label)))
  const line = ({ label, good, other, mark }: Bar): string =>
    [padTo(label, labels), FULL.repeat(signs(good)) + HOLLOW.repeat(signs(other)), `${good + other || ''}`, mark ?? '']
      .filter((part, index) => index === 0 || part !== '')
      .join(' ')
  return [...bars.map(line), `（${legend}）`]
}

const blockLines = (block: Block): Lines => {
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text, WIDTH)
    case 'part':
      return ['─'.repeat(WIDTH / 2), ...wrap(block.text, WIDTH)]
    case 'heading':
      return [`【${block.text}】`]
    case 'facts':
      return factLines(block.facts)
    case 'items':
      return block.items.flatMap((item, index) => itemLines(block.unnumbered ? '■ ' : `${index + 1}. `, item, index))
    case 'list':
      return block.lines.flatMap(line => hang('- ', line))
    case 'copy':
      return [`${block.label}：`, block.value]
    case 'passage':
      return block.lines.flatMap(line => wrap(line, WIDTH))
    case 'bars':
      return barLines(block.bars, `${FULL}${block.good} ${HOLLOW}${block.other}`)
    case 'table':
      return tableLines(block.columns, block.rows)
    default:
      return block satisfies never
  }
}

/** A heading stands right above its section. */
const gapAfter = (block: Block): Lines => (block.kind === 'heading' ? [] : [''])

/** The letter as plain text: at most 72 columns, but for what must not be broken. */
export function letterText({ greeting, lead, blocks, signature }: Letter): string {
  const opening = [...(greeting === null ? [] : [greeting, '']), ...wrap(lead, WIDTH), '']
  const body = blocks.flatMap(block => [...blockLines(block), ...gapAfter(block)])
  return [...opening, ...body, '-- ', ...signature.flatMap(line => wrap(line, WIDTH)), ''].join('\n')
}
