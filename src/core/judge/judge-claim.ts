import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import { readAuthentication } from '../message/authentication.ts'
import type { Message } from '../message/message.ts'
import { ownWords } from '../message/own-words.ts'
import type { Recognised } from '../message/relation.ts'
import { deliverableOf } from './assigned.ts'
import { base, formIdOf } from './base.ts'
import type { ChosenForm } from './chosen-form.ts'
import type { Claim } from './claims.ts'
import type { Decision } from './decision.ts'
import { keptFrom, setOf } from './earlier.ts'
import { deadlineFindings, exclusionFindings } from './findings/call-findings.ts'
import { deliverableFindings } from './findings/deliverable-findings.ts'
import type { Finding } from './findings/finding.ts'
import { formFindings } from './findings/form-findings.ts'
import { senderFindings } from './findings/sender-findings.ts'
import { severalApplicantsFindings } from './findings/several-applicants.ts'
import { unitFindings } from './findings/unit-findings.ts'
import { formlessFindings, isFormless, toldOnce } from './formless.ts'
import { type NamedApplicant, nameApplicant, ofAnotherUnit } from './named-applicant.ts'
import { outcomeOf } from './outcome.ts'
import type { Rules, Seen } from './rules.ts'
import { correctionRemarks, mayBeNoForm, questionOf, wishNotes } from './said-beside.ts'
import { staffNotes } from './staff-notes.ts'
import { rowsIn } from './summary.ts'
import { nameFindings, nameRemarks, readNames, type WrittenNames } from './written-names.ts'

export type Application = Extract<Recognised, { relation: 'application' }>

/** `own`: the documents that are not another call's. */
export type At = {
  readonly seen: Seen
  readonly own: readonly Document[]
  readonly application: Application
  readonly rules: Rules
}

/** What one applicant's share of a mail comes to; `all`: the claims that came with it. */
export function judgeClaim(claim: Claim, at: At, all: readonly Claim[]): Decision {
  const { seen, application } = at
  const { call } = application
  const read = readClaim(claim, at)
  const { names, named, form, checks } = read
  const sender = sentBy(at, { claim, named })
  const findings = findingsOn(read, { claim, at, sender: sender.findings })
  return {
    ...entryOf(at, { claim, named, all }),
    outcome: outcomeOf(findings, seen.now < call.deadline && !application.aside),
    problems: findings.map(({ problem }) => problem),
    naming: namingOf(names),
    form,
    checks,
    remarks: [...nameRemarks(names, named, call), ...correctionRemarks(seen.message, claim.chosen)],
    answer: sender.answer,
    ...(read.kept.length === 0 ? {} : { kept: read.kept }),
    ...staffNotes({ ...read, all, claim, said: wishNotes(seen.message, claim.chosen) }, call),
    ...questionOf(seen.message),
  }
}

function namingOf({ subject, file }: WrittenNames): Decision['naming'] {
  const values = Object.entries({ ...file?.reading.values, ...subject.reading.values }).filter(
    ([, value]) => (value ?? '') !== '',
  )
  const said = values.length === 0 ? {} : { values: Object.fromEntries(values) }
  return { subject: subject.reading.degree, file: file?.reading.degree ?? 'wrong', ...said }
}

/** Who applies, and what the set of the applicant's documents comes to. */
function readClaim(claim: Claim, { seen, application: { call }, rules }: At) {
  const { chosen, documents } = claim
  const names = readNames({ ...seen, documents }, chosen, call)
  const own = chosen.kind === 'filled' ? chosen.form : null
  const rows = rowsIn(seen.documents, call)
  const by = nameApplicant(names, { form: own, call, ...saidBy(seen.message), rows, thread: seen.thread })
  const elsewhere = unitFindings({ ...seen, names, form: own }, call)
  const named = elsewhere.length > 0 ? ofAnotherUnit(by) : namedIn(claim, by, call)
  const key = named.applicant?.key ?? named.name
  const before = key === null ? [] : (rules.earlier?.(call.id, key, seen.time.at) ?? [])
  const brought = documents.map(one => deliverableOf(one, call))
  const set = setOf(brought, before, key)
  const form = own ?? (isFormless(chosen, claim, call) ? set.form : null)
  const checks = form === null ? null : runChecks(form, call, named.branch)
  const ids = new Set([...brought, own === null ? null : formIdOf(call)].filter(id => id !== null))
  const kept = keptFrom(before, { ids, key }, call.deliverables).filter(isNoneOf(documents))
  return { names, named, elsewhere, rows, set, form, checks, before, kept }
}

const isNoneOf =
  (documents: readonly Document[]) =>
  ({ sha256 }: Pick<Document, 'sha256'>): boolean =>
    documents.every(one => one.sha256 !== sha256)

