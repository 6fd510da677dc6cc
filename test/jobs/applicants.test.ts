import { describe, expect, it, test } from 'vitest'
import type { Applicant } from '../../src/core/call/applicant.ts'
import type { Call } from '../../src/core/call/call.ts'
import type { Decision } from '../../src/core/judge/decision.ts'
import { applicantNamed } from '../../src/jobs/applicant-named.ts'
import { callFacts } from '../../src/jobs/digest-calls.ts'
import type { Related } from '../../src/jobs/digest-related.ts'
import { whoeverIsNamed } from '../../src/jobs/whoever-is-named.ts'
import { callsOf, MEMBERS, PARTY_DAY } from '../support/notices.ts'
import { SCHOLARSHIP } from '../support/scholarship.ts'
import { shippedCall } from '../support/shipped-call.ts'

const [members, partyDay, scholarship] = [MEMBERS, PARTY_DAY, SCHOLARSHIP].map(one => callsOf(one)[0]) as [
  Call,
  Call,
  Call,
]
const [DESIGN, MAKING, CHEMICAL] = members.roster.map(({ name }) => name) as [string, string, string]
const of = (branch: string, name: string): Applicant => ({ key: `${branch}/${name}`, shown: `${branch}（${name}）` })
const ZHANG = { key: '202400101', shown: '张小明（202400101）' }

/** The `id`th mail of a call, of that applicant. */
const mail = (id: number, call: Call, change: Partial<Related>): Related => ({
  ...{ id, entry: 0, call: call.id, branch: null, applicant: null, folder: 'INBOX', state: 'judged', number: null },
  ...{ relation: 'application', outcome: 'accepted', version: 1, standing: false, attempts: 1, withheldFor: null },
  ...{ concludedAt: null, from: 'a@x.cn', subject: '申报', reply: null },
  receivedAt: new Date(Date.UTC(2024, 4, 16, 1, id)).toISOString(),
  ...change,
})
const rowsOf = (call: Call, related: readonly Related[]) =>
  callFacts(call, related, () => false).rows.map(
    ({ applicant, root, state, listed }) => `${applicant.shown} ${root} ${state}${listed ? '' : ' *'}`,
  )

describe('the applicants of a call, for staff', () => {
  it('are those of each row of the roster, one by one where several may come of it', () => {
    const related = [
      mail(1, members, { branch: DESIGN, applicant: of(DESIGN, '李明'), standing: true }),
      mail(2, members, { branch: DESIGN, applicant: of(DESIGN, '王芳'), outcome: 'returned' }),
      mail(3, members, { branch: MAKING, applicant: { key: MAKING, shown: MAKING }, outcome: 'held' }),
    ]
    expect(rowsOf(members, related)).toEqual([
      `${DESIGN}（李明） ${DESIGN} accepted`,
      `${DESIGN}（王芳） ${DESIGN} returned`,
      `${MAKING} ${MAKING} held`,
      `${CHEMICAL} ${CHEMICAL} none`,
    ])
  })

  it('bear the bare name of a row only until somebody of it comes by name', () => {
    const bare = mail(1, members, { branch: DESIGN, applicant: { key: DESIGN, shown: DESIGN }, outcome: 'returned' })
    const named = mail(2, members, { branch: DESIGN, applicant: of(DESIGN, '李明'), standing: true })
    expect(rowsOf(members, [bare, named])[0]).toBe(`${DESIGN}（李明） ${DESIGN} accepted`)
    expect(rowsOf(members, [bare, named])).toHaveLength(3)
    expect(rowsOf(members, [{ ...bare, id: 3, receivedAt: '2024-05-17T00:00:00.000Z' }, named])).toContain(
      `${DESIGN} ${DESIGN} returned`,
    )
  })

  it('are without a roster whoever applied, in the order in which they came, what they took back included', () => {
    const li = { key: '202400102', shown: '李小红（202400102）' }
    const related = [
      mail(1, scholarship, { applicant: li, standing: true }),
      mail(2, scholarship, { applicant: ZHANG, outcome: 'returned' }),
      mail(3, scholarship, { applicant: li, relation: 'withdrawal', outcome: 'held' }),
      mail(4, scholarship, { outcome: 'held' }),
    ]
    expect(rowsOf(scholarship, related)).toEqual([`${li.shown} null withdrawing`, `${ZHANG.shown} null returned`])
    expect(callFacts(scholarship, related, () => false).unknownSubmissions).toBe(1)
  })

  it('are marked where the roster lacks them', () => {
    const related = [
      mail(1, shippedCall, {
        branch: '没人想到的党支部',
        applicant: { key: '没人想到的党支部', shown: '没人想到的党支部' },
      }),
    ]
    expect(rowsOf(shippedCall, related).at(-1)).toBe('没人想到的党支部 null accepted *')
  })

  it('are told how subject and archive are to be called, as far as the notice asks', () => {
    expect(callFacts(partyDay, [], () => false)).toMatchObject({
      naming: { subject: '', file: 'XX党支部', packed: true },
      blank: 'XX党支部',
    })
  })
})

test.each<[string, Call, readonly Applicant[], string]>([
  ['张小明', scholarship, [ZHANG], ZHANG.key],
  ['202400101', scholarship, [ZHANG], ZHANG.key],
  ['李明', members, [of(DESIGN, '李明'), of(DESIGN, '王芳')], `${DESIGN}/李明`],
  ['化工', members, [of(DESIGN, '李明')], CHEMICAL],
])('«%s» is found among those who may be meant', (written, call, applied, key) => {
  expect(applicantNamed(written, applied, call).key).toBe(key)
})

test.each<[string, Call, readonly Applicant[], RegExp]>([
  ['机械设计', members, [of(DESIGN, '李明'), of(DESIGN, '王芳')], /您是指.*李明.*王芳/],
  ['赵六', scholarship, [ZHANG], /没有申报/],
  ['教工第九党支部', shippedCall, [], /不在名册中/],
])('«%s» is refused with the choices', (written, call, applied, why) => {
  expect(() => applicantNamed(written, applied, call)).toThrow(why)
})

describe('whom a person names for a mail that names nobody', () => {
  const found = { form: null } as unknown as Decision

  it.each<[string, Call, ReturnType<typeof whoeverIsNamed>]>([
    ['2024 00101', scholarship, { branch: null, applicant: { key: '202400101', shown: '2024 00101' } }],
    [DESIGN, partyDay, { branch: { name: DESIGN } }],
    [`${DESIGN}（李明）`, members, { branch: { name: DESIGN }, applicant: of(DESIGN, '李明') }],
    [`${DESIGN}/李明`, members, { branch: { name: DESIGN }, applicant: of(DESIGN, '李明') }],
  ])('«%s» is an applicant of the call', (written, call, whose) => {
    expect(whoeverIsNamed(written, found, call)).toEqual(whose)
  })

  it('is refused where the roster has nobody of that name', () => {
    expect(() => whoeverIsNamed('机械设计教工党支部', found, partyDay)).toThrow(`did you mean ${DESIGN}`)
  })
})
