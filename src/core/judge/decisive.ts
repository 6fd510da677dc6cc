import type { Problem } from './problem.ts'

/** What decides for a person, the weightiest first; whatever isn't named comes last: names are a trifle beside a form that is missing. */
const WEIGHTS: readonly RegExp[] = [
  /^deadline\./,
  /^branch\.excluded$/,
  /^sender\./,
  /^file\.(?:missing|link|format|several)$|^form\.(?:absent|blank|outdated)$|^deliverable\./,
  /^file\.unreadable$/,
  /^branch\./,
  /^form\.|^eligibility\./,
]

const weightOf = ({ code }: Problem): number => {
  const index = WEIGHTS.findIndex(weight => weight.test(code))
  return index < 0 ? WEIGHTS.length : index
}

/** The problems as staff weigh them: the decisive one first. */
export const decisiveFirst = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((one, other) => weightOf(one) - weightOf(other))
