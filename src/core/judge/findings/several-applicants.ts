import type { Call } from '../../call/call.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { matchBranch } from '../../naming/roster.ts'
import type { ChosenForm } from '../chosen-form.ts'
import { type Apart, areOfDoubtfulApplicants, type Claim } from '../claims.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'
import { expectedSubject } from './naming-findings.ts'

/** Forms of several in one mail must be sent apart; one form that names several, or forms of which nobody can say whose they are, are a person's case. */
export function severalApplicantsFindings({ chosen, apart }: Claim, call: Call): readonly Finding[] {
  if (apart !== undefined) return [mustComeApart(apart, call)]
  if (chosen.kind === 'filled') return jointForm(chosen.form.branchName, call)
  return areOfDoubtfulApplicants(chosen, call) ? doubtful(chosen, call) : []
}

const mustComeApart = ({ branch, applicant: { shown }, values, names }: Apart, call: Call): Finding => {
  const facts = {
    seen: names.join('、'),
    expected: expectedSubject({ call, branch: branch?.name ?? null, shown, values }),
  }
  return finding('fixable', makeProblem('application.several', facts, call.nouns))
}

function jointForm(branchName: string | null, call: Call): readonly Finding[] {
  const named = branchesIn(branchName ?? '', call).map(({ name }) => name)
  // A name that several branches share is one name.
  if (named.length < 2 || matchBranch(branchName ?? '', call).kind === 'ambiguous') return []
  const problem = makeProblem('branch.ambiguous', { seen: branchName, detail: 'joint' }, call.nouns)
  return [finding('person', problem)]
}

function doubtful(chosen: ChosenForm, call: Call): readonly Finding[] {
  const names = chosen.kind === 'several' ? chosen.forms.flatMap(({ branchName }) => branchName ?? []) : []
  return [finding('person', makeProblem('branch.ambiguous', { seen: [...new Set(names)].join('；') }, call.nouns))]
}
