import type { Judged } from '../app.ts'
import type { Form } from '../core/form/form.ts'
import { applicantOf, type Decision, inCommon } from '../core/judge/decision.ts'

/** The object that `judge --json` prints: absent values are null, never left out; what the entries say is null where they differ. */
export function judgeJson({ file, message, decisions, reply, recognised }: Judged) {
  const [{ receivedAt, clock }] = decisions
  const entries = decisions.map(decision => entryOf(decision, recognised))
  const common = <Key extends keyof (typeof entries)[number]>(key: Key) => inCommon(entries, one => one[key])
  return {
    file,
    message: {
      sha256: message.sha256,
      messageId: message.messageId,
      from: message.from[0]?.address ?? null,
      subject: message.subject,
      receivedAt,
      clock,
    },
    relation: common('relation'),
    call: common('call'),
    branch: common('branch'),
    applicant: common('applicant'),
    outcome: common('outcome'),
    question: decisions[0].question ?? null,
    problems: common('problems'),
    naming: common('naming'),
    documents: documentsOf(decisions),
    form: common('form'),
    checks: common('checks'),
    entries,
    reply:
      reply === null ? null : { to: reply.to[0].address, subject: reply.subject, text: reply.text, html: reply.html },
  }
}

/** What the mail brings one applicant in one call; `documents`: places in the message's. */
const entryOf = (decision: Decision, recognised: Judged['recognised']) => ({
  call: decision.call,
  applicant: applicantOf(decision),
  branch: decision.branch,
  relation: decision.relation,
  outcome: decision.outcome,
  problems: decision.problems.map(({ code, seen, expected, remedy }) => ({ code, seen, expected, remedy })),
  naming: decision.naming,
  documents: decision.brought ?? decision.documents.map((_, index) => index),
  form: formOf(decision.form, recognised),
  checks: decision.checks ?? recognised?.checks ?? null,
  summary: decision.summary ?? [],
})

/** `isForm`: of any of the entries. */
const documentsOf = ([first, ...others]: Judged['decisions']) =>
  first.documents.map(({ name, bytes, sha256, kind, status, why, isForm, archive, deliverable }, index) => ({
    name,
    bytes,
    sha256,
    kind,
    status,
    why,
    isForm: isForm || others.some(({ documents }) => documents[index]?.isForm),
    // Not in what was recorded before archives were listed.
    archive: archive ?? null,
    deliverable: deliverable ?? null,
  }))

const formOf = (form: Form | null, recognised: Judged['recognised']) => {
  if (form !== null) return formJson(form, 'text')
  return recognised === null ? null : formJson(recognised.form, 'ocr')
}

const formJson = (form: Form, source: 'text' | 'ocr') => ({
  branchName: form.branchName,
  parentOrg: form.parentOrg,
  branchType: form.branchType,
  memberCount: form.memberCount,
  secretary: { name: form.secretary.name, post: form.secretary.post, title: form.secretary.title },
  phone: form.phone,
  email: form.email,
  honours: form.honours.map(({ date, name, recipient, recipientKind, level, grantedBy }) => ({
    date,
    name,
    recipient,
    recipientKind,
    level,
    grantedBy,
  })),
  reviewGrades: form.reviewGrades.map(({ year, grade }) => ({ year, grade })),
  basis: form.basis || null,
  idea: form.idea || null,
  measures: form.measures.map(({ text, due }) => ({ text, due })),
  outcomes: form.outcomes || null,
  source,
  presence: form.presence,
  confidence: form.confidence,
  values: form.values,
  unplaced: form.unplaced.map(({ heading, text }) => ({ heading, text })),
})
