import { describe, expect, it } from 'vitest'
import { lostOf } from '../../src/documents/pdf/witness.ts'

const OURS = [
  '党支部名称',
  '金属材料教工党支部',
  '党员人数',
  '32',
  '支部坚持“三会一课”制度，每月组织集中学习不少于2次。',
  ...Array.from({ length: 20 }, (_, line) => `第${line}条，支部委员分工负责，逐项落实创建举措，按期报告进展情况。`),
].join('\n')

const seen = (...lines: string[]) => [...OURS.split('\n'), ...lines]

describe('what a second reading of a PDF saw', () => {
  it.each([
    ['the same lines', []],
    ['cells side by side in one line', ['党支部名称 金属材料教工党支部\t党员人数 32']],
    ['a line broken elsewhere', ['支部坚持“三会一课”制', '度，每月组织集中学习不少于2次。']],
    ['letters drawn twice', ['党支部名称党支部名称', '党党支支部部名名称称']],
    ['other numbers and signs', ['第99条：支部委员分工负责、逐项落实创建举措']],
    ['a few letters that we lack', ['校徽']],
  ])('is not lost: %s', (_, lines) => {
    expect(lostOf(seen(...lines), OURS).lines).toEqual([])
  })

  it('is lost where we lack eight ideographs in a row, or more than one in a hundred', () => {
    expect(lostOf(seen('党员人数 曾获省级先进基层党组织称号'), OURS).lines).toEqual([
      '党员人数 曾获省级先进基层党组织称号',
    ])
    const names = ['沈望舒', '程以宁', '李知远', '周砚清', '顾明湖', '许怀瑾']
    expect(lostOf(seen(...names), OURS).lines).toEqual(names)
  })

  it('is told as a share of all that it saw', () => {
    expect(lostOf(seen(), OURS).share).toBe(0)
    expect(lostOf(['全文均为另一份材料的内容，与此无关'], OURS).share).toBe(1)
    expect(lostOf([], OURS).share).toBe(0)
  })
})
