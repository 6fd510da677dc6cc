import { describe, expect, it } from 'vitest'
import { PLAIN_NOUNS } from '../../../src/core/call/nouns.ts'
import type { Reading } from '../../../src/core/desk/command.ts'
import { readLine } from '../../../src/core/desk/read-line.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const CALLS = [
  { ...shippedCall, short: '样板支部' },
  { id: '2024-scholarship', short: '奖学金', nouns: { ...PLAIN_NOUNS, applicant: '学生', form: '申请表' } },
]

/** «17 accept», with what was said beside it. */
function said(reading: Reading): string {
  if (reading.kind === 'unclear') {
    const { on, call, verbs } = reading.asked
    return `${on === null ? '' : 'id' in on ? on.id : on.application}? ${[...(call === null ? [] : [call]), ...verbs].join(' ')}`.trim()
  }
  if (reading.kind !== 'command') return reading.kind
  const { command } = reading
  switch (command.what) {
    case 'case': {
      const on = `${command.call === null ? '' : `${command.call}:`}${'id' in command.on ? command.on.id : command.on.application}`
      const form = command.withoutForm ? ' without-form' : ''
      return `${on} ${command.verb}${command.lightly ? '?' : ''}${command.named === null ? '' : ` =${command.named}`}${form}${command.words === '' ? '' : ` | ${command.words}`}`
    }
    case 'amend':
      return `${command.call ?? '–'} ${JSON.stringify(command.change)} | ${command.reason}`
    case 'check':
      return `${command.call ?? '–'} check ${command.applicant ?? '*'} ${command.check} ${command.verdict} | ${command.reason}`
    case 'file':
      return `${command.call ?? '–'} file ${command.applicant}`
    case 'result':
      return `${command.call ?? '–'} result ${command.group}`
    case 'go':
    case 'help':
      return command.what
    default:
      return `${command.call ?? '–'} ${command.what}`
  }
}
const read = (line: string) => said(readLine(line, CALLS))
const why = (line: string) => {
  const reading = readLine(line, CALLS.slice(0, 1))
  return reading.kind === 'refused' ? reading.why : `read: ${said(reading)}`
}
const time = (hour: number, minute = 0, year: number | null = 2024) =>
  `– ${JSON.stringify({ what: 'deadline', to: { year, month: 5, day: 21, hour, minute } })} | 邮件登记`

