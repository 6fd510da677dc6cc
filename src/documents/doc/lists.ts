import type { Look } from '../../core/document/document.ts'
import { createListCounter, type ListLevel } from '../list-counter.ts'
import type { NumeralStyle } from '../numerals.ts'
import { numberIn, type Properties, SPRM } from './properties.ts'
import { partPlace, tablePart, type WordFile } from './word-file.ts'

/** What Word shows in front of a paragraph of a list, and the place in it. */
type Numbered = { readonly text: string; readonly list: NonNullable<Look['list']> }

/** The number of the next paragraph with these properties; null where it is in no list. */
type ListNumbers = (properties: Properties) => Numbered | null

type List = { readonly key: string; readonly levels: readonly ListLevel[] }

/** Lists of a Word file (MS-DOC §2.9.146 LSTF, §2.9.131 LFO). */
export function readListNumbers(file: WordFile): ListNumbers {
  const lists = listsOf(file)
  const counter = createListCounter()
  return properties => {
    const list = lists[(numberIn(properties, SPRM.list) ?? 0) - 1]
    const level = properties.get(SPRM.listLevel)?.[0] ?? 0
    if (list === undefined) return null
    const { text, ordinal } = counter.next(list.key, level, list.levels)
    return { text, list: { id: list.key, level, ordinal } }
  }
}

const LFO_BYTES = 16

/** In the order of the numbers by which paragraphs name them. */
function listsOf(file: WordFile): List[] {
  const uses = tablePart(file, 'listUses')
  const definitions = definitionsOf(file)
  const count = uses.length < 4 ? 0 : Math.min(uses.readUInt32LE(0), Math.floor((uses.length - 4) / LFO_BYTES))
  return Array.from({ length: count }, (_, index) => {
    const at = 4 + LFO_BYTES * index
    const id = uses.readUInt32LE(at)
    const isOverridden = (uses[at + 12] ?? 0) > 0
    return { key: isOverridden ? `${id} of ${index}` : String(id), levels: definitions.get(id) ?? [] }
  })
}

const LSTF_BYTES = 28
const SIMPLE = 1

/** The lists' heads lie in their part, the levels of all of them behind it. */
function definitionsOf(file: WordFile): ReadonlyMap<number, readonly ListLevel[]> {
  const heads = tablePart(file, 'lists')
  const definitions = new Map<number, ListLevel[]>()
  let at = partPlace(file, 'lists').end
  const count = heads.length < 2 ? 0 : Math.min(heads.readUInt16LE(0), Math.floor((heads.length - 2) / LSTF_BYTES))
  for (let index = 0; index < count; index++) {
    const head = 2 + LSTF_BYTES * index
    const levels: ListLevel[] = []
    const isSimple = ((heads[head + 26] ?? 0) & SIMPLE) !== 0
    while (levels.length < (isSimple ? 1 : 9)) {
      const read = levelAt(file.table, at)
      // Numbers are no reason to give up a text.
      if (read === null) return definitions
      levels.push(read.level)
      at = read.end
    }
    definitions.set(heads.readUInt32LE(head), levels)
  }
  return definitions
}

const LVLF_BYTES = 28
const LEGAL = 0x04

/** MS-DOC §2.9.150: start, style, and behind the formatting the text, in which a character below 9 stands for a level's number. */
function levelAt(table: Buffer, at: number): { readonly level: ListLevel; readonly end: number } | null {
  const text = at + LVLF_BYTES + (table[at + 24] ?? 0) + (table[at + 25] ?? 0)
  if (text + 2 > table.length) return null
  const end = text + 2 + 2 * table.readUInt16LE(text)
  const shown = table.subarray(text + 2, end).toString('utf16le')
  const level = {
    start: table.readUInt32LE(at),
    style: STYLES[table[at + 4] ?? 0] ?? null,
    text: shown.replace(/[\0-\x08]/g, place => `%${place.charCodeAt(0) + 1}`),
    isDecimal: ((table[at + 5] ?? 0) & LEGAL) !== 0,
  }
  return { level, end }
}

/** MS-OSHARED §2.2.1.3, MSONFC. What isn't listed has no number. */
const STYLES: Readonly<Record<number, NumeralStyle>> = {
  0: 'decimal',
  1: 'Roman',
  2: 'roman',
  3: 'Letters',
  4: 'letters',
  14: 'decimal',
  15: 'decimal',
  22: 'decimal',
  10: 'digits',
  11: 'chinese',
  17: 'digits',
  18: 'circled',
  28: 'circled',
  30: 'stems',
  33: 'chinese',
  35: 'chinese',
  37: 'chinese',
  39: 'chinese',
}
