import type { Check } from '../../../src/core/eligibility/check.ts'
import type { Decision, JudgedDocument } from '../../../src/core/judge/decision.ts'
import { composeReplies, type Reply, type ReplyInput } from '../../../src/core/reply/compose-reply.ts'
import type { Decided } from '../../../src/core/reply/reply.ts'
import { shippedCall } from '../../support/shipped-call.ts'

export const BRANCH = '教工第一党支部'
export const SUBJECT = `党建工作样板支部申报书-机械工程学院${BRANCH}`

export const formDocument: JudgedDocument = {
  name: `${SUBJECT}.docx`,
  bytes: 31_950,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  kind: 'docx',
  status: 'read',
  why: null,
  archive: null,
  isForm: true,
}

export const checks: readonly Check[] = shippedCall.checks.map(({ id }) =>
  id === 'conduct'
    ? { id, verdict: 'review', evidence: [], note: '待学院党委核实' }
    : { id, verdict: 'pass', evidence: [], note: '' },
)

const decision: Decision = {
  relation: 'application',
  call: shippedCall.id,
  branch: { name: BRANCH },
  outcome: 'accepted',
  problems: [],
  naming: { subject: 'exact', file: 'exact' },
  documents: [formDocument],
  form: null,
  checks,
  remarks: [],
  receivedAt: '2024-05-19T08:00:05.000Z',
  clock: 'received',
  answer: 'full',
}

const input: ReplyInput = {
  decision,
  message: {
    from: [{ name: '张三', address: 'zhangsan@dlut.edu.cn' }],
    replyTo: [],
    subject: SUBJECT,
    messageId: '<1@dlut.edu.cn>',
    references: [],
    sha256: 'ab'.repeat(32),
    date: 'Sun, 19 May 2024 15:59:58 +0800',
  },
  call: shippedCall,
  application: {
    ...{ number: '2024-model-branch-0001', version: 1, replaces: null, standing: null, identical: false },
    ...{ waits: false, protected: null },
  },
  decided: null,
  composedAt: new Date('2024-05-19T08:01:00Z'),
  service: {
    from: { name: '机械工程学院党委', address: 'jxdw@dlut.edu.cn' },
    contact: '学院党委办公室, 0411-84700000',
    timezone: 'Asia/Shanghai',
  },
}

const BY_PERSON = { reason: null, byPerson: true, before: null, corrects: false }

type Changes = {
  readonly decision?: Partial<Decision>
  readonly message?: Partial<ReplyInput['message']>
  readonly application?: Partial<NonNullable<ReplyInput['application']>> | null
  readonly call?: ReplyInput['call']
  readonly decided?: Partial<Decided> & Pick<Decided, 'id'>
  readonly composedAt?: Date
}

/** An accepted application of 教工第一党支部, but for the changes. */
export const replyInput = (changes: Changes = {}): ReplyInput => ({
  ...input,
  decision: { ...decision, ...changes.decision },
  message: { ...input.message, ...changes.message },
  decided: changes.decided === undefined ? null : { ...BY_PERSON, ...changes.decided },
  call: changes.call === undefined ? input.call : changes.call,
  composedAt: changes.composedAt ?? input.composedAt,
  application:
    changes.application === null || input.application === null
      ? null
      : { ...input.application, ...changes.application },
})

/** The reply, where one is due. */
export function replyTo(changes: Changes = {}): Reply {
  const [reply] = composeReplies([replyInput(changes)])
  if (reply === undefined) throw new Error('no reply is composed')
  return reply
}