describe('a line about a case', () => {
  it.each([
    ['17 受理', '17 accept'],
    ['17 受理 教工第二党支部 材料齐全', '17 accept | 教工第二党支部 材料齐全'],
    ['21 受理 支部=教工第九党支部', '21 accept =教工第九党支部'],
    ['21 受理 学生=张小明', '21 accept =张小明'],
    ['17 受理 无申请表 经研究', '17 accept without-form | 经研究'],
    ['21 受理 支部 = 教工第九党支部', '21 accept =教工第九党支部'],
    ['21 受理 支部＝教工第九党支部，已核对', '21 accept =教工第九党支部 | 已核对'],
    ['21 受理 申报人=张三', '21 accept =张三'],
    ['17 受理 无申报书 经党委会研究', '17 accept without-form | 经党委会研究'],
    ['17 受理 无申报书 支部=教工第九党支部 经研究', '17 accept =教工第九党支部 without-form | 经研究'],
    ['22 退回 请补第六部分', '22 return | 请补第六部分'],
    ['22 退回修改：请补第六部分。', '22 return | 请补第六部分'],
    ['22 退回 请补“六、主要成效”，并写明时限', '22 return | 请补“六、主要成效”，并写明时限'],
    ['23 不予受理 超过截止时间', '23 reject | 超过截止时间'],
    ['24 同意撤回', '24 withdraw'],
    ['24 不撤回', '24 stay'],
    ['24 不同意撤回', '24 stay'],
    ['24 同意不申报', '24 decline'],
    ['25 收入材料', '25 file'],
    ['25 列入评审材料', '25 file'],
    ['17 撤销上一决定', '17 undo'],
    ['17 撤销上次决定 点错了', '17 undo | 点错了'],
    ['17 办结', '17 close'],
    ['17 已答复', '17 answered'],
    ['17 同意', '17 accept'],
    ['17 同意受理', '17 accept'],
    ['17 通过', '17 accept'],
    ['17 可以', '17 accept?'],
    ['17 都没问题', '17 accept?'],
    ['17# OK', '17 accept?'],
    ['确认17号受理', '17 accept'],
    ['17 改为退回 缺少盖章', '17 return | 缺少盖章'],
    ['1号教工第一党支部受理', '1 accept =教工第一党支部'],
    ['2、教工第五党支部退回，缺少盖章', '2 return =教工第五党支部 | 缺少盖章'],
    ['17号支部的材料受理', '17 accept =支部'],
    ['样板支部：1号通过', '2024-model-branch:1 accept'],
    ['奖学金评选的5号退回，缺少盖章', '2024-scholarship:5 return | 缺少盖章'],
    ['👌17号受理', '17 accept'],
    ['李老师：17号通过吧', '17 accept?'],
    ['转王老师：请受理17号', '? accept'],
    ['好的，李老师：17号通过吧', '17 accept?'],
    ['您好！王老师，17 不予受理 超期', '17 reject? | 超期'],
    ['17 受理 前次退回的问题已改', '17 accept | 前次退回的问题已改'],
    ['17 受理 支委会通过', '17 accept | 支委会通过'],
    ['17号缺少盖章，请退回', '17 return? | 缺少盖章'],
    ['17号已电话核实，可以受理', '17 accept? | 已电话核实'],
    ['17号（教工第一）受理', '17 accept? | 教工第一'],
    ['17号可以了', '17 accept?'],
    ['21 受理 支部：教工第九党支部', '21 accept =教工第九党支部'],
    ['17受理教工第二党支部', '17 accept | 教工第二党支部'],
    ['请将17号受理，谢谢！', '17 accept'],
    ['经研究，17号同意受理。', '17 accept'],
    ['17 受理，其余不变', '17 accept'],
    ['17 同意退回 缺少盖章', '17 return | 缺少盖章'],
    ['17 可以退回，原因：缺少盖章', '17 return | 缺少盖章'],
    ['17 退回，理由是第六部分未填，谢谢', '17 return | 第六部分未填'],
    ['17退回第六部分未填', '17 return | 第六部分未填'],
    ['17 退回 请说明支部是否换届？', '17 return | 请说明支部是否换届？'],
    ['24 同意不撤回', '24 stay'],
    ['17 不受理 材料不实', '17 reject | 材料不实'],
    ['2024-model-branch-0017 受理', '2024-model-branch-0017 accept'],
    ['受理编号2024-model-branch-0017 办结', '2024-model-branch-0017 close'],
  ])('is read: %s', (line, expected) => expect(read(line)).toBe(expected))

  it.each([
    ...[
      '17受理',
      '17、受理',
      '17，受理',
      '17. 受理',
      '17：受理',
      '第17号受理',
      '第17号 受理',
      '第 17 号邮件 受理',
      '17号 受理',
    ],
    ...[
      '１７ 受理',
      '１７　受理',
      '第１７号，受理。',
      '编号17 受理',
      '邮件编号17：受理',
      'No.17 受理',
      '#17 受理',
      '  17   受理  ',
    ],
    ...['17\t受理', '17 受理。', '17 受理！', '“17 受理”', '17 受理\u200b', '\ufeff17 受理'],
  ])('means the same however its number is written: %s', line => expect(read(line)).toBe('17 accept'))

  it.each([
    ['0017 受理', '您是指“17 受理”'],
    ['017、退回 请补', '您是指“17 退回 请补”'],
    ['17 退回', '须写明理由'],
    ['17 退回 理由', '须写明理由'],
    ['17 退回 请补…', '须写明理由'],
    ['21 受理 支部=', '请写支部全称'],
    ['23 不予受理', '须写明理由'],
    ['24 同意不申报，其余等开会再说', '这一行只写：24 同意不申报'],
    ['17 没问题，18 有问题', '只存档，不告知支部'],
    ['17 受理，其他的退回', '只存档，不告知支部'],
    ['17 能否受理', '这像是询问'],
    ['17 可以受理吗？', '这像是询问'],
    ['17 能退回么', '这像是询问'],
    ['17 同意，但请支部补盖章', '只存档，不告知支部'],
    ['17 受理 请补盖章', '只存档，不告知支部'],
    ['17 同意该支部退回修改', '只存档，不告知支部'],
    ['17 同意该支部撤回申请', '只存档，不告知支部'],
    ['17 同意，该支部不申报', '只存档，不告知支部'],
    ['17 同意此件作废', '只存档，不告知支部'],
    ['17 同意。退回补盖章', '只存档，不告知支部'],
    ['17 受理（退回）', '只存档，不告知支部'],
    ['17 办结 受理', '后面的话不作处理'],
    ['17 受理，待补材料', '只存档，不告知支部'],
    ['17 18 受理', '一行只写一件'],
    ['17、18受理', '一行只写一件'],
    ['17 受理 ｜ 17 退回 理由', '请只写其中一种'],
    ['处理： 17 受理 ｜ 17 退回 理由', '请只写其中一种'],
    ['17 \u202e理受', '不可见字符'],
  ])('is refused, with what would be right: %s', (line, words) => expect(why(line)).toContain(words))
})

