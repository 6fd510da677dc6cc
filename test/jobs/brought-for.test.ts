import { expect, it } from 'vitest'
import type { Call } from '../../src/core/call/call.ts'
import type { Decision, JudgedDocument } from '../../src/core/judge/decision.ts'
import { broughtFor } from '../../src/jobs/brought-for.ts'
import type { Related } from '../../src/jobs/digest-related.ts'
import { callsOf, MEMBERS, PARTY_DAY } from '../support/notices.ts'
import { shippedCall } from '../support/shipped-call.ts'

const [partyDay, members] = [PARTY_DAY, MEMBERS].map(one => callsOf(one)[0]) as [Call, Call]
const [DESIGN = ''] = members.roster.map(({ name }) => name)

type Sent = { readonly id: number; readonly files: readonly JudgedDocument[] } & Partial<Related>

const file = (name: string, deliverable: string | null): JudgedDocument => ({
  ...{ name, deliverable, bytes: 1, sha256: name, kind: 'docx', status: 'read', why: null, archive: null },
  isForm: deliverable === 'form',
})

/** What the papers of the last of these mails hold. */
function held(call: Call, mails: readonly Sent[]) {
  const related = mails.map(({ id, files: _, ...change }) => ({
    ...{
      id,
      entry: 0,
      call: call.id,
      branch: DESIGN,
      applicant: { key: DESIGN, shown: DESIGN },
      relation: 'application',
    },
    ...{ outcome: 'returned', standing: false, receivedAt: new Date(Date.UTC(2024, 5, id)).toISOString() },
    ...change,
  })) as unknown as Related[]
  const decisionsOn = (id: number) => [
    { decision: { documents: mails.find(one => one.id === id)?.files ?? [], remarks: [] } as unknown as Decision },
  ]
  const one = related.find(({ standing }) => standing)
  if (one === undefined) throw new Error('none stands')
  const { form, beside } = broughtFor(one, { related, call }, { decisionsOn } as never)
  return { form: form?.name ?? null, beside: beside.map(({ name }) => name) }
}

const stands = { outcome: 'accepted', standing: true } as const

it('a form and what was sent after it are one set', () => {
  const mails = [
    { id: 1, files: [file('表.docx', 'form')] },
    { id: 2, files: [file('总结.docx', 'summary')], ...stands },
  ]
  expect(held(partyDay, mails)).toEqual({ form: '表.docx', beside: ['总结.docx'] })
})

it('a later mail replaces what it brings, and of what there may be many nothing', () => {
  const mails = [
    { id: 1, files: [file('旧表.docx', 'form'), file('旧总结.docx', 'summary'), file('1.jpg', 'photos')] },
    { id: 2, files: [file('新总结.docx', 'summary'), file('2.jpg', 'photos'), file('笔记.docx', null)] },
    { id: 3, files: [file('新表.docx', 'form')], ...stands },
  ]
  expect(held(partyDay, mails)).toEqual({ form: '新表.docx', beside: ['新总结.docx', '2.jpg', '1.jpg'] })
})

it('what was refused, or came after the version that stands, is none of it', () => {
  const mails = [
    { id: 1, files: [file('1.jpg', 'photos')], outcome: 'rejected' as const },
    { id: 2, files: [file('表.docx', 'form'), file('总结.docx', 'summary')], ...stands },
    { id: 3, files: [file('3.jpg', 'photos')], outcome: 'held' as const },
  ]
  expect(held(partyDay, mails)).toEqual({ form: '表.docx', beside: ['总结.docx'] })
})

it('where the form alone is asked for, an older version is no part of the newer one', () => {
  const mails = [
    { id: 1, files: [file('旧.docx', 'form'), file('证书.docx', null)] },
    { id: 2, files: [file('新.docx', 'form')], ...stands },
  ]
  expect(held(shippedCall, mails)).toEqual({ form: '新.docx', beside: [] })
})

it('a list that names the branch alone is everybody’s of it, another’s form nobody else’s', () => {
  const of = (name: string) => ({ applicant: { key: `${DESIGN}/${name}`, shown: `${DESIGN}（${name}）` } })
  const mails = [
    { id: 1, files: [file('汇总表.xlsx', 'list')], relation: 'evidence' as const, outcome: 'noted' as const },
    { id: 2, files: [file('王芳.docx', 'form')], ...of('王芳') },
    { id: 3, files: [file('李明.docx', 'form')], ...of('李明'), ...stands },
  ]
  expect(held(members, mails)).toEqual({ form: '李明.docx', beside: ['汇总表.xlsx'] })
})
