import { applicantOf, broughtBy, type Decision } from '../judge/decision.ts'

/**
 * What a reply tells of, to compare it with others: the same again within ten minutes is not sent. Not what was received, which may
 * differ from mail to mail. null: a receipt, which is always sent.
 */
export const aboutOf = (decision: Decision): string | null => {
  const { outcome, call, problems, answer } = decision
  if (outcome === 'accepted') return null
  return JSON.stringify([
    outcome,
    answer,
    call,
    applicantOf(decision)?.key ?? null,
    problems.map(({ code, expected, remedy }) => [code, expected, remedy]),
    ...ofNote(decision),
  ])
}

/** A note is another than a version, and each lot of evidence is named by its files. */
const ofNote = (decision: Decision): readonly unknown[] => {
  const { relation } = decision
  if (relation === 'application') return []
  return [relation, ...(relation === 'evidence' ? broughtBy(decision).map(({ sha256 }) => sha256) : [])]
}