describe('a reason that orders something else', () => {
  it.each([
    ['17 退回 还是受理吧', '17? return accept'],
    ['17 退回 取消', '17? return withdraw undo'],
    ['17 不予受理 改为受理', '17? reject accept'],
    ['17 不予受理，改为退回 请补盖章', '17? reject return'],
  ])('is asked back: %s', (line, expected) => expect(read(line)).toBe(expected))

  it.each([
    ['17 退回 受理条件第三条不符', '17 return | 受理条件第三条不符'],
    ['17 不予受理 不符合条件', '17 reject | 不符合条件'],
  ])('is one where it only bears such a word: %s', (line, expected) => expect(read(line)).toBe(expected))
})

describe('a line that leaves open what is done to a case, or to which', () => {
  it.each([
    ['17 驳回 材料不全', '17? return reject'],
    ['24 撤回', '24? withdraw undo'],
    ['24 不同意', '24? reject stay'],
    ['17', '17?'],
    ['17 看看再说', '17?'],
    ['17 受理不了', '17?'],
    ['17 同意支部的说明', '17?'],
    ['24 同意支部撤回', '24?'],
    ['17 同意不了', '17?'],
    ['17 受理人是谁', '17?'],
    ['17 先不受理，等支部补材料', '17?'],
    ['1 号楼 受理窗口', '1?'],
    ['5号材料不全，不通过', '5?'],
    ['17号待补章后，受理', '17?'],
    ['17号不用，退回', '17?'],
    ['17号和18号材料齐全，受理', '17?'],
    ['17号撤销', '17? withdraw undo'],
    ['17号支部同意撤回', '17?'],
    ['教工第二党支部 受理', '? accept'],
    ['同意', '? accept'],
    ['撤销', '? withdraw undo'],
    ['全部受理', '? accept'],
    ['同意第3份', '? accept'],
    ['撤回刚才的', '? undo'],
    ['刚才点错了', '? undo'],
    ['教工第二党支部退回，缺盖章', '? return'],
    ['教工第二党支部的样板支部申报退回', '? 2024-model-branch return'],
  ])('is asked back: %s', (line, expected) => expect(read(line)).toBe(expected))
})

