import type { Call } from '../call/call.ts'
import type { Document, Table } from '../document/document.ts'
import { type FieldId, labelOf } from '../form/description.ts'
import { labelKey } from '../form/evidence/label.ts'
import { cellText } from '../form/outline/grid.ts'
import { normalise } from '../naming/normalise.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { deliverableOf } from './assigned.ts'
import type { SummaryRow } from './decision.ts'

/** A row of a summary: its cells, and those that stand under a label of the form. */
export type Row = { readonly cells: readonly string[]; readonly values: Readonly<Record<FieldId, string>> }

/** The rows of the summaries among some documents, without their titles and heads. */
export function rowsIn(documents: readonly Document[], call: Call): readonly Row[] {
  const ids = new Set(call.deliverables.filter(({ reads }) => reads === 'rows').map(({ id }) => id))
  const sheets = documents.filter(document => ids.has(deliverableOf(document, call) ?? ''))
  const tables = sheets.flatMap(({ content }) => content?.blocks ?? []).filter(block => block.kind === 'table')
  return tables.flatMap(table => rowsOf(table, call))
}

function rowsOf(table: Table, { form }: Call): readonly Row[] {
  const lines = [...Map.groupBy(table.cells, ({ row }) => row).values()].map(cells =>
    cells.map(cell => ({ column: cell.column, text: cellText(cell).trim() })),
  )
  const fields = new Map(Object.keys(form.fields).map(field => [labelKey(labelOf(form, field)), field]))
  const head = lines.findIndex(line => line.filter(({ text }) => isHead(text, fields)).length > 1)
  const columns = new Map(
    (lines[head] ?? []).flatMap(({ column, text }) => {
      const field = fieldOf(text, fields)
      return field === undefined ? [] : [[column, field] as const]
    }),
  )
  return lines.slice(head + 1).flatMap(line => {
    const written = line.filter(({ text }) => text !== '')
    if (written.filter(({ text }) => !/^[\d.、]+$/.test(text)).length === 0 || written.length < 2) return []
    const values = Object.fromEntries(
      line.flatMap(({ column, text }) => {
        const field = columns.get(column)
        return field === undefined || text === '' ? [] : [[field, text]]
      }),
    )
    return [{ cells: written.map(({ text }) => text), values }]
  })
}

type Fields = ReadonlyMap<string, FieldId>

const HEADS = pattern`^${[...listed('序号 编号 姓名 名称 类别 备注 单位'), /所在.{1,8}|联系.{1,6}/]}$`

const isHead = (text: string, fields: Fields): boolean => fieldOf(text, fields) !== undefined || HEADS.test(text)

/** The field whose label it is, also where one holds the other: 负责人 and 项目负责人. */
function fieldOf(text: string, fields: Fields): FieldId | undefined {
  const key = labelKey(text)
  if (key.length < 2) return undefined
  return (
    fields.get(key) ??
    [...fields].find(([label]) => label.length > 1 && (label.includes(key) || key.includes(label)))?.[1]
  )
}

/** What tells an application of the set, any of it: a number, a person's name, a project. */
type Told = readonly string[]

export function compared(rows: readonly Row[], told: readonly Told[]): readonly SummaryRow[] {
  const keys = told
    .flat()
    .map(normalise)
    .filter(key => key !== '')
  return rows.map(({ cells }) => ({
    row: cells.join(' | '),
    matches: cells.some(cell => keys.includes(normalise(cell))),
  }))
}

/** The differences, for staff. */
export function summaryNotes(rows: readonly Row[], told: readonly Told[], call: Call): readonly string[] {
  if (rows.length === 0) return []
  const cells = new Set(rows.flatMap(row => row.cells.map(normalise)))
  const title = call.deliverables.find(({ reads }) => reads === 'rows')?.title ?? '汇总表'
  const unlisted = told.filter(names => !names.some(name => cells.has(normalise(name)))).flatMap(([name]) => name ?? [])
  const formless = compared(rows, told).filter(({ matches }) => !matches)
  return [
    ...(unlisted.length === 0 ? [] : [`${title}中没有“${unlisted.join('”“')}”。`]),
    ...(formless.length === 0
      ? []
      : [
          `${title}中有${formless.length}行没有对应的${call.nouns.form}：${formless
            .map(({ row }) => row)
            .join('；')
            .slice(0, 200)}。`,
        ]),
  ]
}
