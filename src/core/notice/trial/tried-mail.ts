import type { Nouns } from '../../call/nouns.ts'
import { applicantOf, type Decisions } from '../../judge/decision.ts'
import { OUTCOME_NAMES, VERDICT_NAMES } from '../../judge/outcome-names.ts'
import { problemTitle } from '../../judge/problem-text.ts'

/** A mail of a trial as it is shown: what came of it for each applicant, and the letter. */
export type TriedMail = {
  readonly name: string
  readonly subject: string
  readonly rows: readonly TriedRow[]
  readonly letter: { readonly subject: string; readonly text: string } | null
}

export type TriedRow = {
  readonly files: string
  readonly applicant: string
  readonly outcome: string
  readonly problems: string
  readonly checks: string
}

export const triedRows = (decisions: Decisions, nouns: Nouns): readonly TriedRow[] =>
  decisions.map(decision => ({
    files: decision.documents.map(document => document.name).join('、'),
    applicant: applicantOf(decision)?.shown ?? '未认定',
    outcome: OUTCOME_NAMES[decision.outcome],
    problems: decision.problems.map(problem => problemTitle(problem, nouns)).join('、') || '无',
    checks: verdicts(decision.checks ?? []),
  }))

const verdicts = (checks: readonly { readonly verdict: keyof typeof VERDICT_NAMES }[]): string =>
  [...Map.groupBy(checks, ({ verdict }) => verdict)]
    .map(([verdict, some]) => `${VERDICT_NAMES[verdict]}${some.length}`)
    .join(' ') || '无'