/** Whose it is, where the mail says so only as a whole, or each must come apart. */
function namedIn({ applicant, apart }: Claim, by: NamedApplicant, { roster }: Call): NamedApplicant {
  if (apart === undefined && applicant === undefined) return by
  if (apart === undefined) {
    const branch = roster.find(({ name }) => name === applicant?.key.split('/')[0])
    return { ...by, applicant: applicant ?? null, ...(branch === undefined ? {} : { name: branch.name, branch }) }
  }
  const { branch, values, ...whose } = apart
  return { ...by, name: branch?.name ?? whose.applicant.key, branch, applicant: whose.applicant, values, findings: [] }
}

type On = { readonly claim: Claim; readonly at: At; readonly sender: readonly Finding[] }

function findingsOn(read: ReturnType<typeof readClaim>, { claim, at, sender }: On): readonly Finding[] {
  const { named, set, form, checks } = read
  const { call } = at.application
  const { chosen, documents } = claim
  const several = severalApplicantsFindings(claim, call)
  const isOpen = several.some(({ problem }) => problem.code === 'branch.ambiguous')
  const found = [
    ...deadlineFindings(at.seen.time, call),
    ...exclusionFindings(named.branch, call),
    ...several,
    ...sender,
    ...namesOf(read, { claim, call, seen: at.seen, isOpen }),
    ...formlessFindings({ chosen, claim, hasForm: form !== null, isKnown: named.name !== null }, at.seen.message, call),
    ...(form === null ? [] : formFindings(form, checks ?? [], call)),
    ...deliverableFindings({ documents, forms: formsOf(chosen), set }, call),
  ]
  return toldOnce(found, call)
}

type Named = { readonly claim: Claim; readonly call: Call; readonly seen: Seen; readonly isOpen: boolean }

const NAMES = /^(?:file|subject)\.(?!unreadable)/

/** Whose names they should be, or whether they are another committee's, is what a person must find out first. */
function namesOf({ names, named, elsewhere }: ReturnType<typeof readClaim>, { claim, call, seen, isOpen }: Named) {
  if (elsewhere.length > 0) return elsewhere
  if (isOpen) return []
  const found = whereApart(nameFindings(names, named, call), claim)
  return mayBeNoForm(seen, claim.chosen, call) ? found.filter(({ problem }) => !NAMES.test(problem.code)) : found
}

/** Where each must be sent under a subject of its own, what is wrong with the one that came is no second thing to mend. */
const whereApart = (names: readonly Finding[], { apart }: Claim): readonly Finding[] =>
  apart === undefined ? names : names.filter(({ problem }) => problem.code.startsWith('file.'))

export type Whose = { readonly claim: Claim; readonly named: NamedApplicant }

/** What the decision is on. */
export function entryOf(
  { seen, own, application: { call } }: At,
  { claim, named, all }: Whose & { readonly all: readonly Claim[] },
) {
  const forms = all.flatMap(({ chosen }) => formsOf(chosen))
  const isBranch = call.applicant.inRoster && call.applicant.several === null
  return {
    ...base(seen, forms, call),
    relation: 'application' as const,
    call: call.id,
    branch: call.applicant.inRoster && named.name !== null ? { name: named.name } : null,
    ...(isBranch || named.applicant === null ? {} : { applicant: named.applicant }),
    ...(all.length < 2 && own.length === seen.documents.length
      ? {}
      : { brought: claim.documents.map(one => seen.documents.indexOf(one)) }),
  }
}

export function sentBy({ seen, application, rules }: At, { claim, named }: Whose) {
  const { message, time } = seen
  const { call, doubt } = application
  const key = named.applicant?.key ?? named.name
  const mayReplace = isVersion(claim.chosen) || claim.documents.some(one => deliverableOf(one, call) !== null)
  return senderFindings({
    message,
    doubt,
    authentication: readAuthentication(message.headers, rules.senders.authservId, message.from[0]?.address ?? null),
    policy: rules.senders,
    ownAddresses: rules.ownAddresses,
    nouns: call.nouns,
    branch: named.branch,
    standing: key === null || !mayReplace ? null : rules.standing(call.id, key, time.at),
  })
}

/** A filled form, or what may be one: only that could take the place of what stands. */
const isVersion = ({ kind }: ChosenForm): boolean => kind === 'filled' || kind === 'several' || kind === 'unreadable'

/** Who sends it, and what they write themselves. */
export const saidBy = ({ from, text }: Message) => ({
  sender: from[0]?.address.toLowerCase() ?? null,
  words: ownWords(text).slice(0, LONGEST),
})

const LONGEST = 600

/** The documents that are the call's form, filled in or not. */
function formsOf(chosen: ChosenForm): readonly Document[] {
  if (chosen.kind === 'several') return chosen.documents
  return chosen.kind === 'filled' || chosen.kind === 'blank' || chosen.kind === 'outdated' ? [chosen.document] : []
}