describe('a line about a call', () => {
  it.each([
    ['核实 教工第二党支部 近1年 通过 党委会5月21日研究', '– check 教工第二党支部 近1年 pass | 党委会5月21日研究'],
    ['核实 教工第二党支部 近1年 不通过 有通报批评', '– check 教工第二党支部 近1年 fail | 有通报批评'],
    ['核实 全部 近1年 通过', '– check * 近1年 pass | 邮件登记'],
    ['核实：教工第二党支部，近1年，通过', '– check 教工第二党支部 近1年 pass | 邮件登记'],
    ['样板支部 核实 教工第二党支部 conduct 通过', '2024-model-branch check 教工第二党支部 conduct pass | 邮件登记'],
    ['排除教工第三党支部，党委会研究', '– {"what":"exclude","branch":"教工第三党支部"} | 党委会研究'],
    ['恢复教工第三党支部', '– {"what":"restore","branch":"教工第三党支部"} | 邮件登记'],
    ['排除 教工第三党支部 党委会研究', '– {"what":"exclude","branch":"教工第三党支部"} | 党委会研究'],
    ['恢复 教工第三党支部', '– {"what":"restore","branch":"教工第三党支部"} | 邮件登记'],
    [
      '名册 增加 教工第九党支部,教师',
      '– {"what":"add","row":{"name":"教工第九党支部","type":"teacher","aliases":[],"emails":[]}} | 邮件登记',
    ],
    [
      '名册增加教工第九党支部（教师）',
      '– {"what":"add","row":{"name":"教工第九党支部","type":"teacher","aliases":[],"emails":[]}} | 邮件登记',
    ],
    ['请催报一下未报的支部', '– remind'],
    ['麻烦催报一下，谢谢', '– remind'],
    ['把评审材料发给我', '– papers'],
    ['请发一份汇总表', '– summary'],
    ['请把教工第三党支部的材料发我一份', '– file 教工第三党支部'],
    ['请公布结果：推荐', '– result 推荐'],
    ['确认，谢谢！', 'go'],
    ['好的，确认办理', 'go'],
    ['已核对无误，确认。', 'go'],
    [
      '名册 增加 教工第九党支部，教师，Li@dlut.edu.cn',
      '– {"what":"add","row":{"name":"教工第九党支部","type":"teacher","aliases":[],"emails":["li@dlut.edu.cn"]}} | 邮件登记',
    ],
    [
      '名册 改 教工第三党支部 教工第十三党支部',
      '– {"what":"correct","branch":"教工第三党支部","row":{"name":"教工第十三党支部"}} | 邮件登记',
    ],
    [
      '名册 改 教工第三党支部,学生',
      '– {"what":"correct","branch":"教工第三党支部","row":{"type":"student"}} | 邮件登记',
    ],
    ['名册 别名 教工第三党支部 材料支部', '– {"what":"alias","branch":"教工第三党支部","value":"材料支部"} | 邮件登记'],
    [
      '名册 邮箱 教工第三党支部 li@dlut.edu.cn',
      '– {"what":"address","branch":"教工第三党支部","value":"li@dlut.edu.cn"} | 邮件登记',
    ],
    ['催报', '– remind'],
    ['汇总', '– summary'],
    ['汇总表', '– summary'],
    ['评审材料', '– papers'],
    ['材料 教工第二党支部', '– file 教工第二党支部'],
    ['结果 推荐', '– result 推荐'],
    ['样板支部 催报', '2024-model-branch remind'],
    ['样板支部：催报', '2024-model-branch remind'],
    ['样板支部的催报一下', '2024-model-branch remind'],
    ['请把样板支部的汇总表发我', '2024-model-branch summary'],
    ['请发一份样板支部的汇总表', '2024-model-branch summary'],
    [
      '奖学金评选延期到5月21日12点',
      '2024-scholarship {"what":"deadline","to":{"year":null,"month":5,"day":21,"hour":12,"minute":0}} | 邮件登记',
    ],
    ['样板支部：', 'courtesy'],
    ['催报 奖学金', '2024-scholarship remind'],
    ['样板支部和奖学金的汇总表都发我一份', '– summary'],
    [
      '把教工第二党支部的邮箱改成 second@dlut.edu.cn',
      '– {"what":"address","branch":"教工第二党支部","value":"second@dlut.edu.cn"} | 邮件登记',
    ],
    ['请把奖学金教工第三党支部的材料发我', '2024-scholarship file 教工第三党支部'],
    ['确认无误，请发送', 'go'],
    ['2024-scholarship 汇总', '2024-scholarship summary'],
    ['奖学金 结果 推荐', '2024-scholarship result 推荐'],
    ['帮助', 'help'],
    ['？', 'help'],
    ['确认', 'go'],
    ['「确认」', 'go'],
    ['确认。', 'go'],
  ])('is read: %s', (line, expected) => expect(read(line)).toBe(expected))

  it.each([
    ['延期 2024年5月21日 12:00', time(12)],
    ['延期至2024年5月21日12:00', time(12)],
    ['延期 2024-05-21 12:00', time(12)],
    ['延期 2024/5/21 12：00', time(12)],
    ['延期 ２０２４年５月２１日 １２时', time(12)],
    ['延期 2024年5月21日（星期二）12:00', time(12)],
    ['延期 2024年5月21日 下午3点', time(15)],
    ['延期 2024年5月21日下午3点半', time(15, 30)],
    ['延期 2024年5月21日 下午15:30', time(15, 30)],
    ['延期 2024年5月21日早8点', time(8)],
    ['延期 2024年5月21日 中午12点', time(12)],
    ['延期 2024年5月21日 24:00', time(24)],
    ['延期 5月21日 12:00', time(12, 0, null)],
    ['延期到5月21号12点', time(12, 0, null)],
    ['请把截止时间延到5月21日下午5点，谢谢', time(17, 0, null)],
    ['把截止时间改到5月21日17:00', time(17, 0, null)],
    ['延期到5月21日17:00，5月20日会议研究', `${time(17, 0, null).replace('邮件登记', '5月20日会议研究')}`],
    ['经研究决定，截止时间由5月20日10点延长至5月21日17：00。', time(17, 0, null)],
  ])('bears a time: %s', (line, expected) => expect(read(line)).toBe(expected))

  it.each([
    ['延期 2024年5月21日', '须写明几时几分'],
    ['延期 一天', '请写明日期和几时几分'],
    ['延期 2024年2月30日 12:00', '没有这个日期'],
    ['延期 2024年5月21日 25:00', '没有这个日期'],
    ['延期 2024年5月21日 晚上12点', '24小时制'],
    ['延期 2024年5月21日 上午12点', '24小时制'],
    ['排除', '请写明支部'],
    ['排除 教工第三党支部', '排除须写明理由'],
    ['核实 教工第二党支部 通过', '核实须写明支部、条件'],
    ['名册', '写法'],
    ['名册 删除 教工第三党支部', '写法'],
    ['名册 增加 教工第九党支部,教授', '名称后只写类型'],
    ['材料', '请写明支部'],
    ['结果', '请写明哪一组'],
    ['结果 推荐 不推荐', '一行写一组'],
    ['样板支部 怎么办', '没有看懂'],
    ['请把教工第九党支部加入名册（教师支部）', '“名册 增加 教工第九党支部,教师”'],
    ['请把机设第三党支部（学生）加入样板支部的名册', '“样板支部 名册 增加 机设第三党支部,学生”'],
    ['请把教工第九党支部加入名册', '“名册 增加 教工第九党支部”'],
    ['各支部近一年都没有突出问题，全部通过。', '“核实 全部 近1年 通过”'],
    ['截止时间能不能延期？', '这像是询问'],
    ['先不延期到5月21日12点', '不延期的不必回复'],
    ['有支部问能否延期到5月21日12点', '这像是询问'],
    ['支部申请延期到5月21日12点', '这像是询问'],
    ['教工第三党支部近1年没有问题', '“核实 教工第三党支部 近1年 通过”'],
    ['附件是评审结果，请按推荐、备选分别通知', '“结果 推荐”'],
    ['核实过了', '核实须写明支部、条件'],
    ['确认？', '这像是询问'],
  ])('is refused, with what would be right: %s', (line, words) => expect(why(line)).toContain(words))
})

