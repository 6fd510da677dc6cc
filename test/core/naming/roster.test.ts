import { describe, expect, it } from 'vitest'
import { matchBranch, sameBranch } from '../../../src/core/naming/roster.ts'
import { call } from './call.ts'

describe('a branch of the roster', () => {
  it.each([
    ['教工第一党支部', '教工第一党支部', 'name', true],
    ['教工第1党支部', '教工第一党支部', 'name', false],
    ['机械工程学院教工第一党支部', '教工第一党支部', 'name', false],
    ['大连理工大学机械工程学院教工第一党支部', '教工第一党支部', 'name', false],
    ['中共大连理工大学机械工程学院委员会教工第一支部委员会', '教工第一党支部', 'name', false],
    ['中国共产党大连理工大学机械工程学院教工第一支部', '教工第一党支部', 'name', false],
    ['机械制造系教工党支部', '机械制造系教工党支部', 'name', true],
    ['教工党支部', '教工党支部', 'name', true],
    ['机制教工', '机械制造系教工党支部', 'alias', false],
    ['机械工程学院本二支部', '本科生第二党支部', 'alias', false],
  ])('is known as %s', (written, name, via, exact) => {
    expect(matchBranch(written, call)).toMatchObject({ kind: 'known', branch: { name }, via, exact })
  })
})

describe('a branch that is not in the roster', () => {
  it.each([
    ['教工第一支部', ['教工第一党支部']],
    ['第一学生党支部', ['学生第一党支部']],
    ['學生第一黨支部', ['学生第一党支部']],
    ['實驗中心與機關研究生導師師生黨支部', ['实验中心与机关研究生导师师生党支部']],
    ['过控专业第一党支部', ['过装专业第一党支部']],
    ['离退休党支部', ['离退休教工党支部']],
    ['退休教工党支部', ['离退休教工党支部', '教工党支部']],
    ['职工第一党支部', ['教工第一党支部', '学生第一党支部']],
  ])('is near: %s', (written, suggested) => {
    const reading = matchBranch(written, call)
    expect(reading.kind === 'near' ? reading.suggestions.map(({ name }) => name) : reading.kind).toEqual(suggested)
  })

  it.each([
    '教工第四党支部',
    '教工第十一党支部',
    '学生第二十党支部',
    '离退休教工第一党支部',
    '2020级本科生党支部',
    '新能源研究所党支部',
    '物理-硕博-凝聚态03-学生党支部',
    `${'很长的名称'.repeat(100)}党支部`,
  ])('is unknown: %s', written => {
    expect(matchBranch(written, call)).toMatchObject({ kind: 'unknown', written })
  })

  it.each(['', ' ', '-', '党支部', '支部', '（党支部）'])('is none, for there is no name: %j', written => {
    expect(matchBranch(written, call)).toEqual({ kind: 'none' })
  })
})

it('is ambiguous where two branches share what is written', () => {
  expect(matchBranch('学生第二支部', call)).toMatchObject({
    kind: 'ambiguous',
    candidates: [{ name: '本科生第二党支部' }, { name: '研究生第二十一党支部' }],
  })
})

it('tells a branch whose own name begins with 党委 from the one without', () => {
  const offices = ['办公室党支部', '党委办公室党支部'].map(name => ({
    name,
    type: null,
    aliases: [],
    emails: [],
    excluded: null,
  }))
  const reading = matchBranch('机械工程学院党委办公室党支部', { ...call, roster: offices })
  expect(reading).toMatchObject({ kind: 'known', branch: { name: '党委办公室党支部' } })
})

describe('two readings', () => {
  it.each([
    ['教工第一党支部', '教工第01党支部', true],
    ['机制教工', '机械制造系教工党支部', true],
    ['学生二支部', '本科生第二党支部', true],
    ['新能源研究所党支部', '中共机械工程学院新能源研究所支部委员会', true],
    ['教工第四党支部', '教工第4党支部', true],
    ['教工党支部', '机械制造系教工党支部', false],
    ['教工第四党支部', '教工第五党支部', false],
    ['教工第一支部', '教工第一党支部', false],
    ['', '', false],
  ])('of %j and %j name the same branch: %s', (one, other, same) => {
    expect(sameBranch(matchBranch(one, call), matchBranch(other, call))).toBe(same)
  })
})
