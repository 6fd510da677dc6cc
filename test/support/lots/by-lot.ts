import { drawBody } from './bodies.ts'
import { drawEntries, type Told } from './entries-lot.ts'
import type { Lot } from './lot.ts'
import { itemStyles, numberText } from './numbers.ts'
import type { Entry, HeadingLook, Holder, NumberStyle, Opinions, Part, Section, SectionKey, Sheet } from './sheet.ts'
import { SECTION_KEYS } from './sheet.ts'
import {
  FIRST_CHAPTERS,
  MEASURE_PROMPTS,
  OPINION_HEADINGS,
  OTHER_SECTIONS,
  OTHER_TABLES,
  PROMPTS,
  SECOND_CHAPTERS,
} from './words/others.ts'

const FAMILIES: Readonly<Record<string, readonly Holder[]>> = {
  paragraphs: ['paragraphs'],
  boxes: ['box'],
  beside: ['beside'],
  'big left': ['big-left'],
  'big over': ['big-over'],
  'big mixed': ['big-left', 'big-left', 'big-over', 'big-together'],
  'big then paragraphs': ['big-left', 'paragraphs'],
  mixed: ['paragraphs', 'box', 'beside'],
}

const NUMBERINGS: readonly NumberStyle[] = [
  ...([
    '一、',
    '一、',
    '一、',
    '一.',
    '（一）',
    '1.',
    '1、',
    '（1）',
    '第一部分 ',
    '第一章 ',
    'Ⅰ.',
    '①',
    '1 ',
  ] as const),
  ...(['none', 'none', 'word 一、', 'word 1.'] as const),
]

/** A form laid out by lot, in these words. */
export function drawSheet(lot: Lot, told: Told): Sheet {
  const family = lot.of('family').pick(Object.keys(FAMILIES))
  const holders = FAMILIES[family] ?? []
  const isBig = holders.some(holder => holder.startsWith('big'))
  const numbering = lot.of('numbering').pick(isBig ? NUMBERINGS.filter(one => !one.startsWith('word')) : NUMBERINGS)
  const bare: readonly HeadingLook[] = ['style', 'bold', 'large']
  const hasHeading = isBig ? lot.of('basics?').chance(0.4) : lot.of('basics?').chance(0.9)
  const basics = drawEntries(lot.of('entries'), told, hasHeading ? told.words.basics : null, isBig)
  const sections = drawSections(lot, told, { holders, numbering })
  const parts: Part[] = [basics, ...sections, ...drawOpinions(lot.of('opinions'), isBig)]
  return {
    title: told.words.title,
    cover: drawCover(lot.of('cover'), told),
    instructions: lot.of('instructions').chance(0.3) ? INSTRUCTIONS : [],
    parts,
    numbering,
    chapters: drawChapters(lot.of('chapters'), parts, numbering),
    look: lot.of('look').pick(numbering === 'none' ? bare : [...bare, 'plain']),
    spacing: lot.of('spacing').pick(['', '', '  ', '　']),
    colon: lot.of('colon').pick(['：', '：', ':', '']),
  }
}

const INSTRUCTIONS: readonly string[] = [
  '填表说明',
  '1. 支部名称请填写全称，联系电话请填写常用号码。',
  '2. 工作基础、创建思路、预期成效应简明扼要，创建举措须有完成时限。',
  '3. 近三年荣誉仅填写校级及以上荣誉。',
]

/** Cover entries repeat what the table asks. */
function drawCover(lot: Lot, { answers, words }: Told): Sheet['cover'] {
  if (lot.chance(0.4)) return null
  const keys = lot.pick([
    ['branchName', 'parentOrg', 'secretary.name', 'phone'] as const,
    ['branchName', 'parentOrg'] as const,
    ['branchName', 'secretary.name', 'phone'] as const,
  ])
  const entries: Entry[] = keys.map(key => ({ key, label: words.entry(key), value: answers.entries[key] }))
  const date: Entry = {
    key: null,
    label: lot.pick(['填报日期', '填表日期', '申报时间']),
    value: lot.pick(['2024年5月16日', '    年   月   日']),
  }
  return { entries: [...entries, date], shape: lot.pick(['lines', 'ruled', 'borderless']) }
}

type Frame = { readonly holders: readonly Holder[]; readonly numbering: NumberStyle }

