import type {
  BodyTable,
  ColumnKey,
  EntryKey,
  FieldKey,
  Head,
  Part,
  Place,
  Section,
  SectionKey,
  Sheet,
} from './sheet.ts'

/** Plain changes of a form; each answers another sheet. */
const withParts = (sheet: Sheet, change: (part: Part) => Part): Sheet => ({ ...sheet, parts: sheet.parts.map(change) })

export const renameSection = (sheet: Sheet, key: SectionKey, heading: string): Sheet =>
  withParts(sheet, part => (part.kind === 'section' && part.key === key ? { ...part, heading } : part))

export const renameEntry = (sheet: Sheet, key: EntryKey, label: string): Sheet =>
  withPlaces(
    sheet,
    place =>
      place.role === 'label' && place.key === key && place.also === undefined ? { ...place, text: label } : place,
    label,
    key,
  )

export const renameColumn = (sheet: Sheet, key: ColumnKey, text: string): Sheet =>
  withTables(sheet, table => ({
    ...table,
    heads: table.heads.map(head => (head.key === key ? { ...head, text } : head)),
  }))

const withTables = (sheet: Sheet, change: (table: BodyTable) => BodyTable): Sheet =>
  withParts(sheet, part =>
    part.kind === 'section'
      ? { ...part, body: part.body.map(body => (body.kind === 'table' ? change(body) : body)) }
      : part,
  )

function withPlaces(sheet: Sheet, change: (place: Place) => Place, label: string | null, key: EntryKey): Sheet {
  return withParts(sheet, part => {
    if (part.kind === 'grid') return { ...part, rows: part.rows.map(row => row.map(change)) }
    if (part.kind !== 'lines' || label === null) return part
    return { ...part, entries: part.entries.map(entry => (entry.key === key ? { ...entry, label } : entry)) }
  })
}

export const columnsIn = (sheet: Sheet): ColumnKey[] =>
  sheet.parts.flatMap(part =>
    part.kind === 'section'
      ? part.body.flatMap(body => (body.kind === 'table' ? body.heads.flatMap(({ key }: Head) => key ?? []) : []))
      : [],
  )

/** The labels of entries that bear one field alone. */
export const entriesIn = (sheet: Sheet): EntryKey[] => [
  ...new Set(
    sheet.parts.flatMap(part => {
      if (part.kind === 'lines') return part.entries.flatMap(({ key }) => key ?? [])
      if (part.kind !== 'grid') return []
      return part.rows
        .flat()
        .flatMap(({ role, key, also }) => (role === 'label' && key !== null && also === undefined ? [key] : []))
    }),
  ),
]

export const sectionsIn = (sheet: Sheet): SectionKey[] =>
  sheet.parts.flatMap(part => (part.kind === 'section' && part.key !== null ? [part.key] : []))

/** Every field that a form has a place for. */
export function askedIn(sheet: Sheet): ReadonlySet<FieldKey> {
  const values = sheet.parts.flatMap(part => {
    if (part.kind === 'lines') return part.entries.map(({ key }) => key)
    return part.kind === 'grid'
      ? part.rows.flat().flatMap(({ role, key, also = null }) => (role === 'value' ? [key, also] : []))
      : []
  })
  const cover = sheet.cover?.entries.map(({ key }) => key) ?? []
  return new Set([...values, ...cover, ...sectionsIn(sheet)].filter(key => key !== null))
}

/** Another place among the sections. */
export function movePart(sheet: Sheet, from: number, to: number): Sheet {
  const parts = [...sheet.parts]
  parts.splice(to, 0, ...parts.splice(from, 1))
  return { ...sheet, parts }
}

export function addPart(sheet: Sheet, at: number, part: Part): Sheet {
  const parts = [...sheet.parts]
  parts.splice(at, 0, part)
  return { ...sheet, parts }
}

