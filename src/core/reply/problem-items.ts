import type { Nouns } from '../call/nouns.ts'
import type { Problem, ProblemCode } from '../judge/problem.ts'
import { problemTitle } from '../judge/problem-text.ts'
import type { Fact, Item } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import { typeset } from '../text/typography.ts'

/** Of these `expected` is a name to copy. */
const NAMES = new Set<ProblemCode>([
  'subject.missing',
  'subject.pattern',
  'subject.placeholder',
  'file.name',
  'file.placeholder',
])

/** Of these `expected` is what the roster has near it. */
const NEAR = new Set<ProblemCode>(['branch.unknown', 'branch.ambiguous'])

/** A row of a table comes with bars between its cells, and often with its number. */
const asProse = (seen: string): string => seen.replace(/(^|；)\d{1,3} ?\| ?/g, '$1').replace(/ ?\| ?/g, '，')

const expectedFacts = ({ code, expected }: Problem, nouns: Nouns): readonly Fact[] => {
  if (expected === null) return []
  if (code === 'deliverable.missing') return []
  if (NAMES.has(code)) return [{ label: '应为', value: clean(expected), exact: true }]
  if (NEAR.has(code)) return [{ label: '应为', value: `${nouns.applicant}全称，名册中相近的有：${clean(expected)}` }]
  return [{ label: code === 'form.field-missing' ? '应填写' : '应为', value: typeset(clean(expected)) }]
}

/** Where nothing was received, there is nothing to quote. */
const seenFacts = ({ code, seen }: Problem): readonly Fact[] => {
  // Their own address: broken as a link it would only puzzle them.
  if (code.startsWith('sender.')) return []
  const value = quote(asProse(seen ?? '')) || (code === 'form.field-missing' ? '（未填写）' : '')
  return value === '' ? [] : [{ label: '收到的', value }]
}

/** A problem as 收到的 / 应为 / 怎么改; the times of a deadline's problem stand among the facts of every reply. */
const problemItem = (problem: Problem, { label, nouns, isTold = () => true }: Remedies): Item => ({
  title: problemTitle(problem, nouns),
  facts: [
    ...(problem.code.startsWith('deadline.') ? [] : [...seenFacts(problem), ...expectedFacts(problem, nouns)]),
    ...(isTold(problem) ? [{ label, value: typeset(clean(problem.remedy)) }] : []),
  ],
})

/** How what helps is headed, and of which problems it is said. */
type Remedies = {
  readonly label: string
  readonly nouns: Nouns
  readonly isTold?: (problem: Problem) => boolean
}

/** What is told in the same words (of subject and file, say) is told once. */
const once = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    ({ code, seen, expected }, index) =>
      problems.findIndex(one => one.code === code && one.seen === seen && one.expected === expected) === index,
  )

/** Fields left empty are one thing to mend. */
function gathered(all: readonly Problem[]): readonly Problem[] {
  const problems = once(all)
  const missing = problems.filter(({ code }) => code === 'form.field-missing')
  const [first] = missing
  if (first === undefined) return problems
  const fields = missing.flatMap(({ expected }) => (expected === null ? [] : [expected]))
  const one = { ...first, expected: fields.length === 0 ? null : fields.join('、') }
  return problems
    .filter(problem => problem === first || !missing.includes(problem))
    .map(problem => (problem === first ? one : problem))
}

/** What is wrong, for the sender, and what helps. */
export const problemItems = (problems: readonly Problem[], remedies: Remedies): readonly Item[] =>
  gathered(problems).map(problem => problemItem(problem, remedies))
