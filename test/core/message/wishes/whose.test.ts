import { describe, expect, it } from 'vitest'
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
  whoseIs(shippedCall, {
    ...{ message: message(subject), thread, said: SAID },
    ...{ files: [], applied: [], splits: true },
  })
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

describe('where a row of the roster may make several applications', () => {
  const several = { ...shippedCall, applicant: { ...shippedCall.applicant, several: { by: 'candidate', most: 2 } } }
  const applied = ['张三', '李四'].map(name => ({
    ...{
      applicant: { key: `${BRANCH}/${name}`, shown: `${BRANCH}（${name}）` },
      senders: ['b@dlut.edu.cn'],
      stands: true,
    },
  }))
  const keys = (subject: string, change: Partial<Parameters<typeof whoseIs>[1]> = {}) =>
    whoseIs(several, {
      ...{ message: message(subject), thread: null, said: `${subject}\n${SAID}`, files: [], applied, splits: true },
      ...change,
    })?.whose.map(({ branch, applicant }) => applicant?.key ?? branch?.name)

  it('a withdrawal that names the row is about each of them', () => {
    expect(keys(`${BRANCH}撤回申报`)).toEqual([`${BRANCH}/张三`, `${BRANCH}/李四`])
  })

  it('one that names one of them is about that one, and one of nothing on record about the row', () => {
    expect(keys(`${BRANCH}撤回李四的申报`)).toEqual([`${BRANCH}/李四`])
    expect(keys(`${BRANCH}撤回申报`, { applied: [] })).toEqual([BRANCH])
  })

  it('evidence that names the row is filed with the row', () => {
    expect(keys(`${BRANCH}佐证材料`, { splits: false })).toEqual([BRANCH])
  })

  it('one that names nobody is none of them by itself', () => {
    const from = { ...message('撤回申报'), from: [{ name: '', address: 'b@dlut.edu.cn' }] }
    expect(keys('撤回申报', { message: from })).toEqual([undefined])
  })
})
