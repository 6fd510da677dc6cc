import { describe, expect, it } from 'vitest'
import { codesIn } from '../../../src/core/desk/code.ts'
import { oneEach } from '../../../src/core/desk/one-each.ts'

const CALLS = [
  { id: '2024-model-branch', short: '样板支部' },
  { id: '2024-scholarship', short: '奖学金' },
]

describe('a line with several commands', () => {
  it.each([
    ['1号通过，5号退回，原因：缺少盖章', ['1号通过', '5号退回，原因：缺少盖章']],
    ['8同意撤回；9同意不申报；10已答复', ['8同意撤回', '9同意不申报', '10已答复']],
    ['1受理 2受理 5退回 缺章', ['1受理', '2受理', '5退回 缺章']],
    ['１、２受理；５、６退回，缺章', ['1 受理', '2 受理', '5 退回，缺章', '6 退回，缺章']],
    ['确认受理1号', ['1 确认受理']],
    ['1号2号5号都受理', ['1 都受理', '2 都受理', '5 都受理']],
    ['12、13 都可以', ['12 都可以', '13 都可以']],
    ['12和13号受理', ['12 受理', '13 受理']],
    ['17 18 受理', ['17 受理', '18 受理']],
    ['17 # 18 # 受理', ['17 受理', '18 受理']],
    ['受理 #17 #18', ['17 受理', '18 受理']],
    ['受理 17号邮件 18号邮件', ['17 受理', '18 受理']],
    ['受理 17号、邮件18号', ['17 受理', '18 受理']],
    ['经研究，同意受理1号、2号。', ['1 同意受理', '2 同意受理']],
    ['退回5号，缺少盖章', ['5 退回 缺少盖章']],
    ['受理1号、2号，退回5号，缺少盖章', ['1 受理', '2 受理', '5 退回 缺少盖章']],
    ['您好，1、2受理，5退回：缺章，谢谢', ['1 受理', '2 受理', '5退回：缺章，谢谢']],
    ['把评审材料和汇总表发给我，谢谢', ['评审材料', '汇总表']],
    ['一号受理，五号退回，理由是缺少盖章', ['1号受理', '5号退回，理由是缺少盖章']],
    ['1-3号受理', ['1 受理', '2 受理', '3 受理']],
    ['样板支部：1、2号通过，5号退回，缺少盖章', ['样板支部：1 通过', '样板支部：2 通过', '5号退回，缺少盖章']],
    ['样板支部：1号通过，奖学金：5号受理', ['样板支部：1号通过', '奖学金：5号受理']],
    ['1号教工第一党支部受理，5号教工第五党支部退回，缺章', ['1号教工第一党支部受理', '5号教工第五党支部退回，缺章']],
    ['李老师：1、2号通过', ['李老师：1 通过', '李老师：2 通过']],
    ['1号同意，2号也同意', ['1号同意', '2号也同意']],
    [
      '样板支部延期到5月27日17:00，奖学金延期到5月30日17:00',
      ['样板支部延期到5月27日17:00', '奖学金延期到5月30日17:00'],
    ],
    ['发样板支部的评审材料和汇总表', ['2024-model-branch 评审材料', '2024-model-branch 汇总表']],
    ['1受理2受理', ['1受理', '2受理']],
    ['1号受理2号受理5号退回 缺章', ['1号受理', '2号受理', '5号退回 缺章']],
    ['1 受理。另外5号的章在哪一页？', ['1 受理', '另外5号的章在哪一页？']],
    ['1号受理；请问什么时候截止？', ['1号受理', '请问什么时候截止？']],
  ])('is a line for each: %s', (line, each) => expect(oneEach([line], CALLS)).toEqual(each))

  it.each([
    '22 退回 请补第3项、第4项',
    '22 退回 请补第3项 4 受理人签字',
    '22 退回 附件1、2受理通知书缺章',
    '同意5月21日开会',
    '1退回附件2受理',
    '1 受理5月21日前的',
    '受理3份材料',
    '同意 3 位老师参会',
    '延期 2024年5月21日 12:00',
    '1 号楼 不予受理窗口',
    '0017 受理',
    '2024-model-branch-0017 受理',
    '5 退回 请补盖章。另外，近3年荣誉是哪年的？',
    '1号受理。请问可以吗？',
    '1号受理，可以吗？',
    '5-21受理',
    '17受理5同意',
    '17同意3通过',
    '1受理2退回（缺少盖章）',
  ])('stays one where its numbers are no cases: %s', line => expect(oneEach([line])).toEqual([line]))
})