function drawSections(lot: Lot, told: Told, { holders, numbering }: Frame): Section[] {
  const order = drawOrder(lot.of('order')).filter(key =>
    lot.of(`asks ${key}`).chance(key === 'reviewGrades' ? 0.75 : 0.98),
  )
  const sections = order.map((key, index) =>
    drawSection(lot.of(key), key, { told, numbering, holder: holders[index % holders.length] ?? 'box' }),
  )
  const extras = told.words.hasOthers ? drawExtras(lot.of('extras'), holders) : []
  const all = [...sections]
  for (const extra of extras) all.splice(lot.of(extra.heading).between(0, all.length), 0, extra)
  return all
}

const drawOrder = (lot: Lot): readonly SectionKey[] => {
  if (lot.chance(0.5)) return SECTION_KEYS
  if (lot.chance(0.6)) return ['basis', 'honours', 'reviewGrades', 'idea', 'measures', 'outcomes']
  return lot.some(SECTION_KEYS, SECTION_KEYS.length)
}

type Drawn = { readonly told: Told; readonly numbering: NumberStyle; readonly holder: Holder }

function drawSection(lot: Lot, key: SectionKey, { told, numbering, holder }: Drawn): Section {
  const style = lot.of('items').pick(itemStyles(numbering))
  const { answers, words } = told
  const body = drawBody(lot.of('body'), key, {
    answers,
    words: { column: words.column, item: index => numberText(style, index + 1), foreignColumns: words.hasOthers },
  })
  return {
    kind: 'section',
    key,
    heading: words.section(key),
    prompt: key === 'reviewGrades' || lot.chance(0.6) ? null : lot.pick(key === 'measures' ? MEASURE_PROMPTS : PROMPTS),
    body,
    holder: holder === 'big-together' && body.some(({ kind }) => kind !== 'lines') ? 'big-over' : holder,
    isDown: lot.chance(0.25),
  }
}

/** Sections that nobody asked for. */
function drawExtras(lot: Lot, holders: readonly Holder[]): Section[] {
  const [holder = 'box'] = holders
  const texts = lot
    .some(OTHER_SECTIONS, lot.between(0, 2))
    .map(([heading, lines]) => ({ heading, body: { kind: 'lines' as const, lines } }))
  const tables = lot.some(OTHER_TABLES, lot.chance(0.4) ? 1 : 0).map(([heading, [heads = [], ...rows]]) => ({
    heading,
    body: {
      kind: 'table' as const,
      caption: null,
      heads: heads.map(text => ({ key: null, text })),
      rows,
      again: null,
      parts: [],
    },
  }))
  return [...texts, ...tables].map(({ heading, body }) => ({
    ...{ kind: 'section', key: null, heading, prompt: null, body: [body], isDown: false },
    holder: holder === 'big-together' && body.kind === 'table' ? 'big-over' : holder,
  }))
}

function drawOpinions(lot: Lot, isBig: boolean): Opinions[] {
  if (lot.chance(0.2)) return []
  const signed = lot.pick([
    '\n负责人签字：\n（盖章）\n年  月  日',
    '\n签字盖章\n    年   月   日',
    '（公章）      年   月   日',
  ])
  const boxes = lot.pick([
    ['支部意见', '学院党委意见', '学校党委意见'],
    ['支部意见', '二级党组织意见'],
    ['学院党委意见'],
  ])
  return [
    {
      kind: 'opinions',
      heading: isBig ? null : lot.pick(OPINION_HEADINGS),
      boxes: boxes.map(label => [label, signed] as const),
      shape: isBig ? 'big' : lot.pick(['rows', 'columns']),
    },
  ]
}

/** Two chapters, the first with the entries: the second begins at the first section of the plan. */
function drawChapters(lot: Lot, parts: readonly Part[], numbering: NumberStyle): Sheet['chapters'] {
  const isFit =
    ['一、', '（一）', '1.', '1、', 'none'].includes(numbering) &&
    parts.every(part => part.kind !== 'section' || !part.holder.startsWith('big'))
  const second = parts.findIndex(part => part.kind === 'section' && (part.key === 'idea' || part.key === 'measures'))
  if (!isFit || second < 2 || !lot.chance(0.3)) return []
  return [
    { before: 0, heading: `第一部分 ${lot.pick(FIRST_CHAPTERS)}` },
    { before: second, heading: `第二部分 ${lot.pick(SECOND_CHAPTERS)}` },
  ]
}
