import {
  addColumn,
  addEntry,
  addPart,
  columnsIn,
  entriesIn,
  movePart,
  renameColumn,
  renameEntry,
  renameSection,
  sectionsIn,
  splitSection,
} from './change.ts'
import type { Lot } from './lot.ts'
import type { Section, Sheet } from './sheet.ts'
import { FOREIGN_COLUMNS, FOREIGN_ENTRIES, FOREIGN_SECTIONS } from './words/foreign.ts'
import { OTHER_ENTRIES, OTHER_HONOUR_COLUMNS, OTHER_MEASURE_COLUMNS, OTHER_SECTIONS } from './words/others.ts'

export type Variant = { readonly sheet: Sheet; readonly told: string }

/** One change of a sheet, by lot: none of them takes anything from what it says. */
export const drawVariant = (lot: Lot, sheet: Sheet): Variant => lot.pick(Object.values(CHANGES))(lot, sheet)

export const CHANGES = {
  renamedSection: (lot: Lot, sheet: Sheet): Variant => {
    const key = lot.pick(sectionsIn(sheet))
    const to = lot.pick(FOREIGN_SECTIONS[key])
    return { sheet: renameSection(sheet, key, to), told: `${key} is «${to}»` }
  },
  renamedEntry: (lot: Lot, sheet: Sheet): Variant => {
    const keys = entriesIn(sheet)
    if (keys.length === 0) return { sheet, told: 'nothing changed' }
    const key = lot.pick(keys)
    const to = lot.pick(FOREIGN_ENTRIES[key])
    return { sheet: renameEntry(sheet, key, to), told: `${key} is «${to}»` }
  },
  renamedColumn: (lot: Lot, sheet: Sheet): Variant => {
    const keys = columnsIn(sheet)
    if (keys.length === 0) return { sheet, told: 'nothing changed' }
    const key = lot.pick(keys)
    const to = lot.pick(FOREIGN_COLUMNS[key])
    return { sheet: renameColumn(sheet, key, to), told: `${key} is «${to}»` }
  },
  movedSection: (lot: Lot, sheet: Sheet): Variant => {
    const from = lot.pick(sheet.parts.flatMap((part, index) => (part.kind === 'section' ? [index] : [])))
    const to = lot.between(0, sheet.parts.length - 1)
    return { sheet: movePart(sheet, from, to), told: `part ${from} moved to ${to}` }
  },
  splitSection: (lot: Lot, sheet: Sheet): Variant => {
    const key = lot.pick(sectionsIn(sheet))
    const second = lot.pick(FOREIGN_SECTIONS[key])
    return {
      sheet: splitSection(sheet, key, second) ?? sheet,
      told: `${key} is split, its second half under «${second}»`,
    }
  },
  splitLabel: (lot: Lot, sheet: Sheet): Variant => {
    const keys = entriesIn(sheet)
    if (keys.length === 0) return { sheet, told: 'nothing changed' }
    const key = lot.pick(keys)
    return { sheet: brokenLabel(sheet, key), told: `the label of ${key} stands in two lines` }
  },
  addedSection: (lot: Lot, sheet: Sheet): Variant => {
    const [heading, lines] = lot.pick(OTHER_SECTIONS)
    const part: Section = {
      ...{ kind: 'section', key: null, heading, prompt: null, isDown: false },
      body: [{ kind: 'lines', lines }],
      holder: sheet.parts.flatMap(one => (one.kind === 'section' ? [one.holder] : []))[0] ?? 'box',
    }
    const at = lot.between(1, sheet.parts.length)
    return { sheet: addPart(sheet, at, part), told: `«${heading}» added before part ${at}` }
  },
  addedEntry: (lot: Lot, sheet: Sheet): Variant => {
    const [label, values] = lot.pick(OTHER_ENTRIES)
    return { sheet: addEntry(sheet, label, lot.pick(values)), told: `«${label}» added` }
  },
  addedColumn: (lot: Lot, sheet: Sheet): Variant => {
    const [key, columns] = lot.pick([
      ['honours', OTHER_HONOUR_COLUMNS] as const,
      ['measures', OTHER_MEASURE_COLUMNS] as const,
    ])
    const [text, values] = lot.pick(columns)
    const column = addColumn(sheet, key, text, row => values[row % values.length] ?? '')
    return { sheet: column, told: `${key} has a column «${text}»` }
  },
} as const satisfies Readonly<Record<string, (lot: Lot, sheet: Sheet) => Variant>>

function brokenLabel(sheet: Sheet, key: string): Sheet {
  const broken = (text: string) =>
    `${text.slice(0, Math.ceil(text.length / 2))}\n${text.slice(Math.ceil(text.length / 2))}`
  const parts = sheet.parts.map(part =>
    part.kind === 'grid'
      ? {
          ...part,
          rows: part.rows.map(row =>
            row.map(place =>
              place.role === 'label' && place.key === key ? { ...place, text: broken(place.text) } : place,
            ),
          ),
        }
      : part,
  )
  return { ...sheet, parts }
}
