import { requiredOf } from '../../../src/core/form/description.ts'
import { shippedCall } from '../shipped-call.ts'
import { drawAnswers } from './answers.ts'
import { drawSheet } from './by-lot.ts'
import {
  askedIn,
  columnsIn,
  emptied,
  entriesIn,
  renameColumn,
  renameEntry,
  renameSection,
  sectionsIn,
} from './change.ts'
import { knownSheet, LAYOUTS, type LayoutName } from './known-layouts.ts'
import { layOut } from './lay-out.ts'
import { type Lot, lotOf } from './lot.ts'
import { officeForms } from './office-forms.ts'
import { drawOtherPaper } from './other-papers.ts'
import type { Piece } from './page.ts'
import { type Answers, type FieldKey, isSection, type Sheet } from './sheet.ts'
import { drawVariant } from './variants.ts'
import { drawVocabulary, type Wording } from './vocabulary.ts'
import { FOREIGN_COLUMNS, FOREIGN_ENTRIES, FOREIGN_SECTIONS, FOREIGN_TITLES } from './words/foreign.ts'
import { KNOWN_ENTRIES, KNOWN_SECTIONS } from './words/known.ts'
import { PROMPTS } from './words/others.ts'

/** What a form is and what is to become of it. */
export type Drawn = {
  readonly pieces: readonly Piece[]
  readonly answers: Answers
  /** The fields that it has an answer for; none where it is no filled form. */
  readonly asked: ReadonlySet<FieldKey>
  readonly expected: 'complete' | 'emptied' | 'blank' | 'outdated' | 'unrelated'
  /** The required field that nobody filled in, where one is emptied. */
  readonly emptied: FieldKey | null
  /** How it was drawn, for people. */
  readonly told: string
}

/** The kinds of forms, as docs/documents.md tells them. */
export const FAMILIES = {
  T: { told: 'layout A, the template’s own', draw: (seed: number) => known(seed, 'A') },
  V: { told: 'the template with one thing renamed, moved, split or added', draw: drawTemplateVariant },
  B: { told: 'layout B', draw: (seed: number) => known(seed, 'B') },
  C: { told: 'layout C', draw: (seed: number) => known(seed, 'C') },
  D: { told: 'layout D, a mixture', draw: (seed: number) => known(seed, 'D') },
  W: { told: 'layouts A to D with one foreign word', draw: drawForeignWord },
  K: { told: 'laid out by lot, in the contract’s words', draw: (seed: number) => byLot(seed, KNOWN) },
  L: { told: 'laid out by lot, in foreign words', draw: (seed: number) => byLot(seed, FOREIGN) },
  F: { told: 'laid out by lot, all in fresh words', draw: (seed: number) => byLot(seed, FRESH) },
  E: { told: 'one required field emptied under its own label', draw: drawEmptied },
  O: { told: 'written by hand as offices write them (40, by number)', draw: drawOffice },
  N: { told: 'blank, last cycle’s, unrelated papers', draw: drawOther },
} as const satisfies Readonly<Record<string, { told: string; draw: (seed: number) => Drawn }>>

export type Family = keyof typeof FAMILIES
export const isFamily = (name: string): name is Family => Object.hasOwn(FAMILIES, name)

/** The form of a family under a seed: always the same. */
export const drawForm = (family: Family, seed: number): Drawn => FAMILIES[family].draw(seed)

export const complete = (sheet: Sheet, answers: Answers, told: string): Drawn => ({
  ...{ pieces: layOut(sheet), answers, asked: askedIn(sheet), expected: 'complete', emptied: null, told },
})

function known(seed: number, name: LayoutName): Drawn {
  const lot = lotOf(seed, `layout ${name}`)
  const answers = drawAnswers(lot.of('answers'))
  return complete(knownSheet(name, answers, lot.of('sheet')), answers, `layout ${name}`)
}

const KNOWN: Wording = { share: 0, strangers: 'foreign', hasOthers: true }
const FOREIGN: Wording = { ...KNOWN, share: 0.65 }
const FRESH: Wording = { share: 1, strangers: 'fresh', hasOthers: true }

function byLot(seed: number, wording: Wording): Drawn {
  const { sheet, answers } = lotSheet(seed, wording)
  return complete(sheet, answers, 'by lot')
}

export function lotSheet(seed: number, wording: Wording): { sheet: Sheet; answers: Answers } {
  const lot = lotOf(seed, 'by lot')
  const answers = drawAnswers(lot.of('answers'))
  const words = drawVocabulary(lot.of('words'), wording)
  return { sheet: drawSheet(lot.of('sheet'), { answers, words }), answers }
}

function drawTemplateVariant(seed: number): Drawn {
  const lot = lotOf(seed, 'variant')
  const answers = drawAnswers(lot.of('answers'))
  const { sheet, told } = drawVariant(lot.of('change'), knownSheet('A', answers, lot.of('sheet')))
  return complete(sheet, answers, told)
}

function drawForeignWord(seed: number): Drawn {
  const lot = lotOf(seed, 'foreign word')
  const answers = drawAnswers(lot.of('answers'))
  const layout = lot.of('layout').pick(LAYOUTS)
  const { sheet, told } = withForeignWord(lot.of('word'), knownSheet(layout, answers, lot.of('sheet')))
  return complete(sheet, answers, `layout ${layout}, ${told}`)
}

