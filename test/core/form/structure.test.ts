import { describe, expect, test } from 'vitest'
import { type Block, plainText } from '../../../src/core/document/document.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

function filled(...blocks: Block[]): Form {
  const reading = readForm({ blocks: [paragraph('党建工作样板支部申报书'), ...blocks] }, shippedCall)
  if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}: ${plainText(blocks)}`)
  return reading.form
}

const HEAD = paragraphs('党支部名称：教工第一党支部\n联系电话：84700001')
const IDEA = '坚持围绕中心、服务大局，把支部建在团队上。'

describe('a section ends', () => {
  test('at the next part of a chapter, whose parts are known or not', () => {
    const form = filled(
      ...HEAD,
      ...paragraphs(
        `第二部分 建设方案\n（一）建设思路\n${IDEA}\n（二）党员分布情况\n第一党小组十一人，分布在两个课题组。\n（三）重点任务\n1. 编印案例，2025年6月前完成。`,
      ),
    )
    expect(form).toMatchObject({ idea: IDEA, measures: [{ due: '2025-06' }] })
    expect(form.unplaced.map(({ heading }) => heading)).toEqual(['（二）党员分布情况'])
  })

  test('at a label cell of another matter under its text', () => {
    const form = filled(
      ...HEAD,
      paragraph('五、创建思路'),
      table([
        [{ of: IDEA, wide: 2 }],
        ['与团学组织联建', '与两个团支部结对，共同举办读书会。'],
        ['学院党委意见', '负责人签字：\n（盖章）\n年  月  日'],
        ['学校党委意见', '负责人签字：\n（盖章）\n年  月  日'],
      ]),
    )
    expect(form.idea).toBe(IDEA)
  })

  test('at a label cell of a text behind its own, known or not («推进时间表»)', () => {
    const rows = table([
      [{ of: '五、创建思路', wide: 2 }],
      [{ of: IDEA, wide: 2 }],
      ['推进时间表', '1. 与企业支部结对，2025年6月前完成。\n2. 编印工作案例，2025年12月前完成。'],
    ])
    expect(filled(...HEAD, rows)).toMatchObject({ idea: IDEA, measures: [{ due: '2025-06' }, { due: '2025-12' }] })
  })

  test('at no bold number over plain ones', () => {
    const bold = (text: string): Block => ({ kind: 'paragraph', text, look: { bold: true } })
    const items = ['1. 联学共建：与企业支部结对，2025年6月前完成。', '2. 案例编写：编印工作案例，2025年12月前完成。']
    const form = filled(...HEAD, bold('①创建思路'), paragraph(IDEA), bold('②创建举措'), ...items.map(paragraph))
    expect(form.measures.map(({ due }) => due)).toEqual(['2025-06', '2025-12'])
  })

  test('at headings numbered by circles or by tables', () => {
    const form = filled(...HEAD, ...paragraphs(`①创建思路\n${IDEA}\n②预期成效\n形成案例两项，发表论文三篇。`))
    expect(form).toMatchObject({ idea: IDEA, outcomes: '形成案例两项，发表论文三篇。' })
    const tables = filled(...HEAD, ...paragraphs(`表三 创建思路\n${IDEA}\n表四 预期成效\n形成案例两项，发表论文三篇。`))
    expect(tables).toMatchObject({ idea: IDEA, outcomes: '形成案例两项，发表论文三篇。' })
  })

  test('at no prompt that stands between its heading and its text', () => {
    const form = filled(
      ...HEAD,
      ...paragraphs(`创建思路\n（500字以内）\n${IDEA}\n预期成效\n（可量化）\n形成案例两项，发表论文三篇。`),
    )
    expect(form).toMatchObject({ idea: IDEA, outcomes: '形成案例两项，发表论文三篇。' })
  })
})

describe('a heading is over several sections', () => {
  const PLAN = ['1. 与企业支部结对共建，2025年6月前完成。', '2. 编印支部工作案例，2025年12月前完成。'].join('\n')
  const AWARDS =
    '2022年6月，支部获大连理工大学党委“先进党支部”称号。\n2023年6月，支部获大连理工大学党委“过硬党支部”称号。'
  const RESULT = '形成可推广的支部工作案例两项，发表党建研究论文三篇，师生满意度不低于95%，建成党员示范岗五个。'

  test('where one of them is all of what it names («建设方案»), and the others are none of it', () => {
    const form = filled(
      ...HEAD,
      paragraph('第二部分 建设方案'),
      table([['怎么想的', IDEA + IDEA]]),
      table([['几件实事', PLAN]]),
      table([['交出的答卷', RESULT]]),
    )
    expect(form.measures.map(({ due }) => due)).toEqual(['2025-06', '2025-12'])
    expect(form.measuresText).not.toContain('案例两项')
  })

  test('where awards and a plan stand in it, whatever it is called', () => {
    const form = filled(...HEAD, ...paragraphs(`壹、全貌\n（一）光荣册\n${AWARDS}\n（二）几件实事\n${PLAN}`))
    expect(form.honours).toHaveLength(2)
    expect(form.measures).toHaveLength(2)
  })

  test('and the only one without a number is a title, in whatever words', () => {
    const blocks = [
      paragraph('推荐材料（样板支部）'),
      ...HEAD,
      ...paragraphs(`1. 创建思路\n${IDEA}\n2. 逐项任务\n（1）${PLAN}`),
    ]
    expect(filled(...blocks)).toMatchObject({ idea: IDEA })
  })
})

describe('a label', () => {
  test('may be a numbered line of its own', () => {
    const form = filled(...paragraphs('1.1 党支部名称：教工第一党支部\n1.2 联系电话：84700001\n1.3 党员人数：23'))
    expect(form).toMatchObject({ branchName: '教工第一党支部', phone: '84700001', memberCount: 23 })
  })

  test('before another in its row is over what follows', () => {
    expect(filled(...HEAD, table([['书记', '姓名', '张建华', '手机：84700002']])).secretary.name).toBe('张建华')
  })

  test('that looks like a body’s name is no answer of the label before it', () => {
    const row = ['党组织名称', '教工第一党支部', '隶属二级党委', '机械工程学院党委']
    expect(filled(table([row, ['书记姓名', '张建华', '联系电话', '84700001']])).branchName).toBe('教工第一党支部')
  })

  test('of a part of the members is not that of all', () => {
    const row = ['正式党员', '16', '预备党员数', '2', '党员总数', '18']
    expect(filled(...HEAD, table([row])).memberCount).toBe(18)
  })

  test('of a text gives no name: «支部建设情况»', () => {
    const form = filled(table([['支部建设情况', '坚持每月学习，组织生活规范，成效显著，师生满意。']]), ...HEAD)
    expect(form.branchName).toBe('教工第一党支部')
  })
})

describe('values under a heading that may stand over a text', () => {
  const values = table([
    ['党支部名称', '教工第一党支部', '党员人数', '23'],
    ['党支部书记姓名', '张建华', '联系电话', '84700001'],
  ])

  test('are values, and the text beside them is the section’s', () => {
    const text = '支部党员平均年龄三十六岁，坚持三会一课，累计完成国家级项目八项，先后在三家企业转化。'
    const form = filled(paragraph('一、支部概况'), values, paragraph(text), ...paragraphs(`二、创建思路\n${IDEA}`))
    expect(form).toMatchObject({ branchName: '教工第一党支部', phone: '84700001', idea: IDEA })
    expect(form.basis ?? text).toBe(text)
  })
})

describe('a list', () => {
  const honours = (head: string[], ...rows: string[][]) =>
    filled(...HEAD, paragraph('二、近三年荣誉'), table([head, ...rows])).honours.map(({ date, name }) => [date, name])

  test('of honours has its name where the labels tell it most', () => {
    const rows = ['2022年6月', '先进基层党组织', '支部', '大连理工大学党委']
    expect(honours(['时间', '荣誉名称', '荣誉主体', '授予单位'], rows)).toEqual([['2022-06', '先进基层党组织']])
  })

  test('of people is none of honours', () => {
    const people = table([
      ['姓名', '分工', '手机号码'],
      ['孟庆阳', '组织', '13800000071'],
      ['邢佳宁', '宣传', '13800000072'],
    ])
    expect(filled(...HEAD, paragraph('支部班子成员'), people, ...paragraphs(`五、创建思路\n${IDEA}`)).honours).toEqual(
      [],
    )
  })

  test('that holds nothing but labels and numbers of rows is empty, whatever the labels say', () => {
    const rows = [
      ['序号', '何种殊荣', '哪年'],
      ['1', '', ''],
      ['2', '', ''],
    ]
    const form = filled(...HEAD, paragraph('二、近三年荣誉'), table(rows), ...paragraphs(`五、创建思路\n${IDEA}`))
    expect(form.presence.honours).toBe('empty')
  })

  test('ends at a label with one text under all its other columns', () => {
    const rows = [
      ['编号', '要做的事', '怎么做', '几时'],
      ['1', '联学共建', '与企业支部结对', '2025年6月'],
      ['2', '案例编写', '编印支部工作案例', '2025年12月'],
      ['看得见的变化', { of: '形成案例两项，发表论文三篇，师生满意度不低于95%，党员示范岗五个。', wide: 3 }],
    ]
    const form = filled(...HEAD, paragraph('六、创建举措'), table(rows))
    expect(form.measures.map(({ due }) => due)).toEqual(['2025-06', '2025-12'])
  })

  test('of measures whose labels nobody knows is read where its cells are merged across', () => {
    const wide = (of: string) => ({ of, wide: 3 })
    const rows = [
      [wide('动作'), wide('验收方式'), wide('最迟')],
      [wide('编印支部工作案例'), wide('学院检查'), wide('2024年10月')],
      [wide('与企业支部结对共建'), wide('师生测评'), wide('2025-06')],
    ]
    const { measures } = filled(...HEAD, paragraph('六、创建举措'), table(rows))
    expect(measures.map(({ due }) => due)).toEqual(['2024-10', '2025-06'])
  })

  test('of measures leaves out who signs under it', () => {
    const rows = [
      ['举措', '内容', '完成时限', '责任人'],
      ['联学共建', '与企业支部结对', '2025年6月', '张建华'],
      [
        { of: '专家组', wide: 1 },
        { of: '（公章）', wide: 3 },
      ],
    ]
    const { measures } = filled(...HEAD, paragraph('六、创建举措'), table(rows))
    expect(measures.map(({ dueText }) => dueText)).toEqual(['2025年6月'])
  })

  test('whose labels nobody understands keeps the cells of a row together', () => {
    const rows = [
      ['要做的事', '几时'],
      ['与企业支部结对共建', '2025年6月'],
      ['编印支部工作案例', '每学期'],
    ]
    const { measures } = filled(...HEAD, paragraph('六、创建举措'), table(rows))
    expect(measures.map(({ text, due }) => [text, due])).toEqual([
      ['与企业支部结对共建', '2025-06'],
      ['编印支部工作案例', 'recurring'],
    ])
  })
})

test('a list in an annex keeps its own place from being called empty', () => {
  const annex = table([
    ['举措', '完成时限', '责任人'],
    ['联学共建', '2025年6月', '张建华'],
  ])
  const form = filled(...HEAD, ...paragraphs('六、创建举措\n\n七、预期成效\n形成案例两项。\n附件 材料清单'), annex)
  expect(form.presence.measures).not.toBe('empty')
})

test('items within a line are measures of their own', () => {
  const { measures } = filled(
    ...HEAD,
    ...paragraphs('六、创建举措\n1. 读书会，每学期两次；2. 访企拓岗，2025年9月前走访企业20家。'),
  )
  expect(measures.map(({ due }) => due)).toEqual(['recurring', '2025-09'])
})

describe('a heading', () => {
  const bold = (text: string, size: number): Block => ({ kind: 'paragraph', text, look: { bold: true, size } })

  test('in smaller letters stands within one in larger ones: 省级 within 荣誉', () => {
    const award = (name: string) => paragraph(`2022年6月，支部获大连理工大学党委“${name}”称号。`)
    const form = filled(
      ...HEAD,
      bold('近三年所获荣誉', 14),
      bold('校级：', 12),
      award('先进党支部'),
      bold('其他：', 12),
      award('过硬党支部'),
      bold('创建思路', 14),
      paragraph(IDEA),
    )
    expect(form.honours.map(({ name }) => name)).toEqual(['先进党支部', '过硬党支部'])
    expect(form.idea).toBe(IDEA)
  })

  test('may bear its number in a table of one cell, and a remark in brackets', () => {
    const rows = table([
      [{ of: '荣誉及表彰情况（近三年，校级以上，请注明授予单位）', wide: 2 }],
      [{ of: '支部：2022年6月获大连理工大学党委“先进党支部”称号。\n书记：无。', wide: 2 }],
    ])
    const form = filled(...HEAD, rows, table([['❷ 创建思路']]), paragraph(IDEA))
    expect(form).toMatchObject({ idea: IDEA, honours: [{ name: '先进党支部' }] })
  })

  test('that names whose honours stand under it is the honours’', () => {
    const heading = '支部、书记及成员获得表彰奖励情况'
    const form = filled(...HEAD, ...paragraphs(`三、${heading}\n2022年6月，支部获大连理工大学党委“先进党支部”称号。`))
    expect(form.honours).toHaveLength(1)
  })

  test('«总体规划» over a text owns no measures where others stand under a heading of their own', () => {
    const plan = '1. 与企业支部结对，2025年6月前完成。\n2. 编印工作案例，2025年12月前完成。'
    const form = filled(...HEAD, ...paragraphs(`四、总体规划\n${IDEA}\n五、建设任务\n${plan}`))
    expect(form.measures.map(({ due }) => due)).toEqual(['2025-06', '2025-12'])
  })
})

test('grades that nothing heads are found in a text of another matter, which keeps them', () => {
  const text = '支部坚持三会一课。2022年度支部书记述职评议考核结果为“好”，2023年度为“较好”。'
  const form = filled(...HEAD, ...paragraphs(`三、工作基础\n${text}`))
  expect(form.reviewGrades.map(({ year, grade }) => [year, grade])).toEqual([
    [2022, '好'],
    [2023, '较好'],
  ])
  expect(form).toMatchObject({ basis: text, confidence: { reviewGrades: 'doubtful' } })
})

test('a table within a cell is read once', () => {
  const inner = table([
    ['举措', '内容', '完成时限'],
    ['结对攻关', '与钢厂支部结对', '2025年5月'],
  ])
  const rows = table([
    ['党支部名称', '教工第一党支部'],
    ['创建举措', [inner]],
  ])
  expect(filled(rows).measures).toHaveLength(1)
})

test('a name may stand with what the person is', () => {
  const titleOf = (beside: string) =>
    filled(table([['党支部书记', `佟雪梅（${beside}）`, '联系电话', '84700001']])).secretary
  expect(titleOf('教授，博士生导师')).toMatchObject({ name: '佟雪梅', title: '教授' })
  expect(titleOf('辅导员，助教')).toMatchObject({ name: '佟雪梅', title: '助教' })
})

test('a field more in the form’s file is found by its own label, and by nobody else’s', () => {
  const { fields } = shippedCall.form
  const more = {
    groups: { label: '党小组数', type: 'number', required: true },
    elected: { label: '换届时间', type: 'date', required: false },
  } as const
  const call = { ...shippedCall, form: { ...shippedCall.form, fields: { ...fields, ...more } } }
  const rows = (label: string) => [
    ['党支部名称', '教工第一党支部', '党小组数', '4个'],
    ['出生年月', '1979年5月', label, '2023年4月'],
    ['党支部书记', '张建华', '联系电话', '84700001'],
  ]
  const valuesOf = (label: string) => {
    const reading = readForm({ blocks: [paragraph('党建工作样板支部申报书'), table(rows(label))] }, call)
    return reading.kind === 'filled' ? [reading.form.values.groups, reading.form.values.elected] : [reading.kind]
  }
  expect(valuesOf('换届时间')).toEqual(['4个', '2023年4月'])
  expect(valuesOf('成立时间')).toEqual(['4个', null])
})

test('a field of the form’s file is found by its label in other words, and two days by the one label over both', () => {
  const { fields, sections } = shippedCall.form
  const more = {
    held: { label: '职务职级', type: 'text', required: true },
    tutor: { label: '指导教师', type: 'person', required: true },
    money: { label: '申请经费（元）', type: 'money', required: true },
    from: { label: '开始日期', type: 'date', required: true },
    to: { label: '结题日期', type: 'date', required: true },
  } as const
  const abstract = { abstract: { label: '项目摘要', type: 'text', required: true } } as const
  const form = { ...shippedCall.form, fields: { ...fields, ...more }, sections: { ...sections, ...abstract } }
  const rows = [
    ['党支部名称', '教工第一党支部', '现任职务及职级', '系主任、七级'],
    ['指导老师', '皇甫清', '申请金额', '8000元'],
    ['起止年月', '2024年6月1日 至 2025年5月31日', '联系电话', '84700001'],
    ['项目简介（不超过200字）', '针对单车的潮汐现象，开发基于需求预测的调度小程序。'],
  ]
  const blocks = [paragraph('党建工作样板支部申报书'), table(rows)]
  const reading = readForm({ blocks }, { ...shippedCall, form })
  expect(reading.kind === 'filled' && reading.form.values).toMatchObject({
    ...{ held: '系主任、七级', tutor: '皇甫清', money: '8000元', from: '2024年6月1日', to: '2025年5月31日' },
    abstract: '针对单车的潮汐现象，开发基于需求预测的调度小程序。',
  })
})

test('one label over two days reproaches nobody for either, and tells neither of one day alone', () => {
  const days = {
    from: { label: '开始日期', type: 'date', required: true },
    to: { label: '结题日期', type: 'date', required: true },
  } as const
  const form = { ...shippedCall.form, fields: { ...shippedCall.form.fields, ...days } }
  const daysOf = (written: string) => {
    const rows = [
      ['党支部名称', '教工第一党支部', '党员人数', '12'],
      ['起止时间', written, '联系电话', '84700001'],
    ]
    const reading = readForm({ blocks: [paragraph('党建工作样板支部申报书'), table(rows)] }, { ...shippedCall, form })
    if (reading.kind !== 'filled') throw new Error(reading.kind)
    const { values, presence } = reading.form
    return [values.from, values.to, presence.from, presence.to]
  }
  expect(daysOf('2024.6-2025.5')).toEqual(['2024.6', '2025.5', 'filled', 'filled'])
  expect(daysOf('').slice(2)).not.toContain('empty')
  expect(daysOf('2024年6月').slice(0, 2)).toEqual([null, null])
})
