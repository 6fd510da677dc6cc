import type { BodyWords } from './bodies.ts'
import type { Lot } from './lot.ts'
import type { Body, TrueMeasure } from './sheet.ts'
import { type Column, foreignColumn, splitColumn, tableBody } from './table-body.ts'
import { OTHER_MEASURE_COLUMNS } from './words/others.ts'

export function measureBody(lot: Lot, measures: readonly TrueMeasure[], words: BodyWords): Body[] {
  if (lot.chance(0.6)) return [measureTable(lot, measures, words)]
  const sentence = lot.pick(SENTENCES)
  const isListed = lot.chance(0.75)
  return [
    { kind: 'lines', lines: measures.map((one, index) => `${isListed ? words.item(index) : ''}${sentence(one)}`) },
  ]
}

const SENTENCES: readonly ((measure: TrueMeasure) => string)[] = [
  ({ title, detail, dueText }) => `${title}：${detail}。完成时限：${dueText}。`,
  ({ title, detail, dueText }) => `${title}。${detail}（${dueText}）。`,
  ({ title, detail, dueText, due }) =>
    due === 'recurring' ? `${title}：${detail}，${dueText}。` : `${title}：${detail}，时间节点：${dueText}。`,
]

function measureTable(lot: Lot, measures: readonly TrueMeasure[], words: BodyWords): Body {
  const isApart = lot.chance(0.5)
  const texts: Column[] = isApart
    ? [
        {
          head: { key: 'measures.text', text: words.column('measures.text') },
          values: measures.map(({ title }) => title),
        },
        {
          head: { key: null, text: lot.pick(['内容', '具体内容', '主要内容']) },
          values: measures.map(({ detail }) => detail),
        },
      ]
    : [
        {
          head: { key: 'measures.text', text: words.column('measures.text') },
          values: measures.map(({ title, detail }) => `${title}，${detail}`),
        },
      ]
  const limit = dueColumn(lot, measures, words)
  const more = words.foreignColumns ? lot.between(0, 2) : lot.between(0, 1)
  const others = lot.some(OTHER_MEASURE_COLUMNS, more).map(one => foreignColumn(lot, [one], measures.length))
  return tableBody(
    lot,
    lot.pick([
      [...texts, limit, ...others],
      [...texts, ...others, limit],
      [limit, ...texts, ...others],
    ]),
  )
}

/** In one column, or, where every limit has a beginning, split into 起 and 止. */
function dueColumn(lot: Lot, measures: readonly TrueMeasure[], words: BodyWords): Column {
  const text = words.column('measures.due')
  if (words.foreignColumns && lot.chance(0.3) && measures.every(({ from }) => from !== null))
    return splitColumn(
      { key: 'measures.due', text: lot.pick(['起止时间', '实施时间', text]) },
      lot.pick([['起', '止'] as const, ['开始', '结束'] as const, ['自', '至'] as const]),
      measures.map(({ from, to }) => [from ?? '', to ?? ''] as const),
    )
  return { head: { key: 'measures.due', text }, values: measures.map(({ dueText }) => dueText) }
}