/** One section becomes two that follow one another: half of its text or rows each; null where there is nothing to split. */
export function splitSection(sheet: Sheet, key: SectionKey, second: string): Sheet | null {
  const at = sheet.parts.findIndex(part => part.kind === 'section' && part.key === key)
  const part = sheet.parts[at]
  const [body] = part?.kind === 'section' ? part.body : []
  if (part?.kind !== 'section' || body === undefined) return null
  const all: readonly unknown[] = body.kind === 'lines' ? body.lines : body.rows
  if (all.length < 2 || body.kind === 'rows') return null
  const half = Math.ceil(all.length / 2)
  const cut = (from: number, to: number): Section => ({
    ...part,
    body: [
      body.kind === 'lines'
        ? { ...body, lines: body.lines.slice(from, to) }
        : { ...body, rows: body.rows.slice(from, to), again: null, parts: [] },
    ],
  })
  const parts = [...sheet.parts]
  parts.splice(at, 1, cut(0, half), { ...cut(half, all.length), heading: second })
  return { ...sheet, parts }
}

/** A row of the entries that nobody asked for. */
export function addEntry(sheet: Sheet, label: string, value: string): Sheet {
  let isAdded = false
  return withParts(sheet, part => {
    if (isAdded || (part.kind !== 'grid' && part.kind !== 'lines')) return part
    isAdded = true
    if (part.kind === 'lines') return { ...part, entries: [...part.entries, { key: null, label, value }] }
    const width = Math.max(...part.rows.map(row => row.reduce((sum, { wide = 1 }) => sum + wide, 0)))
    const row: Place[] = [
      { role: 'label', key: null, text: label },
      { role: 'value', key: null, text: value, wide: width - 1 },
    ]
    return { ...part, rows: [...part.rows, row] }
  })
}

/** A column at a table's end that nobody asked for. */
export const addColumn = (sheet: Sheet, key: SectionKey, text: string, values: (row: number) => string): Sheet =>
  withParts(sheet, part => {
    if (part.kind !== 'section' || part.key !== key) return part
    const body = part.body.map(one =>
      one.kind === 'table'
        ? {
            ...one,
            heads: [...one.heads, { key: null, text }],
            rows: one.rows.map((row, index) => [...row, values(index)]),
          }
        : one,
    )
    return { ...part, body }
  })

/** Nobody wrote anything into a field: its places are blank, or bear their prompt. */
export function emptied(sheet: Sheet, key: FieldKey, prompt: string | null): Sheet {
  const cover =
    sheet.cover === null
      ? null
      : { ...sheet.cover, entries: sheet.cover.entries.map(one => (one.key === key ? { ...one, value: '' } : one)) }
  return { ...sheet, cover, parts: sheet.parts.map(part => emptiedPart(part, key, prompt)) }
}

function emptiedPart(part: Part, key: FieldKey, prompt: string | null): Part {
  if (part.kind === 'lines')
    return { ...part, entries: part.entries.map(one => (one.key === key ? { ...one, value: '' } : one)) }
  if (part.kind === 'grid') return { ...part, rows: part.rows.map(row => row.map(place => emptiedPlace(place, key))) }
  if (part.kind !== 'section' || part.key !== key) return part
  return { ...part, prompt: prompt ?? part.prompt, body: part.body.map(body => emptiedBody(body)) }
}

const emptiedPlace = (place: Place, key: FieldKey): Place =>
  place.role === 'value' && (place.key === key || place.also === key) ? { ...place, text: '' } : place

function emptiedBody(body: Section['body'][number]): Section['body'][number] {
  if (body.kind === 'lines') return { ...body, lines: [''] }
  if (body.kind === 'rows') return { ...body, rows: body.rows.map(([label]) => [label, ''] as const) }
  const isNumbered = body.heads[0]?.text === '序号'
  const width = body.heads.reduce((sum, { under }) => sum + (under?.length ?? 1), 0)
  const blank = (row: number) =>
    Array.from({ length: width }, (_, column) => (column === 0 && isNumbered ? String(row + 1) : ''))
  return { ...body, again: null, parts: [], rows: [0, 1, 2].map(blank) }
}
