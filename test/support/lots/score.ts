import type { Answers, EntryKey, FieldKey, Passage } from './sheet.ts'
import { ENTRY_KEYS } from './sheet.ts'
import type { ToldForm } from './told.ts'

/** Of what stands in forms, and of what was read, so much was right. */
export type Score = { readonly right: number; readonly read: number; readonly there: number }

/** The fields that are told apart: those of the form, and whose honours they are, of what level. */
export type ScoredField = FieldKey | 'honours.whose' | 'honours.level'

export type Scores = ReadonlyMap<ScoredField, Score>

/** Compares a reading with what was meant; spaces, line breaks and width are the writer's. */
export function scoreForm(told: ToldForm, answers: Answers, asked: ReadonlySet<FieldKey>): Scores {
  const scores = new Map<ScoredField, Score>()
  for (const key of ENTRY_KEYS) scores.set(key, scoreEntry(key, { told, answers, asked }))
  const of = (key: FieldKey, score: (isAsked: boolean) => Score) => scores.set(key, score(asked.has(key)))
  for (const key of ['basis', 'idea', 'outcomes'] as const)
    of(key, isAsked => scoreText(told.single[key] ?? null, isAsked ? answers[key] : null))
  of('reviewGrades', isAsked =>
    scoreList(
      told.grades,
      isAsked ? answers.grades : [],
      (one, other) => one.year === other.year && one.grade === other.grade,
    ),
  )
  of('measures', isAsked => scoreMeasures(told.measures, isAsked ? answers.measures : []))
  const honours = asked.has('honours') ? answers.honours : []
  const isSame = (one: ToldForm['honours'][number], other: Answers['honours'][number]) =>
    one.date === other.date && close(one.name ?? '') === close(other.name)
  scores.set('honours', scoreList(told.honours, honours, isSame))
  scores.set(
    'honours.whose',
    scoreList(told.honours, honours, (one, other) => isSame(one, other) && one.kind === other.kind),
  )
  scores.set(
    'honours.level',
    scoreList(told.honours, honours, (one, other) => isSame(one, other) && one.level === other.level),
  )
  return scores
}

export const close = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

type Compared = { readonly told: ToldForm; readonly answers: Answers; readonly asked: ReadonlySet<FieldKey> }

function scoreEntry(key: EntryKey, { told, answers, asked }: Compared): Score {
  const read = told.single[key] ?? null
  const there = asked.has(key) ? wanted(key, answers) : null
  return scoreOne(read !== null, there !== null, read !== null && there !== null && close(read) === close(there))
}

/** As a reading tells it: a tick by its meaning, a count as a number. */
export const wanted = (key: EntryKey, { entries, branchType, memberCount }: Answers): string =>
  key === 'branchType' ? branchType : key === 'memberCount' ? String(memberCount) : entries[key]

const scoreOne = (isRead: boolean, isThere: boolean, isRight: boolean): Score => ({
  right: Number(isRight),
  read: Number(isRead),
  there: Number(isThere),
})

/** Numbers and headings of its own are no fault of a text; a twentieth more than was said is. */
const NUMBER = /[（(]?[一二三四五六七八九十①-⑳Ⅰ-Ⅻ\d]{1,3}[)）、.．]?/g
const PROMPT = /^[(（][^()（）]{1,30}[)）]/

function scoreText(read: string | null, passages: readonly Passage[] | null): Score {
  const there = passages?.flatMap(({ head, text }) => [head ?? '', text].map(close).filter(one => one !== '')) ?? []
  const said = read === null ? '' : close(read).replace(PROMPT, '')
  const rest = there.reduce((text, one) => text.replace(one, ''), said)
  const isWhole = there.length > 0 && there.every(one => said.includes(one))
  const isPure = rest.replace(NUMBER, '').length <= Math.max(12, said.length / 20)
  return scoreOne(read !== null, passages !== null, read !== null && isWhole && isPure)
}

/** A measure is read right by its title, none else's, and its limit. */
const scoreMeasures = (read: ToldForm['measures'], there: Answers['measures']): Score =>
  scoreList(read, there, ({ text, due }, measure) => {
    const titles = there.filter(({ title }) => close(text).includes(close(title)))
    return titles.length === 1 && titles[0] === measure && due === measure.due
  })

function scoreList<Read, There>(
  read: readonly Read[],
  there: readonly There[],
  isSame: (one: Read, other: There) => boolean,
): Score {
  const open = [...there]
  let right = 0
  for (const one of read) {
    const at = open.findIndex(other => isSame(one, other))
    if (at < 0) continue
    open.splice(at, 1)
    right += 1
  }
  return { right, read: read.length, there: there.length }
}

export const add = (one: Score, other: Score): Score => ({
  right: one.right + other.right,
  read: one.read + other.read,
  there: one.there + other.there,
})

/** Shares from 0 to 1; of nothing everything is right. */
export const precision = ({ right, read }: Score): number => (read === 0 ? 1 : right / read)
export const recall = ({ right, there }: Score): number => (there === 0 ? 1 : right / there)

export function f1(score: Score): number {
  const [exact, whole] = [precision(score), recall(score)]
  return exact + whole === 0 ? 0 : (2 * exact * whole) / (exact + whole)
}
