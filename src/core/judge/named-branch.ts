import type { Branch, Call } from '../call/call.ts'
import { namesApplicant } from '../naming/expected.ts'
import { type BranchReading, sameBranch } from '../naming/roster.ts'
import { type Finding, finding } from './findings/finding.ts'
import { expectedSubject } from './findings/naming-findings.ts'
import { makeProblem } from './problem-text.ts'
import type { NamedBranch, WrittenNames } from './written-names.ts'

type Source = {
  /** 邮件主题, 文件名, or what the form is called. */
  readonly place: string
  readonly text: string
  readonly reading: BranchReading
}

/** Reads the branch out of all three places; two roster branches contradict, one that is nowhere near the roster is a person's case. */
export function nameBranch(names: WrittenNames, call: Call, sender: string | null): NamedBranch {
  const outside = outsideForm(names)
  const sources =
    names.form === null || names.form.reading.kind === 'none' ? outside : [...outside, inForm(names.form, call)]
  const known = distinct(sources.flatMap(({ reading }) => (reading.kind === 'known' ? [reading.branch] : [])))
  const [branch, other] = known
  if (branch !== undefined && other !== undefined)
    return { name: branch.name, branch, findings: [mismatch(sources, call, branch)] }
  if (branch !== undefined) return { name: branch.name, branch, findings: besideKnown(outside, branch, call) }
  return sources.length === 0 && mayBeTold(call) ? bySender(call, sender) : withoutKnown(sources, call)
}

/** Where no rule has to name anybody, or a mail may bring what bears no name, the sender tells. */
const mayBeTold = (call: Call): boolean => !namesApplicant(call) || call.deliverables.length > 1

/** A call whose rules name nobody: the row in which the sender's address stands, else a person's case. */
function bySender(call: Call, sender: string | null): NamedBranch {
  const rows = call.roster.filter(({ emails }) => sender !== null && emails.includes(sender))
  const [branch, other] = rows
  if (branch !== undefined && other === undefined) return { name: branch.name, branch, findings: [] }
  const expected = rows.length === 0 ? null : rows.map(({ name }) => name).join('、')
  const problem = makeProblem('branch.ambiguous', { expected, detail: 'sender' }, call.nouns)
  return { name: null, branch: null, findings: [finding('person', problem)] }
}

const inForm = ({ text, reading }: Omit<Source, 'place'>, { nouns }: Call): Source => ({
  place: nouns.form,
  text,
  reading,
})

/** Subject and file first: they are what the notice prescribes. */
const outsideForm = ({ subject, file }: WrittenNames): Source[] =>
  [
    { place: '邮件主题', text: subject.text ?? '', reading: subject.reading.branch },
    ...(file === null ? [] : [{ place: '文件名', text: file.text, reading: file.reading.branch }]),
  ].filter(({ reading }) => reading.kind !== 'none')

const distinct = (branches: readonly Branch[]): Branch[] => [
  ...new Map(branches.map(branch => [branch.name, branch])).values(),
]

const mismatch = (sources: readonly Source[], call: Call, branch: Branch | null): Finding =>
  finding(
    'fixable',
    makeProblem(
      'branch.mismatch',
      {
        seen: placed(sources),
        expected: branch === null ? null : expectedSubject({ call, branch: branch.name }),
      },
      call.nouns,
    ),
  )

/** One of subject and file names the branch; the other, where it is off, must be mended, a form's own wording needn't. */
function besideKnown(outside: readonly Source[], branch: Branch, call: Call): Finding[] {
  const off = outside.filter(({ reading }) => reading.kind === 'near' || reading.kind === 'unknown')
  const expected = expectedSubject({ call, branch: branch.name })
  return off.map(source =>
    source.reading.kind === 'near'
      ? finding(
          'fixable',
          makeProblem('branch.unknown', { seen: writtenAs(source), expected: branch.name }, call.nouns),
        )
      : finding('fixable', makeProblem('branch.mismatch', { seen: placed([source]), expected }, call.nouns)),
  )
}

function withoutKnown(sources: readonly Source[], call: Call): NamedBranch {
  const [first] = sources
  if (first === undefined) return { name: null, branch: null, findings: [] }
  const ambiguous = sources.find(({ reading }) => reading.kind === 'ambiguous')
  if (ambiguous?.reading.kind === 'ambiguous') {
    const candidates = ambiguous.reading.candidates.map(({ name }) => name).join('、')
    const problem = makeProblem(
      'branch.ambiguous',
      { seen: ambiguous.reading.written, expected: candidates },
      call.nouns,
    )
    return { name: null, branch: null, findings: [finding('person', problem)] }
  }
  const near = sources.find(({ reading }) => reading.kind === 'near')
  if (near?.reading.kind === 'near') {
    const suggestions = near.reading.suggestions.map(({ name }) => name).join('、')
    const problem = makeProblem('branch.unknown', { seen: near.reading.written, expected: suggestions }, call.nouns)
    return { name: null, branch: null, findings: [finding('fixable', problem)] }
  }
  if (!sources.every(source => sameBranch(source.reading, first.reading)))
    return { name: null, branch: null, findings: [mismatch(sources, call, null)] }
  const written = writtenAs(first)
  return {
    name: null,
    branch: null,
    findings: [finding('person', makeProblem('branch.unknown', { seen: written }, call.nouns))],
  }
}

/** «甲党支部（邮件主题、申报书）；乙党支部（文件名）». */
const placed = (sources: readonly Source[]): string =>
  [...Map.groupBy(sources, writtenAs)]
    .map(([name, where]) => `${name}（${where.map(({ place }) => place).join('、')}）`)
    .join('；')

const writtenAs = ({ reading, text }: Source): string => {
  if (reading.kind === 'known') return reading.branch.name
  return reading.kind === 'none' ? text : reading.written
}