it('a list of its own numbers is no list of cases', () => {
  expect(oneEach(['1、5号受理', '2、2号退回 缺章'])).toEqual(['5号受理', '2号退回 缺章'])
  expect(oneEach(['处理如下：', '1、5号受理', '2、2号退回 缺章', '谢谢'])).toEqual([
    '处理如下：',
    '5号受理',
    '2号退回 缺章',
    '谢谢',
  ])
  expect(oneEach(['1、2号受理', '2、其余等会后再说'])).toEqual(['2号受理', '2、其余等会后再说'])
  expect(oneEach(['一、5号受理', '二、2号退回 缺章'])).toEqual(['5号受理', '2号退回 缺章'])
  expect(oneEach(['1、2号受理', '3、4号受理'])).toEqual(['1 受理', '2 受理', '3 受理', '4 受理'])
  expect(oneEach(['1 受理', '2 受理'])).toEqual(['1 受理', '2 受理'])
  expect(oneEach(['3、5号受理', '4、6号退回 缺章'])).toEqual(['3 受理', '5 受理', '4 退回 缺章', '6 退回 缺章'])
})

it('a reason may stand below the line that lacks it, a signature is none', () => {
  expect(oneEach(['5 退回', '缺少盖章', '1 受理'])).toEqual(['5 退回 缺少盖章', '1 受理'])
  expect(oneEach(['5 退回：', '谢谢', '王芳'])).toEqual(['5 退回：', '谢谢', '王芳'])
  expect(oneEach(['5 退回', '王芳'])).toEqual(['5 退回', '王芳'])
  expect(oneEach(['5 退回', '教工第二党支部 受理'])).toEqual(['5 退回', '教工第二党支部 受理'])
  expect(oneEach(['5 退回', '催报'])).toEqual(['5 退回', '催报'])
})

it('a line that a program broke goes on, one that somebody ended does not', () => {
  const long = '5 退回 请补充第六部分的完成时限，并按照通知要求重新填写支部书记的联系方式，加盖公章后'
  expect(oneEach([long, '重新发送扫描件。', '1 受理'])).toEqual([`${long}重新发送扫描件。`, '1 受理'])
  expect(oneEach([long, '1 受理'])).toEqual([long, '1 受理'])
  expect(oneEach([long, '催报'])).toEqual([long, '催报'])
  expect(oneEach([long, '谢谢', '王芳'])).toEqual([long, '谢谢', '王芳'])
  expect(oneEach(['5 退回 请补盖章后', '重新发送'])).toEqual(['5 退回 请补盖章后', '重新发送'])
})

it('lines as wide as a program lets them be are joined up to a length: nobody’s mail takes the square of it', () => {
  expect(oneEach(Array(9).fill('请'.repeat(900)))).toHaveLength(9)
  expect(oneEach([`17 退回 ${'请'.repeat(20_000)}`])[0]).toHaveLength(1000)
})

it.each(['1 # ', '1号邮件 ', '1 ', '1号', '谢谢，', ' ', '-'])('a line of many «%s» is read in no time', signs => {
  const many = signs.repeat(1000 / signs.length).slice(4)
  const from = performance.now()
  oneEach([`受理${many}x`, `受理1${many}x`, `${many}x`, `：${many}1x`])
  expect(performance.now() - from).toBeLessThan(1500)
})

it('codes are looked for in no time', () => {
  const from = performance.now()
  expect(codesIn(`${'-'.repeat(60_000)}${'1-'.repeat(30_000)}`)).toEqual([])
  expect(performance.now() - from).toBeLessThan(1500)
})
