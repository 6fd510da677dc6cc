import { expect, test } from 'vitest'
import type { Deliverable } from '../../../src/core/call/deliverable.ts'
import { namedInPart } from '../../../src/core/judge/named-in-part.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const call = { ...shippedCall, form: { ...shippedCall.form, title: '优秀党员推荐审批表' } }
const [shipped] = shippedCall.deliverables
const titled = (title: string): Deliverable => {
  if (shipped === undefined) throw new Error('the shipped call asks for nothing')
  return { ...shipped, id: title, title, titles: [], name: null }
}
const named = (file: string, ...titles: string[]) => namedInPart(file, titles.map(titled), call)?.title ?? null

test('a file is the document in whose title its own words stand', () => {
  expect(named('王小明代表性论文1.pdf', '代表性论文全文', '推荐信')).toBe('代表性论文全文')
})

test('words of the form’s own title make a file no other document', () => {
  expect(named('王小明推荐审批表.pdf', '推荐审批表签字扫描件')).toBeNull()
})

test('words that two titles share, and few of them, tell nothing', () => {
  expect(named('获奖证明材料.pdf', '获奖证明材料目录', '获奖证明材料原件')).toBeNull()
  expect(named('材料.pdf', '证明材料')).toBeNull()
})