/** A sheet with one of its headings, labels, columns or its title said in a foreign word. */
export function withForeignWord(lot: Lot, sheet: Sheet): { sheet: Sheet; told: string } {
  const changes = [
    ...sectionsIn(sheet).map(key => ({ key, to: lot.pick(FOREIGN_SECTIONS[key]), by: renameSection })),
    ...entriesIn(sheet).map(key => ({ key, to: lot.pick(FOREIGN_ENTRIES[key]), by: renameEntry })),
    ...columnsIn(sheet).map(key => ({ key, to: lot.pick(FOREIGN_COLUMNS[key]), by: renameColumn })),
    {
      key: 'title',
      to: lot.pick(FOREIGN_TITLES).join(''),
      by: (one: Sheet, _: string, to: string) => ({ ...one, title: [to] }),
    },
  ]
  const { key, to, by } = lot.pick(changes)
  return { sheet: (by as (sheet: Sheet, key: string, to: string) => Sheet)(sheet, key, to), told: `${key} is «${to}»` }
}

function drawOffice(seed: number): Drawn {
  const forms = officeForms()
  const form = forms[(seed - 1) % forms.length]
  if (form === undefined) throw new Error('no form was written by hand')
  return form
}

const REQUIRED = requiredOf(shippedCall.form) as readonly FieldKey[]

/** In a layout that is known, or by lot in the contract's words; nothing else in it is without an owner. */
function drawEmptied(seed: number): Drawn {
  const lot = lotOf(seed, 'emptied')
  const layout = lot.of('layout').pick([...LAYOUTS, 'lot', 'lot'] as const)
  const { sheet, answers } =
    layout === 'lot'
      ? lotSheet(seed, { ...KNOWN, hasOthers: false })
      : ofLayout(layout, drawAnswers(lot.of('answers')), lot.of('sheet'))
  const key = lot.of('field').pick(REQUIRED.filter(one => askedIn(sheet).has(one)))
  const prompt = lot.of('prompt').chance(0.4) ? lot.of('prompt').pick(PROMPTS) : null
  const labelled = layout === 'A' ? sheet : withOwnLabel(sheet, key)
  const drawn = complete(emptied(labelled, key, prompt), answers, `${layout}, ${key} emptied`)
  return { ...drawn, asked: new Set([...drawn.asked].filter(one => one !== key)), expected: 'emptied', emptied: key }
}

/** The label that the call's own form bears for the field. */
const withOwnLabel = (sheet: Sheet, key: FieldKey): Sheet =>
  isSection(key)
    ? renameSection(sheet, key, KNOWN_SECTIONS[key][0] ?? key)
    : renameEntry(sheet, key, KNOWN_ENTRIES[key][0] ?? key)

const ofLayout = (name: LayoutName, answers: Answers, lot: Lot) => ({ sheet: knownSheet(name, answers, lot), answers })

const NOBODY: Pick<Drawn, 'asked' | 'emptied'> = { asked: new Set(), emptied: null }

function drawOther(seed: number): Drawn {
  const lot = lotOf(seed, 'other')
  const answers = drawAnswers(lot.of('answers'))
  const kind = lot.of('kind').pick(['blank', 'outdated', 'unrelated', 'unrelated'] as const)
  if (kind === 'unrelated') {
    const { pieces, told } = drawOtherPaper(lot.of('paper'))
    return { ...NOBODY, pieces, answers, expected: kind, told }
  }
  const layout = lot.of('layout').pick(LAYOUTS)
  const sheet = knownSheet(layout, answers, lot.of('sheet'))
  const pieces = layOut(kind === 'blank' ? blanked(sheet) : lastCycles(lot.of('cycle'), sheet))
  return { ...NOBODY, pieces, answers, expected: kind, told: `layout ${layout}, ${kind}` }
}

/** As the notice hands it out. */
export function blanked(sheet: Sheet): Sheet {
  const none = {
    ...sheet,
    cover: sheet.cover && { ...sheet.cover, entries: sheet.cover.entries.map(one => ({ ...one, value: '' })) },
  }
  const all = [...askedIn(sheet)].reduce<Sheet>((one, key) => emptied(one, key, null), none)
  return {
    ...all,
    parts: all.parts.map(part =>
      part.kind === 'grid'
        ? {
            ...part,
            rows: part.rows.map(row => row.map(place => (place.role === 'value' ? { ...place, text: '' } : place))),
          }
        : part.kind === 'section' && part.key === null
          ? { ...part, body: [{ kind: 'lines' as const, lines: [''] }] }
          : part,
    ),
  }
}

/** The same form, two years before. */
function lastCycles(lot: Lot, sheet: Sheet): Sheet {
  const said = lot.pick([
    '（2022年度）',
    '创建周期：2022年5月至2024年5月',
    '建设周期：2022.05—2024.05',
    '（2022年5月-2024年5月）',
  ])
  return {
    ...sheet,
    title: [...sheet.title, said],
    instructions: sheet.instructions.filter(one => !one.includes('周期')),
  }
}
