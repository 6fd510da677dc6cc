import type { Document } from '../../../src/core/document/document.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { judge } from '../../../src/core/judge/judge.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { shippedCall } from '../shipped-call.ts'

/** What the form and its mail are called. */
export const properName = (branch: string): string => `党建工作样板支部申报书-机械工程学院${branch}`

const IN_TIME = new Date('2024-05-18T01:00:00Z')

/** A mail of the branch, sent in time and named right, with this document: whatever is wrong, it is the form. */
export function judgeForm(branch: string, document: Document): Decision {
  const message: Message = {
    ...{ sha256: document.sha256, messageId: '<form@example.com>', references: [], replyTo: [], headers: [] },
    from: [{ name: '', address: 'zhibu@dlut.edu.cn' }],
    ...{ subject: properName(branch), date: null, text: '申报书见附件。' },
    attachments: [{ name: document.name, bytes: new Uint8Array(1), sha256: document.sha256 }],
  }
  const [decision] = judge(
    {
      message,
      documents: [document],
      time: { at: IN_TIME, clock: 'argument', other: null },
      now: IN_TIME,
      thread: null,
    },
    {
      calls: [shippedCall],
      senders: { domains: ['dlut.edu.cn'], others: 'answer', authservId: '' },
      ownAddresses: ['shenbao@example.com'],
      standing: () => null,
    },
  )
  return decision
}
