import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import type { FormDescription } from '../../../src/core/form/description.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { bearsTitle, isTitle, titleOf } from '../../../src/core/form/title.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const { form } = shippedCall
const titled = (title: string): FormDescription => ({ ...form, title })
const titleIn = (text: string, of = form) => titleOf({ blocks: paragraphs(text) }, of)

describe('a title', () => {
  test.each([
    ['样板支部申报表', true],
    ['党支部样板创建申请书', true],
    ['关于申报样板支部的有关情况', false],
    ['样板支部创建工作总结', false],
  ])('«%s» is the form’s own: %s', (line, is) => {
    expect(isTitle(line, form)).toBe(is)
  })

  test('of a form that is called like another paper is its own', () => {
    const plan = titled('党支部特色活动方案')
    expect([bearsTitle('党支部特色活动方案', plan), isTitle('党支部特色活动方案', plan)]).toEqual([true, true])
    expect(titleIn('党支部特色活动方案\n支部：教工第一党支部', plan)).toBe('own')
  })

  test.each([
    ['申报书', 'none'],
    ['标杆党支部申报书', 'none'],
    ['青年教师培养基金申请书', 'other'],
    ['会议通知', 'other'],
  ])('«%s» over a text of ours says «%s»', (line, says) => {
    expect(titleIn(`${line}\n支部坚持每月学习。`)).toBe(says)
  })
})

const kindOf = (blocks: readonly Block[], call = shippedCall) => readForm({ blocks }, call).kind
const TITLE = paragraph('党建工作样板支部申报书')
const SECTIONS = paragraphs(
  '一、近三年荣誉\n2023年6月，支部获校级“先进党支部”称号。\n二、工作基础\n支部坚持每月学习，成效显著。\n三、预期成效\n案例2项，论文3篇。',
)

describe('what proves nothing', () => {
  test('the form’s title over prose without any of its labels', () => {
    expect(kindOf([TITLE, ...paragraphs('我们支部一直很努力，希望得到支持。\n感谢大家。')])).toBe('unread')
  })

  test('the form’s sections without its title and its values', () => {
    expect(kindOf(SECTIONS)).toBe('unread')
  })

  test('texts that look like sections, without title and headings', () => {
    const values = table([
      ['党支部名称', '教工第一党支部', '党员人数', '32'],
      ['党支部书记姓名', '张建华', '联系电话', '84700001'],
    ])
    const texts =
      '2023年6月，支部获校级“先进党支部”称号。\n1. 联学共建，2024年12月前完成。\n2. 编印案例，2025年6月前完成。'
    expect(kindOf([values, ...paragraphs(texts)])).toBe('unread')
  })

  test('another paper that has one of the form’s own headings over a text', () => {
    expect(kindOf([paragraph('教工第一党支部工作总结'), ...SECTIONS])).toBe('unread')
    expect(kindOf([paragraph('教工第一党支部工作总结'), ...paragraphs('支部坚持每月学习。')])).toBe('absent')
  })

  test('two blank labels of the form make it no blank form', () => {
    expect(kindOf([TITLE, ...paragraphs('党支部名称：\n联系电话：')])).toBe('unread')
  })
})

test('word for word what the notice hands out is blank, and a word more is not', () => {
  const content = { blocks: paragraphs('某校 某表\n甲  乙\n丙') }
  const template = { ...form.template, example: false, content }
  const call = { ...shippedCall, form: { ...form, template } }
  expect(kindOf(paragraphs('某校某表\n甲乙丙'), call)).toBe('blank')
  expect(kindOf(paragraphs('某校某表\n甲乙丙丁'), call)).not.toBe('blank')
})

describe('the cycle that a form says it is for', () => {
  const text = (lines: string) => [...paragraphs(lines), ...paragraphs('党支部名称：教工第一党支部\n党员人数：32')]

  test('is nothing to a call that has none', () => {
    const cycle = '党建工作样板支部申报书\n创建周期：2020年5月至2022年5月'
    expect(kindOf(text(cycle))).toBe('outdated')
    expect(kindOf(text(cycle), { ...shippedCall, cycle: null })).toBe('filled')
  })

  test('is told by a year beside the title, and by none farther off', () => {
    expect(kindOf(text('党建工作样板支部申报书\n（2022年度）'))).toBe('outdated')
    expect(kindOf(text('党建工作样板支部申报书\n机械工程学院\n组织部制\n（2022年度）'))).toBe('filled')
  })

  test('is not told by a sentence that speaks of the matter', () => {
    const sentence = `2022年度学校样板支部创建工作中${'，支部认真总结经验'.repeat(6)}的有关情况见申报书`
    expect(kindOf(text(`党建工作样板支部申报书\n${sentence}`))).toBe('filled')
  })
})
