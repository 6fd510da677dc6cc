import { BRANCH } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { inCommonNouns, type Nouns, PLAIN_NOUNS, worded } from '../call/nouns.ts'
import { BRANCH_ENDING } from '../naming/branch-key.ts'

/** What of a call tells how staff speak of it. */
export type SpokenCall = Pick<Call, 'id' | 'nouns' | 'roster' | 'applicant' | 'short' | 'title' | 'naming'>

/** How lines are written for the calls that are open: in their nouns, with names of theirs in the examples. */
export type DeskWords = {
  readonly nouns: Nouns
  /** Each call's word for who applies, and for the form. */
  readonly applicants: readonly string[]
  readonly forms: readonly string[]
  /** Somebody of a roster, another, and one that it lacks. */
  readonly one: string
  readonly other: string
  readonly fresh: string
  /** How each call is named in front of a line, by its id. */
  readonly shorts: Readonly<Record<string, string>>
  /** Whether a roster can be amended. */
  readonly inRoster: boolean
}

/** A line's call, null where it names none, and the words of the calls that are open. */
export type At = { readonly call: string | null; readonly words: DeskWords }

const ALWAYS = ['申报人', '申请人', '申报单位']

export function deskWords(calls: readonly Partial<SpokenCall>[]): DeskWords {
  const all = calls.map(call => call.nouns ?? PLAIN_NOUNS)
  const nouns = inCommonNouns(all)
  const withRoster = calls.find(({ roster = [] }) => roster.length > 0)
  const names = (withRoster?.roster ?? []).map(({ name }) => name)
  const open = `${nouns.applicant}全称`
  return {
    nouns,
    applicants: [...new Set([...all.map(({ applicant }) => applicant), ...ALWAYS])],
    forms: [...new Set([...all.map(({ form }) => form), PLAIN_NOUNS.form])],
    one: names[1] ?? names[0] ?? open,
    other: names[2] ?? names[0] ?? open,
    fresh: `新设${withRoster?.applicant?.key === BRANCH ? BRANCH_ENDING : nouns.applicant}`,
    shorts: Object.fromEntries(calls.map(({ id = '', short = id }) => [id, short])),
    inRoster: withRoster !== undefined,
  }
}

const EXAMPLE = /\{(one|other|fresh)\}/g

/** A sentence to staff with the calls' nouns and names in it. */
export const spoken = (sentence: string, words: DeskWords): string =>
  worded(sentence, words.nouns).replace(EXAMPLE, (_, name: 'one' | 'other' | 'fresh') => words[name])
