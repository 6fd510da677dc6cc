import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/core/eligibility/all-checks.ts'
import { aForm, aMeasure } from '../../support/form.ts'
import { oneCheck } from '../../support/one-check.ts'
import { shippedCall } from '../../support/shipped-call.ts'

describe('plan.deadlines', () => {
  test.each([
    ['2025-06', '2025年6月', 'pass'],
    ['2024-05', '2024年5月', 'pass'],
    ['2026-05', '2026.05', 'pass'],
    ['recurring', '每学期', 'pass'],
    ['open', '长期坚持', 'review'],
    ['2024-04', '2024年4月', 'fail'],
    ['2026-06', '2026年6月', 'fail'],
    [null, '', 'fail'],
    [null, ' ', 'fail'],
    [null, '适时', 'review'],
    [null, null, 'review'],
    ['soon', '很快', 'review'],
    [null, '无', 'fail'],
    [null, '/', 'fail'],
    ['2026-12', '2026年', 'review'],
    ['2026-12', '2026年底', 'fail'],
    ['2026-12', '2024-2026年', 'review'],
    ['2026-06', '2026年上半年', 'review'],
    ['2026-06', null, 'fail'],
    ['2026-08', '2026年3月-8月', 'fail'],
    ['2024-12', '2024年', 'pass'],
    ['2026-06', '2026年5-6月', 'fail'],
  ] as const)('a limit %s, written «%s»: %s', (due, dueText, verdict) => {
    const measures = [aMeasure('2025-06', '2025年6月'), aMeasure(due, dueText)]
    expect(oneCheck('plan.deadlines', aForm({ measures })).verdict).toBe(verdict)
  })

  test('passes nothing of which most was not read as measures', () => {
    const measures = [aMeasure('2025-06', '2025年6月')]
    const told = (measuresText: string) => oneCheck('plan.deadlines', aForm({ measures, measuresText })).verdict
    expect(told(measures[0]?.quote ?? '')).toBe('pass')
    expect(told(`${measures[0]?.quote}\n开展“设计中国”读书班，党员领读经典，每学期两场，期末交流心得。`)).toBe('review')
  })

  test('the rows that fail are named and quoted, and those only', () => {
    const measures = [
      aMeasure('2025-06', '2025年6月'),
      aMeasure(null, ''),
      aMeasure('open', '长期'),
      aMeasure('2027-01', '2027.1'),
    ]
    expect(oneCheck('plan.deadlines', aForm({ measures }))).toEqual({
      id: 'plan.deadlines',
      verdict: 'fail',
      evidence: ['建设党员先锋岗 |', '建设党员先锋岗 | 2027.1'],
      note: '第2项举措未填写完成时限；第4项举措完成时限2027年1月不在创建周期（2024年5月至2026年5月）内。',
    })
  })

  test.each([
    ['2027年寒假前', '2027-01', 'fail'],
    ['2026年春季学期', '2026-07', 'review'],
    ['2025-2026学年第二学期', '2026-07', 'review'],
    ['2026年春季学期末', '2026-07', 'fail'],
    ['2026年秋季学期', '2027-01', 'fail'],
    ['2026年毕业季', '2026-06', 'review'],
    ['三年内', '2027-05', 'review'],
    ['党代会前', null, 'review'],
  ] as const)('in a university’s words, «%s»: %s', (dueText, due, verdict) => {
    expect(oneCheck('plan.deadlines', aForm({ measures: [aMeasure(due, dueText)] })).verdict).toBe(verdict)
  })

  test('an end in a university’s words is quoted as it was written, with the month that was understood', () => {
    const measures = [aMeasure('2027-01', '2027年寒假前'), aMeasure('2026-12', '2026年12月底前')]
    expect(oneCheck('plan.deadlines', aForm({ measures })).note).toBe(
      '第1项举措完成时限“2027年寒假前”（2027年1月）不在创建周期（2024年5月至2026年5月）内；第2项举措完成时限2026年12月不在创建周期（2024年5月至2026年5月）内。',
    )
  })

  test('«无» in the column of limits is not called empty', () => {
    const measures = [aMeasure(null, '无'), aMeasure(null, '')]
    expect(oneCheck('plan.deadlines', aForm({ measures })).note).toBe(
      '第1项举措完成时限填为“无”；第2项举措未填写完成时限。',
    )
  })

  test('what was written and not understood is said to be so, and nobody is told that it is missing', () => {
    const notes = [aMeasure(null, '党代会前'), aMeasure(null, null)].map(
      measure => oneCheck('plan.deadlines', aForm({ measures: [measure] })).note,
    )
    expect(notes).toEqual([
      '第1项举措完成时限“党代会前”未能识别，请人工核对。',
      '第1项举措的完成时限未能识别，请人工核对。',
    ])
  })

  test('a blank cell beside a time in its row, or under one over the table, is for a person', () => {
    const inRow = { ...aMeasure(null, ''), quote: '2025年6月前建成党员先锋岗 |' }
    const over = [aMeasure(null, '')]
    const measuresText = `以下举措均于2025年底前完成\n${over[0]?.quote}`
    expect(oneCheck('plan.deadlines', aForm({ measures: [inRow] })).verdict).toBe('review')
    expect(oneCheck('plan.deadlines', aForm({ measures: over, measuresText })).verdict).toBe('review')
  })

  test('a limit that may lie in the last month of the cycle may lie inside it', () => {
    const call = { ...shippedCall, cycle: { from: '2024-05', to: '2026-04' } }
    const form = aForm({ measures: [aMeasure('2026-06', '2026年第二季度')] })
    expect(runChecks(form, call, null).find(({ id }) => id === 'plan.deadlines')?.verdict).toBe('review')
  })

  test('a limit that may lie inside the cycle is for a person, and the note says so', () => {
    expect(oneCheck('plan.deadlines', aForm({ measures: [aMeasure('2026-12', '2026年')] })).note).toBe(
      '第1项举措完成时限“2026年”可能超出创建周期，请人工核对。',
    )
  })

  test('a note stays short however many rows fail', () => {
    const measures = Array.from({ length: 40 }, () => aMeasure(null, ''))
    expect(oneCheck('plan.deadlines', aForm({ measures })).note).toMatch(/第5项举措未填写完成时限；等40项。$/)
  })

  test('a plan without a single measure read is for a person', () => {
    expect(oneCheck('plan.deadlines', aForm({ measures: [] })).verdict).toBe('review')
  })
})

