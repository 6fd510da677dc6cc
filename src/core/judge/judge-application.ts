import type { Document } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import { readAuthentication } from '../message/authentication.ts'
import { hasCloudLink } from '../message/cloud-link.ts'
import type { Message } from '../message/message.ts'
import { ownWords } from '../message/own-words.ts'
import { isPastedForm } from '../message/pasted-form.ts'
import type { Recognised } from '../message/relation.ts'
import { bringsVersion } from '../message/wishes/note.ts'
import { withdrawalIn } from '../message/wishes/withdrawal.ts'
import { quote } from '../text/quote.ts'
import { base } from './base.ts'
import { besideLink, type ChosenForm } from './chosen-form.ts'
import type { Decision, Decisions, Degree, Outcome } from './decision.ts'
import { deadlineFindings, exclusionFindings } from './findings/call-findings.ts'
import { documentFindings, type InsteadOfFile } from './findings/document-findings.ts'
import type { Finding } from './findings/finding.ts'
import { formFindings } from './findings/form-findings.ts'
import { senderFindings } from './findings/sender-findings.ts'
import { severalApplicantsFindings } from './findings/several-applicants.ts'
import { nameBranch } from './named-branch.ts'
import { type Part, partsOf } from './parts.ts'
import { questionOf } from './question-of.ts'
import type { Rules, Seen } from './rules.ts'
import { type NamedBranch, nameFindings, nameRemarks, readNames, type WrittenNames } from './written-names.ts'

type Application = Extract<Recognised, { relation: 'application' }>

/** A decision for each applicant and each call that the mail brings a form for. */
export function judgeApplications(seen: Seen, application: Application, rules: Rules): Decisions {
  const instead = insteadOfFile(seen.message.text)
  const chosen = instead === 'link' ? besideLink(application.chosen) : application.chosen
  const at: At = { seen, doubt: application.doubt, aside: application.aside, instead, rules }
  const [first, ...others] = partsOf({ ...application, chosen }, seen.documents)
  return [judgePart(first, at), ...others.map(part => judgePart(part, at))]
}

type At = Pick<Application, 'doubt' | 'aside'> & {
  readonly seen: Seen
  readonly instead: InsteadOfFile
  readonly rules: Rules
}

function judgePart(part: Part, { seen, doubt, aside, instead, rules }: At): Decision {
  const { call, chosen } = part
  const { message, time } = seen
  const names = readNames(seen, chosen, call)
  const named = namedIn(part, names, message)
  const form = chosen.kind === 'filled' ? chosen.form : null
  const checks = form === null ? null : runChecks(form, call, named.branch)
  const sender = senderFindings({
    message,
    doubt,
    authentication: readAuthentication(message.headers, rules.senders.authservId, message.from[0]?.address ?? null),
    policy: rules.senders,
    ownAddresses: rules.ownAddresses,
    nouns: call.nouns,
    branch: named.branch,
    standing: named.branch === null || !isVersion(chosen) ? null : rules.standing(call.id, named.branch.name, time.at),
  })
  const findings = [
    ...deadlineFindings(time, call),
    ...exclusionFindings(named.branch, call),
    ...severalApplicantsFindings(part),
    ...sender.findings,
    ...whereApart(nameFindings(names, named, call), part),
    ...documentFindings(chosen, call, instead),
    ...(form === null ? [] : formFindings(form, checks ?? [], call)),
  ]
  return {
    ...base(seen, formsOf(chosen)),
    relation: 'application',
    call: call.id,
    branch: named.name === null ? null : { name: named.name },
    outcome: outcomeOf(findings, seen.now < call.deadline && !aside),
    problems: findings.map(({ problem }) => problem),
    naming: { subject: subjectDegree(names, part), file: names.file?.reading.degree ?? 'wrong' },
    form,
    checks,
    remarks: [...nameRemarks(names, named), ...correctionRemarks(message, chosen)],
    answer: sender.answer,
    ...(part.brought === null ? {} : { brought: part.brought }),
    ...questionOf(message),
  }
}

/** Whose form it is, where the mail brings several's; else who applies as subject, file and form say. */
const namedIn = ({ applicant, call }: Part, names: WrittenNames, message: Message): NamedBranch =>
  applicant === null
    ? nameBranch(names, call, senderOf(message))
    : { name: applicant.name, branch: applicant, findings: [] }

/** Where each must be sent under a subject of its own, what is wrong with the one that came is no second thing to mend. */
const whereApart = (names: readonly Finding[], { apart }: Part): readonly Finding[] =>
  apart.length === 0 ? names : names.filter(({ problem }) => problem.code.startsWith('file.'))

const subjectDegree = ({ subject: { reading } }: WrittenNames, { apart, applicant }: Part): Degree => {
  const names = reading.branch.kind === 'known' && reading.branch.branch.name === applicant?.name
  return apart.length === 0 || names ? reading.degree : 'wrong'
}

/** A filled form, or what may be one: only that could take the place of what stands. */
const isVersion = ({ kind }: ChosenForm): boolean => kind === 'filled' || kind === 'several' || kind === 'unreadable'

function insteadOfFile(text: string): InsteadOfFile {
  if (hasCloudLink(text)) return 'link'
  return isPastedForm(text) ? 'pasted' : null
}

const senderOf = ({ from }: Message): string | null => from[0]?.address.toLowerCase() ?? null

/** The order of precedence of the outcomes; `mendable`: somebody has the time to mend it, and was meant to be asked. */
function outcomeOf(findings: readonly Finding[], mendable: boolean): Outcome {
  const has = (gravity: Finding['gravity']) => findings.some(one => one.gravity === gravity)
  if (has('late')) return 'rejected'
  if (has('uncertain')) return 'held'
  if (has('final')) return 'rejected'
  if (has('doubt')) return 'held'
  if (has('fixable')) return mendable ? 'returned' : 'held'
  return has('person') ? 'held' : 'accepted'
}

/** The documents that are the call's form, filled in or not. */
function formsOf(chosen: ChosenForm): readonly Document[] {
  if (chosen.kind === 'several') return chosen.documents
  return chosen.kind === 'filled' || chosen.kind === 'blank' || chosen.kind === 'outdated' ? [chosen.document] : []
}

/** «之前的作废，以此为准» beside a form is a correction: the form is judged, and staff see the words. */
function correctionRemarks({ subject, text }: Message, chosen: ChosenForm): readonly string[] {
  const said = bringsVersion(chosen) ? withdrawalIn(`${subject ?? ''}\n${ownWords(text)}`) : null
  return said === null ? [] : [`来信称“${quote(said)}”，系统按新版本处理`]
}
