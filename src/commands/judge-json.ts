import type { Judged } from '../app.ts'
import type { Form } from '../core/form/form.ts'

/** The object that `judge --json` prints: absent values are null, never left out. */
export const judgeJson = ({ file, message, decision, reply, recognised }: Judged) => ({
  file,
  message: {
    sha256: message.sha256,
    messageId: message.messageId,
    from: message.from[0]?.address ?? null,
    subject: message.subject,
    receivedAt: decision.receivedAt,
    clock: decision.clock,
  },
  relation: decision.relation,
  call: decision.call,
  branch: decision.branch,
  outcome: decision.outcome,
  question: decision.question ?? null,
  problems: decision.problems.map(({ code, seen, expected, remedy }) => ({ code, seen, expected, remedy })),
  naming: decision.naming,
  documents: decision.documents.map(({ name, bytes, sha256, kind, status, why, isForm }) => ({
    name,
    bytes,
    sha256,
    kind,
    status,
    why,
    isForm,
  })),
  form: formOf(decision.form, recognised),
  checks: decision.checks ?? recognised?.checks ?? null,
  reply:
    reply === null ? null : { to: reply.to[0].address, subject: reply.subject, text: reply.text, html: reply.html },
})

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
