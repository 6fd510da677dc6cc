import { expect, it } from 'vitest'
import type { Message } from '../../../../src/core/message/message.ts'
import type { Thread } from '../../../../src/core/message/thread.ts'
import { whoseIs } from '../../../../src/core/message/wishes/whose.ts'
import { shippedCall } from '../../../support/shipped-call.ts'

const BRANCH = '教工第一党支部'
const SAID = '我支部撤回申报。'

const message = (subject: string): Message => ({
  ...{ sha256: 'a', messageId: null, references: [], from: [{ name: '', address: 'new@dlut.edu.cn' }], replyTo: [] },
  ...{ subject, date: null, headers: [], text: SAID, attachments: [] },
})
const thread = (of: Partial<Thread>): Thread => ({
  ...{ call: shippedCall.id, branch: BRANCH, outcome: 'accepted', files: [] },
  ...of,
})
const toldIn = (thread: Thread | null, subject = '有变化') =>
  whoseIs(shippedCall, { ...{ message: message(subject), thread, said: SAID }, ...{ files: [], applied: [] } })
const whose = (of: Thread | null, subject = '有变化') =>
  toldIn(of, subject)?.whose.map(({ branch, applicant }) => branch?.name ?? applicant?.key)

it('a note that names nobody is the thread’s, whoever writes in it', () => {
  expect(whose(thread({}))).toEqual([BRANCH])
  expect(whose(thread({ applicant: { key: BRANCH, shown: BRANCH } }))).toEqual([BRANCH])
  expect(whose(thread({ branch: null, applicant: { key: '2024001', shown: '张三' } }))).toEqual(['2024001'])
})

it('a thread of another call, or of nobody, names nobody', () => {
  expect(whose(thread({ call: 'another' }))).toBeUndefined()
  expect(whose(thread({ branch: null }))).toEqual([undefined])
  expect(whose(null)).toBeUndefined()
})

it('a name in the subject goes before the thread', () => {
  expect(whose(thread({}), '教工第二党支部撤回申报')).toEqual(['教工第二党支部'])
})

it('one of several applications of a row stays that one', () => {
  const told = toldIn(thread({ applicant: { key: `${BRANCH}/项目`, shown: '项目' } }))
  expect(told?.whose[0]).toMatchObject({ branch: { name: BRANCH }, applicant: { key: `${BRANCH}/项目` } })
})