describe('plan.outcomes', () => {
  test.each([
    ['发表论文3篇。', 'pass'],
    ['发表论文３篇。', 'pass'],
    ['形成典型案例2-3项。', 'pass'],
    ['培育先进典型不少于 5 名。', 'pass'],
    ['凝练党建工作法两项。', 'pass'],
    ['党员参与率达到95%以上。', 'pass'],
    ['服务师生一百余人次。', 'pass'],
    ['师生满意度明显提高。', 'pass'],
    ['由学院党委组织年度考核。', 'pass'],
    ['凝练党建工作法一套，发表论文一篇。', 'pass'],
    ['建成示范岗十个以上。', 'pass'],
    ['完成率达到百分之百。', 'pass'],
    ['论文2～3篇。', 'pass'],
    ['打造一个品牌，形成一批成果。', 'review'],
    ['在“十四五”期间，3个月内见成效，胸怀两个大局。', 'review'],
    ['十四五期末有进展。', 'review'],
    ['第3次获得表彰。', 'review'],
    ['到2026年5月，水平显著提升。', 'review'],
    ['做到七个有力，服务四个面向。', 'review'],
    ['贯彻学校第十四次党代会精神。', 'review'],
    ['2025年取得明显成效。', 'review'],
    ['', 'review'],
    [null, 'review'],
  ] as const)('«%s»: %s', (outcomes, verdict) => {
    const check = oneCheck('plan.outcomes', aForm({ outcomes }))
    expect(check.verdict).toBe(verdict)
    expect(check.evidence).toEqual(verdict === 'pass' ? [outcomes] : [])
  })
})
