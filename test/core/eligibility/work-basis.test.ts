import { describe, expect, test } from 'vitest'
import type { BranchType } from '../../../src/core/call/call.ts'
import { aBasis, aForm } from '../../support/form.ts'
import { aBranch, oneCheck } from '../../support/one-check.ts'

describe('duties', () => {
  const judge = (basis: string | null) => oneCheck('duties', aForm({ basis }))

  test('pass with a quote for each of the seven', () => {
    const check = judge(aBasis())
    expect(check.verdict).toBe('pass')
    expect(check.evidence).toHaveLength(7)
    expect(check.evidence[0]).toBe('支部每月开展主题党日和集中学习，全年组织专题党课十二次。')
  })

  test.each([
    ['…群众 for …师生', aBasis().replaceAll('师生有力', '群众有力')],
    ['the short form', aBasis().replaceAll('党员有力', '有力').replaceAll('师生有力', '有力')],
    ['inside a sentence', aBasis().replaceAll(/）(..)党员有力\n/g, '）在$1党员有力方面，')],
    ['with an overview behind', `${aBasis()}\n支部做到教育党员有力、管理党员有力。`],
    ['with an overview before', `支部做到教育党员有力、管理党员有力、监督党员有力、组织师生有力。\n${aBasis()}`],
  ])('pass with headings written otherwise: %s', (_, basis) => {
    expect(judge(basis).verdict).toBe('pass')
  })

  test.each([
    ['a heading without its text', aBasis({ 监督党员有力: '' })],
    ['a heading with a phrase', aBasis({ 监督党员有力: '严格监督，成效明显。' })],
    ['a heading with too little', aBasis({ 监督党员有力: '严'.repeat(34) })],
    ['a missing heading', aBasis().replace('监督党员有力', '其他')],
  ])('review, naming what is short or was not recognised, and never that it is missing: %s', (what, basis) => {
    const isUnknown = what === 'a missing heading'
    expect(judge(basis)).toMatchObject({
      verdict: 'review',
      note: isUnknown ? '系统未能识别“监督党员有力”部分，请人工核对。' : '“监督党员有力”部分内容较少，请人工核对。',
    })
  })

  test.each([null, '', '支部各项工作扎实推进。'])('review of «%s»', basis => {
    expect(judge(basis)).toMatchObject({ verdict: 'review', evidence: [] })
  })
})

describe('standard', () => {
  test.each([
    ['支部严格落实“三会一课”制度，每月开展主题党日活动。', 'pass'],
    ['组织生活规范。', 'review'],
    ['支部围绕学院中心工作积极开展各项科研攻关和人才培养工作。', 'review'],
    [null, 'review'],
  ] as const)('«%s»: %s', (basis, verdict) => {
    const check = oneCheck('standard', aForm({ basis }))
    expect(check.verdict).toBe(verdict)
    expect(check.evidence).toEqual(verdict === 'pass' ? [basis] : [])
  })
})

test('a few sentences are quoted, not all', () => {
  const sentence = (month: number) => `${month}月支部严格落实“三会一课”制度，开展主题党日活动。`
  const basis = [1, 2, 3, 4, 5].map(sentence).join('')
  expect(oneCheck('standard', aForm({ basis })).evidence).toEqual([1, 2, 3].map(sentence))
})

describe('yirongshuanggao', () => {
  test.each([
    ['支部深入推进“一融双高”建设，围绕重大装备完成攻关项目两项。', 'pass'],
    ['支部深入推进“一融双高”建设，把党建工作与科研工作同部署。近两年承担的项目取得突破。', 'pass'],
    ['支部深入推进“一融双高”建设，把党建工作与科研工作同部署。', 'review'],
    ['推进“一融双高”，有成效。', 'review'],
    ['支部每月开展主题党日活动，取得了良好的学习教育效果。', 'review'],
    [null, 'review'],
  ] as const)('«%s»: %s', (basis, verdict) => {
    expect(oneCheck('yirongshuanggao', aForm({ basis })).verdict).toBe(verdict)
  })

  test('is not proven by the plan', () => {
    const idea = '支部深入推进“一融双高”建设，围绕重大装备完成攻关项目两项。'
    expect(oneCheck('yirongshuanggao', aForm({ basis: '支部各项工作扎实推进。', idea })).verdict).toBe('review')
  })
})

describe('role', () => {
  const teaching = '支部书记入选“双带头人”培育对象，党员教师做出突出成绩。'
  const studying = '支部党员带头参加志愿服务和社会实践，发挥示范引领作用。'

  test.each([
    ['teacher', teaching, 'pass'],
    ['teacher', studying, 'review'],
    ['student', studying, 'pass'],
    ['student', teaching, 'review'],
    ['mixed', teaching, 'pass'],
    ['mixed', studying, 'pass'],
    ['mixed', '支部各项工作扎实推进，党员作用发挥充分，群众评价好。', 'review'],
    ['retired', teaching, 'review'],
    ['teacher', '落实立德树人。', 'review'],
    ['teacher', null, 'review'],
  ] satisfies [BranchType, string | null, string][])('of a %s branch «%s»: %s', (type, basis, verdict) => {
    expect(oneCheck('role', aForm({ basis }), aBranch({ type })).verdict).toBe(verdict)
  })

  test('of a branch whose type nobody knows is for a person, who sees what was found', () => {
    const form = aForm({ basis: studying, branchType: 'unknown' })
    const check = oneCheck('role', form, aBranch({ name: '过装专业第一党支部', type: null }))
    expect(check).toMatchObject({ verdict: 'review', evidence: [studying] })
  })
})

test('conduct is never proven by a form', () => {
  expect(oneCheck('conduct', aForm())).toMatchObject({ verdict: 'review', note: '待学院党委核实。' })
})