describe('any other line', () => {
  it.each([
    '您好',
    '王老师好：',
    '领导好：',
    '收到，谢谢！',
    '谢谢',
    '好的。',
    '此致',
    '敬礼！',
    '处理如下：',
    '……',
    '——',
  ])('asks for nothing: %s', line => expect(read(line)).toBe('courtesy'))

  it.each(['王芳', '机械工程学院党委办公室', '电话：0411-84700001', '地址：2号楼受理大厅 205', '2024年5月16日'])(
    'stands below a letter and asks for nothing: %s',
    line => expect(read(line)).toBe('courtesy'),
  )

  it.each([
    '我想问一下第17号什么时候办',
    '见下面红字',
    '确认第1项',
    '暂缓办理',
    '教工第五党支部先不要退回',
    '暂不催报',
    '评审材料先不要发',
    '汇总表不需要发了',
    'rm -rf /',
    '支部书记说他们会补',
  ])('is not understood, and does nothing: %s', line => expect(read(line)).toBe('refused'))

  it('is read without an end to its time, whatever it bears', () => {
    const started = performance.now()
    for (const line of [
      '1'.repeat(50_000),
      ' '.repeat(50_000),
      `17 受理 ${'支部='.repeat(20_000)}`,
      `延期 ${'1'.repeat(50_000)}`,
    ])
      readLine(line.slice(0, 1000), CALLS)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
