import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import { B1, judgedIn, OWN, type PersonsMail, photo } from '../../support/people/judged.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = '最佳党日活动申报书-{unit}{branch}'
const partyDay: Call = {
  ...shippedCall,
  ...{ id: 'party-day', title: '最佳党日活动评选', short: '最佳党日' },
  naming: { subject: TITLE, file: TITLE, archive: null },
  form: { ...shippedCall.form, title: '最佳党日活动申报书' },
  deadline: new Date('2024-05-24T10:00:00+08:00'),
}
const branches: Call = { ...shippedCall, short: '样板支部' }
const ID = branches.id
const in_ = (...calls: readonly string[]) => calls.map(call => ({ branch: B1, by: OWN, call }))
const BOTH = in_(ID, partyDay.id)

type Sent = Pick<PersonsMail, 'subject' | 'text' | 'files'> & {
  readonly applied: ReturnType<typeof in_>
  readonly thread?: string
}

/** «call: relation outcome applicant», and what staff and sender are told of it. */
async function sent({ thread, ...mail }: Sent) {
  const [{ call, relation, outcome, branch, answer, notes }, ...others] = await judgedIn([branches, partyDay], {
    ...mail,
    from: OWN,
    at: new Date('2024-05-17T09:00:00+08:00'),
    thread: thread === undefined ? null : { call: thread, branch: B1, outcome: 'accepted', files: ['before'] },
    standing: () => OWN,
  })
  expect(others).toEqual([])
  return { is: `${call}: ${relation} ${outcome} ${branch?.name ?? '?'}`, answer, notes }
}

const PROOF = { subject: '补充材料', text: '补充获奖证书，见附件。', files: [photo('荣誉证书.jpg')] }
const GONE = { subject: '撤回', text: '老师好，我支部撤回申报，谢谢。' }

describe('who has applications in two calls and names neither', () => {
  test.each([
    ['a withdrawal', GONE, `${ID}: withdrawal held ?`],
    ['proof', PROOF, `${ID}: evidence noted ?`],
    ['a withdrawal with the branch’s name', { ...GONE, subject: `${B1}撤回申报` }, `${ID}: withdrawal held ?`],
  ])('is asked by a person which is meant: %s', async (_, mail, is) => {
    expect(await sent({ ...mail, applied: BOTH })).toEqual({
      is,
      answer: 'neutral',
      notes: [`来信未写明是哪一份申报，可能是：${B1}（样板支部）、${B1}（最佳党日）。请与来信人核实。`],
    })
  })
})

describe('it is for the call', () => {
  test.each<[string, Omit<Sent, 'applied'> & Partial<Sent>, string]>([
    ['that its words name', { ...GONE, text: '最佳党日活动我们撤回申报。' }, 'party-day: withdrawal held'],
    ['that its subject names', { ...PROOF, subject: '样板支部补充材料' }, `${ID}: evidence noted`],
    [
      'that its file is named after',
      { ...PROOF, files: [photo('最佳党日活动获奖证书.jpg')] },
      'party-day: evidence noted',
    ],
    ['of its thread', { ...GONE, thread: 'party-day' }, 'party-day: withdrawal held'],
    ['in which its sender has something', { ...GONE, applied: in_('party-day') }, 'party-day: withdrawal held'],
  ])('%s', async (_, mail, is) => {
    expect(await sent({ applied: BOTH, ...mail })).toMatchObject({ is: `${is} ${B1}`, answer: 'full' })
  })
})
