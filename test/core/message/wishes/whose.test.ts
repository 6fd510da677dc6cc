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
const whose = (of: Thread | null, subject = '有变化') =>
  whoseIs(SAID, shippedCall, { message: message(subject), thread: of }).map(
    ({ branch, applicant }) => branch?.name ?? applicant?.key,
  )

it('a note that names nobody is the thread’s, whoever writes in it', () => {
  expect(whose(thread({}))).toEqual([BRANCH])
  expect(whose(thread({ applicant: { key: BRANCH, shown: BRANCH } }))).toEqual([BRANCH])
  expect(whose(thread({ branch: null, applicant: { key: '2024001', shown: '张三' } }))).toEqual(['2024001'])
})

it('a thread of another call, or of nobody, names nobody', () => {
  expect(whose(thread({ call: 'another' }))).toEqual([])
  expect(whose(thread({ branch: null }))).toEqual([])
  expect(whose(null)).toEqual([])
})

it('a name in the subject goes before the thread', () => {
  expect(whose(thread({}), '教工第二党支部撤回申报')).toEqual(['教工第二党支部'])
})

it('one of several applications of a row stays that one', () => {
  const [found] = whoseIs(SAID, shippedCall, {
    message: message('有变化'),
    thread: thread({ applicant: { key: `${BRANCH}/项目`, shown: '项目' } }),
  })
  expect(found).toMatchObject({ branch: { name: BRANCH }, applicant: { key: `${BRANCH}/项目` } })
})
