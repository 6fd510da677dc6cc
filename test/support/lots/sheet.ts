import type { BranchType } from '../../../src/core/call/call.ts'
import type { Level, RecipientKind } from '../../../src/core/form/form.ts'

/** The single values that the call's form asks for. */
export type EntryKey =
  | 'branchName'
  | 'parentOrg'
  | 'branchType'
  | 'memberCount'
  | 'secretary.name'
  | 'secretary.post'
  | 'secretary.title'
  | 'phone'
  | 'email'

export type SectionKey = 'honours' | 'reviewGrades' | 'basis' | 'idea' | 'measures' | 'outcomes'
export type FieldKey = EntryKey | SectionKey
export type ColumnKey =
  | `honours.${'date' | 'name' | 'recipient' | 'level' | 'grantedBy'}`
  | `measures.${'text' | 'due'}`

export const ENTRY_KEYS: readonly EntryKey[] = [
  ...(['branchName', 'parentOrg', 'branchType', 'memberCount', 'secretary.name', 'secretary.post'] as const),
  ...(['secretary.title', 'phone', 'email'] as const),
]
export const SECTION_KEYS: readonly SectionKey[] = ['honours', 'reviewGrades', 'basis', 'idea', 'measures', 'outcomes']
export const isSection = (key: FieldKey): key is SectionKey => (SECTION_KEYS as readonly string[]).includes(key)

export type TrueHonour = {
  /** As the form's JSON tells it. */
  readonly date: string
  readonly name: string
  readonly recipient: string
  readonly kind: Exclude<RecipientKind, 'unknown'>
  readonly level: Exclude<Level, 'unknown'>
  readonly grantedBy: string
  /** The date as it is written, and the word for the level. */
  readonly dateText: string
  readonly levelText: string
}

export type TrueMeasure = {
  readonly title: string
  readonly detail: string
  readonly due: string
  /** When it begins and ends as two cells say it; null for what recurs. */
  readonly from: string | null
  readonly to: string | null
  readonly dueText: string
  readonly owner: string
}

/** A sub-section of a text: 教育党员有力, and what is said of it. */
export type Passage = { readonly head: string | null; readonly text: string }

/** What an invented office has to say. */
export type Answers = {
  readonly branch: string
  readonly entries: Readonly<Record<EntryKey, string>>
  readonly branchType: BranchType
  readonly memberCount: number
  readonly honours: readonly TrueHonour[]
  readonly grades: readonly { readonly year: number; readonly grade: string }[]
  readonly gradesText: string
  readonly basis: readonly Passage[]
  readonly idea: readonly Passage[]
  readonly measures: readonly TrueMeasure[]
  readonly outcomes: readonly Passage[]
}

/** A place of a table of entries: a label or a value of `key` (null: of what nobody asks), or what stands over several. */
export type Place = {
  readonly role: 'label' | 'value' | 'group'
  readonly key: EntryKey | null
  /** What else stands in it: 职务/职称. */
  readonly also?: EntryKey
  readonly text: string
  readonly wide?: number
  readonly high?: number
  /** A character a line. */
  readonly isDown?: boolean
}

export type Entry = { readonly key: EntryKey | null; readonly label: string; readonly value: string }

/** A head cell: `under` are those of the second row of heads, below it. */
export type Head = { readonly key: ColumnKey | null; readonly text: string; readonly under?: readonly Head[] }

export type BodyTable = {
  readonly kind: 'table'
  readonly caption: string | null
  readonly heads: readonly Head[]
  /** As many cells as the heads have columns; a row of one cell goes from end to end. */
  readonly rows: readonly (readonly string[])[]
  /** The heads stand once more before this row. */
  readonly again: number | null
  /** Rows that begin a table of their own, as after a page's end. */
  readonly parts: readonly number[]
}

/** Rows labelled on their left: whose honours they tell. */
export type BodyRows = { readonly kind: 'rows'; readonly rows: readonly (readonly [string, string])[] }
export type BodyLines = { readonly kind: 'lines'; readonly lines: readonly string[] }
export type Body = BodyLines | BodyTable | BodyRows

/**
 * Where a section's heading and text stand: under one another as paragraphs; the text in a box of its own; in two cells side
 * by side; in the one big table, the heading left of the text, over it, or in one cell with it.
 */
export type Holder = 'paragraphs' | 'box' | 'beside' | 'big-left' | 'big-over' | 'big-together'

export type Section = {
  readonly kind: 'section'
  readonly key: SectionKey | null
  readonly heading: string
  readonly prompt: string | null
  readonly body: readonly Body[]
  readonly holder: Holder
  readonly isDown: boolean
}

export type Grid = {
  readonly kind: 'grid'
  readonly heading: string | null
  readonly rows: readonly (readonly Place[])[]
  /** Among the rows of the one big table. */
  readonly isBig: boolean
}

export type Lines = { readonly kind: 'lines'; readonly heading: string | null; readonly entries: readonly Entry[] }

/** Who signs: label and what is printed for it. */
export type Opinions = {
  readonly kind: 'opinions'
  readonly heading: string | null
  readonly boxes: readonly (readonly [string, string])[]
  readonly shape: 'rows' | 'columns' | 'big'
}

export type Part = Section | Grid | Lines | Opinions

export type NumberStyle =
  | '一、'
  | '一.'
  | '（一）'
  | '1.'
  | '1、'
  | '（1）'
  | '第一部分 '
  | '第一章 '
  | 'Ⅰ.'
  | '①'
  | '1 '
  | 'none'
  | 'word 一、'
  | 'word 1.'

/** How headings look; in boxes and cells too. */
export type HeadingLook = 'style' | 'bold' | 'large' | 'plain'

/** A form before it is laid out: all that changes of it are plain changes of this. */
export type Sheet = {
  readonly title: readonly string[]
  readonly cover: { readonly entries: readonly Entry[]; readonly shape: 'lines' | 'ruled' | 'borderless' } | null
  readonly instructions: readonly string[]
  readonly parts: readonly Part[]
  readonly numbering: NumberStyle
  /** Chapters over the sections («第一部分 …»), each over the parts from its index on. */
  readonly chapters: readonly { readonly before: number; readonly heading: string }[]
  readonly look: HeadingLook
  /** What stands between the letters of short labels and behind labels of lines. */
  readonly spacing: '' | ' ' | '  ' | '　'
  readonly colon: '：' | ':' | ''
}

/** A form with what was meant by it. */
export type MadeForm = { readonly sheet: Sheet; readonly answers: Answers }
