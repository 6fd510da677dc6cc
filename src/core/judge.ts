import { readAuthentication } from './authentication.ts'
import type { Branch, Call } from './call.ts'
import type { ChosenForm } from './chosen-form.ts'
import type { JudgedTime } from './clock.ts'
import { hasCloudLink } from './cloud-link.ts'
import { judgeDeadline } from './deadline.ts'
import type { Decision, JudgedDocument, Outcome } from './decision.ts'
import type { Document } from './document.ts'
import { documentFindings } from './document-findings.ts'
import { runChecks } from './eligibility/all-checks.ts'
import { type Finding, finding } from './finding.ts'
import { formFindings } from './form-findings.ts'
import type { Message } from './message.ts'
import { type NamedBranch, nameBranch, type WrittenNames } from './named-branch.ts'
import { isPlaceholder } from './naming/placeholder.ts'
import { type NameReading, readName } from './naming/read-name.ts'
import { matchBranch } from './naming/roster.ts'
import { fileFindings, subjectFindings } from './naming-findings.ts'
import { makeProblem } from './problem-text.ts'
import { type Recognised, recognise, type Thread } from './relation.ts'
import { type SenderPolicy, type Standing, senderFindings } from './sender-findings.ts'

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
  /** The accepted submission that stands for a branch in a call. */
  readonly standing: (call: string, branch: string) => Standing | null
}

/** Judges a message: pure, total, and the same for the same input. */
export function judge(seen: Seen, rules: Rules): Decision {
  const { message, documents, thread } = seen
  const recognised = recognise({ message, documents, thread, calls: rules.calls, ownAddresses: rules.ownAddresses })
  if (recognised.relation !== 'application') return ignored(seen, recognised)
  return judgeApplication(seen, recognised, rules)
}

type Application = Extract<Recognised, { relation: 'application' }>

function judgeApplication(seen: Seen, { call, chosen, doubt }: Application, rules: Rules): Decision {
  const { message, time } = seen
  const document = documentOf(chosen)
  const names = readNames(seen, { call, chosen, document })
  const named = nameBranch(names, call)
  const form = chosen.kind === 'filled' ? chosen.form : null
  const checks = form === null ? null : runChecks(form, call, named.branch)
  const sender = senderFindings({
    message,
    doubt,
    authentication: readAuthentication(message.headers, rules.senders.authservId, message.from[0]?.address ?? null),
    policy: rules.senders,
    branch: named.branch,
    standing: named.branch === null ? null : rules.standing(call.id, named.branch.name),
  })
  const findings = [
    ...deadlineFindings(time, call),
    ...exclusionFindings(named.branch),
    ...sender.findings,
    ...nameFindings(names, named, call),
    ...documentFindings(chosen, call, hasCloudLink(message.text)),
    ...(chosen.kind === 'filled' ? formFindings(chosen.form, checks ?? [], { call, document: chosen.document }) : []),
  ]
  return {
    ...base(seen, document),
    relation: 'application',
    call: call.id,
    branch: named.name === null ? null : { name: named.name },
    outcome: outcomeOf(findings, seen.now < call.deadline),
    problems: findings.map(({ problem }) => problem),
    naming: { subject: names.subject.reading.degree, file: names.file?.reading.degree ?? 'wrong' },
    form,
    checks,
    remarks: remarksOf(names, named),
    answer: sender.answer,
  }
}

/** The order of precedence of the outcomes. */
export function outcomeOf(findings: readonly Finding[], timeLeft: boolean): Outcome {
  const has = (gravity: Finding['gravity']) => findings.some(one => one.gravity === gravity)
  if (has('late')) return 'rejected'
  if (has('uncertain')) return 'held'
  if (has('final')) return 'rejected'
  if (has('doubt')) return 'held'
  if (has('fixable')) return timeLeft ? 'returned' : 'held'
  return has('person') ? 'held' : 'accepted'
}

function readNames(
  { message, thread }: Seen,
  at: { call: Call; chosen: ChosenForm; document: Document | null },
): WrittenNames {
  const { call, chosen, document } = at
  const formName = chosen.kind === 'filled' ? chosen.form.branchName : null
  return {
    subject: { text: message.subject, reading: subjectReading(message.subject, thread, call) },
    file: document === null ? null : { text: document.name, reading: readName(document.name, 'file', call) },
    form: formName === null ? null : { text: formName, reading: matchBranch(formName, call) },
  }
}

/** In our thread the subject is ours: a wrong one counts as cosmetic, and the branch is the thread's. */
function subjectReading(subject: string | null, thread: Thread | null, call: Call): NameReading {
  const reading = readName(subject, 'subject', call)
  const branch = call.roster.find(({ name }) => name === thread?.branch)
  if (thread === null || reading.degree !== 'wrong') return reading
  const known =
    branch === undefined ? ({ kind: 'none' } as const) : ({ kind: 'known', branch, via: 'name', exact: true } as const)
  return {
    degree: 'cosmetic',
    branch: known,
    fault: null,
    remark: '主题与规定不一致，因系回复本系统邮件，已按原申报登记',
  }
}

function nameFindings(names: WrittenNames, named: NamedBranch, call: Call): readonly Finding[] {
  const to = { call, branch: named.name }
  const placeholder = names.form !== null && isPlaceholder(names.form.text)
  return [
    ...subjectFindings(names.subject.text, names.subject.reading, to),
    ...(names.file === null ? [] : fileFindings(names.file.text, names.file.reading, to)),
    ...(placeholder
      ? [finding('fixable', makeProblem('form.placeholder', { seen: names.form?.text ?? null, expected: named.name }))]
      : []),
    ...named.findings,
  ]
}

function deadlineFindings(time: JudgedTime, call: Call): Finding[] {
  const seen = time.at?.toISOString() ?? null
  const expected = call.deadline.toISOString()
  switch (judgeDeadline(time, call.deadline)) {
    case 'late':
      return [finding('late', makeProblem('deadline.missed', { seen, expected }))]
    case 'uncertain':
      return [finding('uncertain', makeProblem('deadline.uncertain', { seen, expected }))]
    case 'in-time':
      return []
  }
}

const exclusionFindings = (branch: Branch | null): Finding[] =>
  branch === null || branch.excluded === null
    ? []
    : [finding('final', makeProblem('branch.excluded', { seen: branch.name }))]

function remarksOf({ subject, file, form }: WrittenNames, { branch }: NamedBranch): readonly string[] {
  const own = form !== null && branch !== null && form.reading.kind !== 'known' && form.text !== branch.name
  const wording = own ? `申报书中支部名称写作“${form.text}”，已按名册登记为“${branch.name}”` : null
  return [subject.reading.remark, file?.reading.remark ?? null, wording].filter(remark => remark !== null)
}

/** The document whose name must follow the rule: the form, or what may be it. */
function documentOf(chosen: ChosenForm): Document | null {
  if (chosen.kind === 'none') return null
  return chosen.kind === 'several' ? (chosen.documents[0] ?? null) : chosen.document
}

const base = ({ documents, time }: Seen, form: Document | null) => ({
  documents: documents.map(
    ({ content: _, ...document }): JudgedDocument => ({ ...document, isForm: document.sha256 === form?.sha256 }),
  ),
  receivedAt: time.at?.toISOString() ?? null,
  clock: time.clock,
})

const ignored = (seen: Seen, { relation, call }: Recognised): Decision => ({
  ...base(seen, null),
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
