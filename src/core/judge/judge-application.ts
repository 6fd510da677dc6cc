import type { Applicant } from '../call/applicant.ts'
import { formOf } from '../call/deliverable.ts'
import type { Document } from '../document/document.ts'
import { hasCloudLink } from '../message/cloud-link.ts'
import { normalise } from '../naming/normalise.ts'
import { noDecision } from './base.ts'
import { besideLink } from './chosen-form.ts'
import { type Claim, claimsOf } from './claims.ts'
import { claimsByName } from './claims-by-name.ts'
import type { Decision, Decisions } from './decision.ts'
import { applicantsIn } from './earlier.ts'
import { isFormless } from './formless.ts'
import { type Application, type At, entryOf, judgeClaim, saidBy, sentBy, type Whose } from './judge-claim.ts'
import { nameApplicant } from './named-applicant.ts'
import type { Rules, Seen } from './rules.ts'
import { questionOf } from './said-beside.ts'
import { sharesOf } from './shares.ts'
import { staffNotes } from './staff-notes.ts'
import { rowsIn } from './summary.ts'
import { readNames } from './written-names.ts'

/** What a mail applies for: an entry for each call, and each applicant. */
export function judgeApplication(seen: Seen, application: Application, rules: Rules): Decisions {
  const { own, theirs } = sharesOf(seen.documents, application)
  const [first, ...rest] = ofCall({ seen, own, application, rules })
  const others = theirs.flatMap(({ other: { call, chosen }, own }) =>
    ofCall({ seen, own, application: { ...application, call, chosen }, rules }),
  )
  return [first, ...rest, ...others]
}

/** What applies to a call, an entry for each applicant. */
function ofCall(at: At): Decisions {
  const { seen, own, application } = at
  const linked = hasCloudLink(seen.message.text)
  const chosen = linked ? besideLink(application.chosen) : application.chosen
  const named = claimsByName(chosen, own, { subject: seen.message.subject ?? '', call: application.call })
  const claims = named.length > 0 ? named : claimsOf(chosen, own, application.call)
  const [whole] = claims
  const shared = whole === undefined || claims.length > 1 ? null : sharedBy(whole, at)
  if (shared !== null && 'noted' in shared) return [shared.noted]
  const all = shared === null ? claims : shared.claims
  const [first = { chosen, documents: own }, ...others] = all
  return [judgeClaim(first, at, [first, ...others]), ...others.map(claim => judgeClaim(claim, at, all))]
}

/** A list without a form, where each form is an application of its own: it is that of all that came before; if none did, it is filed. */
function sharedBy(whole: Claim, at: At): { readonly claims: readonly Claim[] } | { readonly noted: Decision } | null {
  const { seen, application, rules } = at
  const { call } = application
  const tellsApart = call.applicant.several !== null && formOf(call.deliverables) !== null
  if (!tellsApart || !isFormless(whole.chosen, whole, call)) return null
  const rows = rowsIn(seen.documents, call)
  const names = readNames(seen, whole.chosen, call)
  const named = nameApplicant(names, { form: null, call, ...saidBy(seen.message), rows, thread: seen.thread })
  if (named.name === null || named.applicant?.key.includes('/')) return null
  const known = applicantsIn(rules.earlier?.(call.id, named.name, seen.time.at) ?? [])
  if (known.length > 0)
    return { claims: meantAmong(known, whole.documents).map(applicant => ({ ...whole, applicant })) }
  const sender = sentBy(at, { claim: whole, named })
  const isLate = seen.time.at === null || seen.time.at > call.deadline
  if (sender.findings.length > 0 || isLate) return null
  return { noted: filed(at, { claim: whole, named, rows, answer: sender.answer }) }
}

/** A scan that is called after one of them is that one's. */
function meantAmong(known: readonly Applicant[], documents: readonly Document[]): readonly Applicant[] {
  const files = documents.map(({ name }) => normalise(name))
  const named = known.filter(({ key }) => files.some(file => file.includes(normalise(key.split('/').at(-1) ?? key))))
  return named.length === 0 ? known : named
}

type Filed = Whose & { readonly rows: ReturnType<typeof rowsIn>; readonly answer: Decision['answer'] }

const filed = (at: At, { claim, named, rows, answer }: Filed): Decision => ({
  ...entryOf(at, { claim, named, all: [claim] }),
  ...noDecision,
  relation: 'evidence',
  outcome: 'noted',
  answer,
  ...staffNotes({ rows, all: [], claim, before: [], said: [] }, at.application.call),
  ...questionOf(at.seen.message),
})
