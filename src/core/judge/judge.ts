import type { Document } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import { readAuthentication } from '../message/authentication.ts'
import { hasCloudLink } from '../message/cloud-link.ts'
import type { Message } from '../message/message.ts'
import { ownWords } from '../message/own-words.ts'
import { isPastedForm } from '../message/pasted-form.ts'
import { type Recognised, recognise } from '../message/relation.ts'
import { bringsVersion } from '../message/wishes/note.ts'
import { questionIn } from '../message/wishes/question.ts'
import { withdrawalIn } from '../message/wishes/withdrawal.ts'
import { quote } from '../text/quote.ts'
import { base, noDecision } from './base.ts'
import { besideLink, type ChosenForm } from './chosen-form.ts'
import type { Decision, Decisions, Outcome } from './decision.ts'
import { deadlineFindings, exclusionFindings, severalCallsFindings } from './findings/call-findings.ts'
import { documentFindings, type InsteadOfFile } from './findings/document-findings.ts'
import type { Finding } from './findings/finding.ts'
import { formFindings } from './findings/form-findings.ts'
import { senderFindings } from './findings/sender-findings.ts'
import { severalApplicantsFindings } from './findings/several-applicants.ts'
import { judgeNote } from './judge-note.ts'
import { nameBranch } from './named-branch.ts'
import type { Rules, Seen } from './rules.ts'
import { nameFindings, nameRemarks, readNames } from './written-names.ts'

/** Judges a message, an entry each: pure, total, and the same for the same input. */
export function judge(seen: Seen, rules: Rules): Decisions {
  const { message, documents, thread } = seen
  const { calls, ownAddresses, desk = [] } = rules
  const at = seen.time.at ?? seen.now
  const recognised = recognise({ message, documents, thread, at, calls, ownAddresses, desk })
  switch (recognised.relation) {
    case 'application':
      return [judgeApplication(seen, recognised, rules)]
    case 'withdrawal':
    case 'evidence':
    case 'declined':
      return [judgeNote(seen, recognised, rules)]
    default:
      return [ignored(seen, recognised)]
  }
}

type Application = Extract<Recognised, { relation: 'application' }>

function judgeApplication(
  seen: Seen,
  { call, doubt, aside, others, ...recognised }: Application,
  rules: Rules,
): Decision {
  const { message, time } = seen
  const instead = insteadOfFile(message.text)
  const chosen = instead === 'link' ? besideLink(recognised.chosen) : recognised.chosen
  const names = readNames(seen, chosen, call)
  const named = nameBranch(names, call, senderOf(message))
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
  const several = severalApplicantsFindings(chosen, call)
  const findings = [
    ...deadlineFindings(time, call),
    ...exclusionFindings(named.branch, call),
    ...severalCallsFindings(call, others),
    ...several,
    ...sender.findings,
    ...withoutMismatch(nameFindings(names, named, call), several),
    ...documentFindings(chosen, call, instead),
    ...(chosen.kind === 'filled' ? formFindings(chosen.form, checks ?? [], call) : []),
  ]
  return {
    ...base(seen, formsOf(chosen)),
    relation: 'application',
    call: call.id,
    branch: named.name === null ? null : { name: named.name },
    outcome: outcomeOf(findings, seen.now < call.deadline && !aside),
    problems: findings.map(({ problem }) => problem),
    naming: { subject: names.subject.reading.degree, file: names.file?.reading.degree ?? 'wrong' },
    form,
    checks,
    remarks: [...nameRemarks(names, named), ...correctionRemarks(message, chosen)],
    answer: sender.answer,
    ...questionOf(message),
  }
}

/** A filled form, or what may be one: only that could take the place of what stands. */
const isVersion = ({ kind }: ChosenForm): boolean => kind === 'filled' || kind === 'several' || kind === 'unreadable'

function insteadOfFile(text: string): InsteadOfFile {
  if (hasCloudLink(text)) return 'link'
  return isPastedForm(text) ? 'pasted' : null
}

/** Where the forms of several came, that their names differ is no second thing to mend. */
const withoutMismatch = (names: readonly Finding[], several: readonly Finding[]): readonly Finding[] =>
  several.some(({ problem }) => problem.code === 'application.several')
    ? names.filter(({ problem }) => problem.code !== 'branch.mismatch')
    : names

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

/** What somebody asks beside what they send. */
const questionOf = ({ text }: Message): Pick<Decision, 'question'> => {
  const question = questionIn(text)
  return question === null ? {} : { question }
}

const ignored = (seen: Seen, { relation, call }: Recognised): Decision => ({
  ...base(seen, []),
  ...noDecision,
  relation,
  call: call?.id ?? null,
  branch: null,
  outcome: 'ignored',
  answer: 'never',
  ...(relation === 'inquiry' ? questionOf(seen.message) : {}),
})
