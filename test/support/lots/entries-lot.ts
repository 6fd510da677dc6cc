import type { Lot } from './lot.ts'
import type { Answers, Entry, EntryKey, Grid, Lines, Place } from './sheet.ts'
import type { Vocabulary } from './vocabulary.ts'
import { OTHER_ENTRIES, OTHER_PEOPLE } from './words/others.ts'
import { MEMBERS } from './words/prose.ts'

export type Told = { readonly answers: Answers; readonly words: Vocabulary }

const SECRETARYS: readonly EntryKey[] = ['secretary.name', 'secretary.post', 'secretary.title', 'phone', 'email']
const ALWAYS: readonly EntryKey[] = ['branchName', 'secretary.name', 'memberCount', 'phone']

/** The entries of a form: what the call asks, as far as this form does, and what nobody asked. */
export function drawEntries(lot: Lot, { answers, words }: Told, heading: string | null, isBig: boolean): Grid | Lines {
  const asked = (Object.keys(answers.entries) as EntryKey[]).filter(key =>
    lot.of(key).chance(ALWAYS.includes(key) ? 0.98 : 0.75),
  )
  const entry = (key: EntryKey): Entry => ({ key, label: words.entry(key), value: answers.entries[key] })
  const shape = lot.pick(['pairs', 'pairs', 'people', 'group', 'over', 'lines'] as const)
  const told = {
    lot: lot.of('shape'),
    asked,
    entry,
    answers,
    others: words.hasOthers ? drawOthers(lot.of('others')) : [],
  }
  if (shape === 'lines' && !isBig) return { kind: 'lines', heading, entries: [...asked.map(entry), ...told.others] }
  const rows = { pairs, people, group, over, lines: pairs }[shape](told)
  return { kind: 'grid', heading, rows, isBig }
}

type Draw = {
  readonly lot: Lot
  readonly asked: readonly EntryKey[]
  readonly entry: (key: EntryKey) => Entry
  readonly answers: Answers
  readonly others: readonly Entry[]
}

const drawOthers = (lot: Lot): Entry[] =>
  lot.some(OTHER_ENTRIES, lot.between(0, 5)).map(([label, values]) => ({ key: null, label, value: lot.pick(values) }))

const label = ({ key, label: text }: Entry): Place => ({ role: 'label', key, text })
const value = ({ key, value: text }: Entry, wide = 1): Place => ({ role: 'value', key, text, wide })

/** Label and value side by side, one to three pairs a row; the last one reaches to the end. */
function pairs({ lot, asked, entry, others }: Draw): Place[][] {
  const entries = mingle(lot, asked.map(entry), others)
  return pairRows(entries, lot.between(1, 3))
}

function pairRows(entries: readonly Entry[], perRow: number): Place[][] {
  const rows: Place[][] = []
  for (let at = 0; at < entries.length; at += perRow) {
    const row = entries.slice(at, at + perRow)
    const missing = (perRow - row.length) * 2
    rows.push(row.flatMap((one, index) => [label(one), value(one, index === row.length - 1 ? 1 + missing : 1)]))
  }
  return rows
}

/** A row for each person: who, the name, the telephone; the secretary's first. */
function people({ lot, asked, entry, others, answers }: Draw): Place[][] {
  const rest = asked.filter(key => key !== 'secretary.name' && key !== 'phone')
  const phone = lot.pick(['联系电话', '手机', '电话'])
  const role = lot.pick(['党支部书记', '支部书记', '书记'])
  const person = (text: string, name: Place, number: Place): Place[] => [
    { role: 'label', key: name.key, text },
    name,
    { role: 'label', key: number.key, text: phone },
    number,
  ]
  const secretary = person(role, value(entry('secretary.name')), value(entry('phone')))
  const roles = others.length === 0 ? [] : lot.some(OTHER_PEOPLE, lot.between(1, 3))
  const names = lot.some(
    MEMBERS.filter(one => one !== answers.entries['secretary.name']),
    3,
  )
  const more = roles.map((one, index) =>
    person(
      one,
      { role: 'value', key: null, text: names[index] ?? '' },
      { role: 'value', key: null, text: `1390000${lot.between(1000, 9999)}` },
    ),
  )
  return [...pairRows([...rest.map(entry), ...others], 2), secretary, ...more]
}

/** «党支部书记» over several rows, with labels of its own beside it. */
function group({ lot, asked, entry, others }: Draw): Place[][] {
  const own = asked.filter(key => SECRETARYS.includes(key)).map(key => ({ ...entry(key), label: ofGroup(key, entry) }))
  if (own.length === 0) return pairRows([...asked.map(entry), ...others], 2)
  const rest = asked.filter(key => !SECRETARYS.includes(key)).map(entry)
  const rows = pairRows(own, 2).map(row => widened(row, 4))
  const head: Place = {
    role: 'group',
    key: null,
    text: lot.pick(['党支部书记', '支部书记', '书记情况']),
    high: rows.length,
  }
  const grouped = rows.map((row, index) => (index === 0 ? [head, ...row] : row))
  return [...pairRows([...rest, ...others], 2).map(row => widened(row, 5)), ...grouped]
}

const ofGroup = (key: EntryKey, entry: (key: EntryKey) => Entry): string =>
  key === 'secretary.name' ? '姓名' : entry(key).label

/** The last value of a row reaches to the table's end. */
function widened(row: readonly Place[], columns: number): Place[] {
  const before = row.slice(0, -1)
  const last = row.at(-1)
  if (last === undefined) return []
  return [...before, { ...last, wide: columns - before.reduce((sum, { wide = 1 }) => sum + wide, 0) }]
}

/** Labels in a row, their values below. */
function over({ lot, asked, entry, others }: Draw): Place[][] {
  const entries = mingle(lot, asked.map(entry), others)
  const columns = lot.between(3, 4)
  const rows: Place[][] = []
  for (let at = 0; at < entries.length; at += columns) {
    const row = entries.slice(at, at + columns)
    rows.push(
      widened(row.map(label), columns),
      widened(
        row.map(one => value(one)),
        columns,
      ),
    )
  }
  return rows
}

/** What nobody asked, somewhere among the rest. */
function mingle(lot: Lot, entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const all = [...entries]
  for (const other of others) all.splice(lot.between(1, all.length), 0, other)
  return all
}
