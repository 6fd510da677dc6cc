import type { Call } from '../../call/call.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { matchBranch } from '../../naming/roster.ts'
import type { ChosenForm } from '../chosen-form.ts'
import { areOfDoubtfulApplicants, type Part } from '../parts.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'
import { expectedSubject } from './naming-findings.ts'

/** Forms of several in one mail must be sent apart; one form that names several, or forms of which nobody can say whose they are, are a person's case. */
export function severalApplicantsFindings({ chosen, call, applicant, apart }: Part): readonly Finding[] {
  if (applicant !== null) return apartFindings({ apart, applicant }, call)
  if (chosen.kind === 'filled') return jointForm(chosen.form.branchName, call)
  return areOfDoubtfulApplicants(chosen, call) ? doubtful(chosen, call) : []
}

function apartFindings({ apart, applicant }: Pick<Part, 'apart' | 'applicant'>, call: Call): readonly Finding[] {
  if (apart.length === 0) return []
  const facts = { seen: apart.join('、'), expected: expectedSubject({ call, branch: applicant?.name ?? null }) }
  return [finding('fixable', makeProblem('application.several', facts, call.nouns))]
}

function jointForm(branchName: string | null, call: Call): readonly Finding[] {
  const named = branchesIn(branchName ?? '', call).map(({ name }) => name)
  // A name that several branches share is one name.
  if (named.length < 2 || matchBranch(branchName ?? '', call).kind === 'ambiguous') return []
  const problem = makeProblem('branch.ambiguous', { seen: branchName, expected: named.join('、') }, call.nouns)
  return [finding('person', problem)]
}

function doubtful(chosen: ChosenForm, call: Call): readonly Finding[] {
  const names = chosen.kind === 'several' ? chosen.forms.flatMap(({ branchName }) => branchName ?? []) : []
  return [finding('person', makeProblem('branch.ambiguous', { seen: [...new Set(names)].join('；') }, call.nouns))]
}
