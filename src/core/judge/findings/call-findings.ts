import type { Branch, Call } from '../../call/call.ts'
import type { JudgedTime } from '../clock.ts'
import { judgeDeadline } from '../deadline.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** Late, or perhaps late. */
export function deadlineFindings(time: JudgedTime, call: Call): Finding[] {
  const facts = { seen: time.at?.toISOString() ?? null, expected: call.deadline.toISOString() }
  const verdict = judgeDeadline(time, call.deadline)
  if (verdict === 'late') return [finding('late', makeProblem('deadline.missed', facts, call.nouns))]
  return verdict === 'uncertain' ? [finding('uncertain', makeProblem('deadline.uncertain', facts, call.nouns))] : []
}

/** Forms of several calls in one mail are a person's to enter. */
export const severalCallsFindings = (call: Call, others: readonly Call[]): Finding[] =>
  others.length === 0
    ? []
    : [
        finding(
          'doubt',
          makeProblem(
            'branch.ambiguous',
            {
              seen: [call, ...others].map(({ title }) => title).join('；'),
              detail: 'calls',
            },
            call.nouns,
          ),
        ),
      ]

/** The committee excluded the branch; its reason stays inside. */
export const exclusionFindings = (branch: Branch | null, call: Call): Finding[] =>
  branch === null || branch.excluded === null
    ? []
    : [finding('final', makeProblem('branch.excluded', { seen: branch.name }, call.nouns))]
