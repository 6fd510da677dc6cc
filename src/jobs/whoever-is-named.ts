import { applicantField } from '../core/call/applicants.ts'
import type { Call } from '../core/call/call.ts'
import { nounsOf } from '../core/call/nouns.ts'
import type { Decision } from '../core/judge/decision.ts'
import { applicantNaming, keyText } from '../core/judge/named-applicant.ts'
import type { Whose } from '../core/judge/person-decision.ts'
import { matchBranch } from '../core/naming/roster.ts'
import { UsageError } from '../errors.ts'

/**
 * Who applies, as a person names them: a row of the roster, where several may come of one with a name behind it; without a roster whoever is
 * named. Throws UsageError with the names near to it, where the roster has none.
 */
export function whoeverIsNamed(written: string, found: Decision, call: Call | undefined): Whose {
  if (call !== undefined && !call.applicant.inRoster) return outsideRosters(written, found, call)
  const person = call?.applicant.several === null ? null : SEVERAL.exec(written)
  const name = branchInRoster(person?.[1] ?? written, call)
  const own = person?.[2]?.trim() ?? ''
  if (own === '') return { branch: { name } }
  return { branch: { name }, applicant: { key: `${name}/${keyText(own, 'text')}`, shown: `${name}（${own}）` } }
}

/** 教工第一党支部/张三, 教工第一党支部（张三）. */
const SEVERAL = /^(.{1,80}?)[/（(](.{1,40}?)[）)]?$/u

function outsideRosters(written: string, { form }: Decision, call: Call): Whose {
  const field = applicantField(call.applicant, call.form.fields)
  const key = keyText(written, call.form.fields[field]?.type ?? 'text')
  if (key === '') throw notThere(written, call, [])
  return { branch: null, applicant: { key, shown: applicantNaming(written, form, call) } }
}

function branchInRoster(written: string, call: Call | undefined): string {
  const found = call === undefined ? null : matchBranch(written, call)
  switch (found?.kind) {
    case 'known':
      return found.branch.name
    case 'near':
      throw notThere(written, call, found.suggestions)
    case 'ambiguous':
      throw notThere(written, call, found.candidates)
    default:
      throw notThere(written, call, [])
  }
}

function notThere(written: string, call: Call | undefined, near: readonly { readonly name: string }[]): UsageError {
  const names = near.map(({ name }) => name)
  const meant = names.length === 0 ? '' : `: did you mean ${names.join(' or ')}?`
  return new UsageError(
    `${written} does not stand in the roster of ${call?.id ?? 'a call that is open'}${meant}`,
    `“${written}”不在${nounsOf(call ?? null).roster}中${names.length === 0 ? '' : `，您是指${names.join('、')}？`}`,
  )
}
