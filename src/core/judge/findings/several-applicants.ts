import type { Call } from '../../call/call.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { matchBranch } from '../../naming/roster.ts'
import type { ChosenForm } from '../chosen-form.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'
import { expectedSubject } from './naming-findings.ts'

/** Forms of several branches in one mail must be sent apart; one form that names several is a person's case. */
export function severalApplicantsFindings(chosen: ChosenForm, call: Call): readonly Finding[] {
  if (chosen.kind === 'filled') return jointForm(chosen.form.branchName, call)
  const named = applicantsOf(chosen, call)
  if (named.length < 2) return []
  const subjects = named.map(branch => expectedSubject({ call, branch }))
  return [
    finding(
      'fixable',
      makeProblem('application.several', { seen: named.join('、'), expected: subjects.join('；') }, call.nouns),
    ),
  ]
}

/** The branches whose forms came in one mail. */
export const applicantsOf = (chosen: ChosenForm, call: Call): readonly string[] =>
  chosen.kind !== 'several'
    ? []
    : [
        ...new Set(
          chosen.forms.flatMap(({ branchName }) => {
            const branches = branchesIn(branchName ?? '', call)
            return branches.length === 1 ? branches.map(({ name }) => name) : []
          }),
        ),
      ]

function jointForm(branchName: string | null, call: Call): readonly Finding[] {
  const named = branchesIn(branchName ?? '', call).map(({ name }) => name)
  // A name that several branches share is one name.
  if (named.length < 2 || matchBranch(branchName ?? '', call).kind === 'ambiguous') return []
  const problem = makeProblem('branch.ambiguous', { seen: branchName, expected: named.join('、') }, call.nouns)
  return [finding('person', problem)]
}
