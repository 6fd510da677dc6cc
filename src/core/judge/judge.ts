import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import { readAuthentication } from '../message/authentication.ts'
import { hasCloudLink } from '../message/cloud-link.ts'
import type { Message } from '../message/message.ts'
import { isPastedForm } from '../message/pasted-form.ts'
import { type Recognised, recognise, type Thread } from '../message/relation.ts'
import { besideLink, type ChosenForm } from './chosen-form.ts'
import type { JudgedTime } from './clock.ts'
import type { Decision, JudgedDocument, Outcome } from './decision.ts'
import { deadlineFindings, exclusionFindings, severalCallsFindings } from './findings/call-findings.ts'
import { documentFindings } from './findings/document-findings.ts'
import type { Finding } from './findings/finding.ts'
import { formFindings } from './findings/form-findings.ts'
import { type SenderPolicy, type Standing, senderFindings } from './findings/sender-findings.ts'
import { nameBranch } from './named-branch.ts'
import { nameFindings, nameRemarks, readNames } from './written-names.ts'

/** Everything that is seen of a message before it is judged. */
export type Seen = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly time: JudgedTime
  /** The moment of judging: whether there is time left to mend something. */
  readonly now: Date
  readonly thread: Thread | null
}

/** The rules to judge by, and what stands so far. */
export type Rules = {
  readonly calls: readonly Call[]
  readonly senders: SenderPolicy & { readonly authservId: string }
  /** Our own addresses, lower case. */
  readonly ownAddresses: readonly string[]
  /** The accepted submission that stood for a branch in a call at that time. */
  readonly standing: (call: string, branch: string, receivedAt: Date | null) => Standing | null
}

/** Judges a message: pure, total, and the same for the same input. */
export function judge(seen: Seen, rules: Rules): Decision {
  const { message, documents, thread } = seen
  const { calls, ownAddresses } = rules
  const at = seen.time.at ?? seen.now
  const recognised = recognise({ message, documents, thread, at, calls, ownAddresses })
  if (recognised.relation !== 'application') return ignored(seen, recognised)
  return judgeApplication(seen, recognised, rules)
}

type Application = Extract<Recognised, { relation: 'application' }>

function judgeApplication(
  seen: Seen,
  { call, doubt, aside, others, ...recognised }: Application,
  rules: Rules,
): Decision {
  const { message, time } = seen
  const linked = hasCloudLink(message.text)
  const instead = linked ? 'link' : isPastedForm(message.text) ? 'pasted' : null
  const chosen = linked ? besideLink(recognised.chosen) : recognised.chosen
  const names = readNames(seen, chosen, call)
  const named = nameBranch(names, call, senderOf(message))
  const form = chosen.kind === 'filled' ? chosen.form : null
  const checks = form === null ? null : runChecks(form, call, named.branch)
  const sender = senderFindings({
    message,
    doubt,
    authentication: readAuthentication(message.headers, rules.senders.authservId, message.from[0]?.address ?? null),
    policy: rules.senders,
    branch: named.branch,
    standing: named.branch === null || !isVersion(chosen) ? null : rules.standing(call.id, named.branch.name, time.at),
  })
  const findings = [
    ...deadlineFindings(time, call),
    ...exclusionFindings(named.branch),
    ...severalCallsFindings(call, others),
    ...sender.findings,
    ...nameFindings(names, named, call),
    ...documentFindings(chosen, call, instead),
    ...(chosen.kind === 'filled' ? formFindings(chosen.form, checks ?? [], { call, document: chosen.document }) : []),
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
    remarks: nameRemarks(names, named),
    answer: sender.answer,
  }
}

/** A filled form, or what may be one: only that could take the place of what stands. */
const isVersion = ({ kind }: ChosenForm): boolean => kind === 'filled' || kind === 'several' || kind === 'unreadable'

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

const base = ({ documents, time }: Seen, forms: readonly Document[]) => ({
  documents: documents.map(({ content: _, ...document }): JudgedDocument => {
    return { ...document, isForm: forms.some(({ sha256 }) => sha256 === document.sha256) }
  }),
  receivedAt: time.at?.toISOString() ?? null,
  clock: time.clock,
})

const ignored = (seen: Seen, { relation, call }: Recognised): Decision => ({
  ...base(seen, []),
  relation,
  call: call?.id ?? null,
  branch: null,
  outcome: 'ignored',
  problems: [],
  naming: null,
  form: null,
  checks: null,
  remarks: [],
  answer: 'never',
})
