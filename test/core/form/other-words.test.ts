import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import type { FieldDescription, FieldType } from '../../../src/core/form/description.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { type CellContent, paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

type Labels = Readonly<Record<string, FieldType>>

/** A form of another call, of which no blank is there: its description's own labels are all that is known. */
const read = (title: string, labels: Labels, rows: readonly (readonly CellContent[])[]): Form =>
  readBlocks(title, labels, [table(rows)])

function readBlocks(title: string, labels: Labels, blocks: readonly Block[]): Form {
  const fields = Object.fromEntries(
    Object.entries(labels).map(([label, type]): [string, FieldDescription] => [label, { label, type, required: true }]),
  )
  const sections = {
    reason: { label: '申请理由', type: 'text', required: true },
    awards: { label: '获奖情况', type: 'text', required: false },
  } as const
  const form = { ...shippedCall.form, title, fields, sections }
  const reading = readForm({ blocks: [paragraph(title), ...blocks] }, { ...shippedCall, cycle: null, form })
  if (reading.kind !== 'filled') throw new Error(reading.kind)
  return reading.form
}

const told = ({ values, confidence }: Form, field: string) => [values[field], confidence[field]]

const GRANT = '家庭经济困难学生补助申请表'

test.each([
  ['家庭人口', 'number', '家庭人口数', '5口人'],
  ['家庭年收入', 'money', '家庭全年收入', '24000元'],
  ['家庭住址', 'text', '家庭地址', '新疆喀什地区莎车县'],
  ['出生年月', 'date', '出生日期', '2003年5月'],
  ['平均绩点', 'number', 'GPA（4分制）', '3.61'],
  ['外语水平', 'text', '外语成绩', 'CET-6 548'],
  ['护照号', 'text', '护照号码 Passport No.', 'EJ1234567'],
  ['所在学院', 'text', '所属院系', '化工学院'],
  ['现有会员人数', 'number', '会员数量', '86'],
  ['课题名称', 'text', '项目名称', '刀具磨损在线检测'],
  ['完成时间', 'date', '结题日期', '2028年6月'],
  ['身份证号', 'digits', '公民身份号码', '210202196805123456'],
  ['家庭月收入', 'money', '家庭每月总收入', '6200元'],
  ['所带学生人数', 'number', '所带学生数', '212人'],
  ['指导教师职称', 'text', '导师职称', '教授'],
  ['学历学位', 'text', '学历/学位', '研究生/硕士'],
  ['政治面貌', 'text', '政治身份', '中共党员'],
] as const)('«%s» (%s) is asked as «%s»: the same in other words, and sure', (label, type, written, answer) => {
  const rows = [
    ['姓名', '李响', '学号', '2023104417'],
    [written, answer, '民族', '汉族'],
  ]
  expect(told(read(GRANT, { 姓名: 'person', 学号: 'digits', [label]: type }, rows), label)).toEqual([answer, 'sure'])
})

test.each([
  ['申请人', 'person', '负责人姓名', '陶然'],
  ['联系方式', 'phone', '社长电话', '15140990011'],
  ['班主任工作年限', 'number', '担任班主任年限', '5年'],
  ['所带班级', 'text', '所带班级及人数', '化工2302班（31人）'],
  ['专业', 'text', '院系专业', '土木工程学院 给排水科学与工程'],
  ['参加人数', 'number', '课题组人数', '4人'],
  ['班级名称', 'text', '班级', '化工2302班'],
  ['英语四级通过率', 'text', '四级通过率', '96.8%'],
  ['推广应用范围', 'text', '应用推广范围', '五校'],
  ['外语水平', 'text', '英语成绩', 'CET-6 548'],
  ['英语水平', 'text', '外语成绩', '日语N1'],
  ['所在学院', 'text', '工作单位', '大连机床厂'],
  ['负责人', 'person', '班长', '陶然'],
  ['家庭月收入', 'money', '月收入', '6200元'],
  ['申请经费', 'money', '拟申请经费', '3000元'],
] as const)('«%s» (%s) may be what «%s» asks for: it is read, and not sure', (label, type, written, answer) => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    [written, answer, '政治面貌', '群众'],
  ]
  const form = read('优秀班主任申请表', { 学号: 'digits', 民族: 'text', [label]: type }, rows)
  expect(told(form, label)).toEqual([answer, 'doubtful'])
})

test.each([
  ['获奖人数', 'number', '获奖数量', '3项'],
  ['获奖人数', 'number', '获奖总数', '3'],
  ['志愿服务人数', 'number', '志愿服务数量', '6次'],
  ['活动人数', 'number', '活动数量', '6'],
  ['施工人数', 'number', '施工数量', '6'],
  ['完成时间', 'date', '截止时间', '2024年12月12日'],
  ['完成日期', 'date', '终止日期', '2030年5月'],
  ['拟聘岗位', 'text', '现聘岗位', '讲师'],
  ['拟聘任岗位', 'text', '现聘任岗位', '讲师'],
  ['拟任职务', 'text', '现任职务', '科长'],
] as const)('«%s» (%s) is another matter than «%s», and not answered by it', (label, type, written, answer) => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    [written, answer, '政治面貌', '群众'],
  ]
  expect(told(read('先进集体申报表', { 学号: 'digits', 民族: 'text', [label]: type }, rows), label)).toEqual([
    null,
    'none',
  ])
})

test.each([
  ['最高学位', 'text', '学位', '学士'],
  ['姓名', 'person', '联系人姓名', '李四'],
  ['项目名称', 'text', '活动名称', '海边诗会'],
  ['拟聘岗位', 'text', '现聘岗位', '讲师'],
] as const)('«%s» (%s) over nothing is empty, whatever stands beside «%s»', (label, type, written, answer) => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    [written, answer, label, ''],
  ]
  const form = read('项目申报书', { 学号: 'digits', 民族: 'text', [label]: type }, rows)
  expect([form.values[label], form.presence[label]]).toEqual([null, 'empty'])
})

test.each([
  ['申请经费', 'money', '申请金额', '3000元'],
  ['指导教师', 'person', '指导老师', '王强'],
  ['成立时间', 'date', '创建日期', '2020年9月'],
] as const)(
  '«%s» (%s) over nothing is answered by its synonym «%s», and a person looks',
  (label, type, written, answer) => {
    const rows = [
      ['学号', '2023104417', '民族', '汉族'],
      [written, answer, label, ''],
    ]
    const form = read('项目申报书', { 学号: 'digits', 民族: 'text', [label]: type }, rows)
    expect(told(form, label)).toEqual([answer, 'doubtful'])
  },
)

test('a telephone that the vocabulary knows for the one asked is its answer, though its own label stands blank', () => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    ['手机号码', '15140990011', '联系电话', ''],
  ]
  const form = read(GRANT, { 学号: 'digits', 民族: 'text', 联系电话: 'phone' }, rows)
  expect(form.values.联系电话).toBe('15140990011')
})

test.each([
  ['研究内容', '研究思路和方法'],
  ['研究内容', '研究方法以及工作内容'],
  ['创新点', '研究内容和创新之处'],
  ['创新点', '研究方法、特色创新'],
])('«%s» over nothing is not empty where «%s» took a text, which may be its own', (own, heading) => {
  const fields = { name: { label: '姓名', type: 'person', required: true } } as const
  const sections = Object.fromEntries(
    ['研究内容', '研究方法', '创新点'].map(label => [label, { label, type: 'text', required: label === own } as const]),
  )
  const form = { ...shippedCall.form, title: '校级课题申报书', fields, sections }
  const rows = [
    ['姓名', '罗建平', '民族', '汉族'],
    [own, { of: '', wide: 3 }],
    [heading, { of: '研究刀具磨损，采用实验与仿真结合的方法，首次提出在线监测模型。', wide: 3 }],
  ]
  const blocks = [paragraph('校级课题申报书'), table(rows)]
  const reading = readForm({ blocks }, { ...shippedCall, cycle: null, form })
  expect(reading.kind === 'filled' && reading.form.presence[own]).not.toBe('empty')
})

test.each(['优秀学生推荐审批表', '先进个人登记表', '学院推荐表'])(
  'under a title of another form («%s») that asks for most of ours nobody is told that the form is lacking',
  title => {
    const fields = {
      name: { label: '姓名', type: 'person', required: true },
      unit: { label: '所在学院', type: 'text', required: true },
      phone: { label: '手机', type: 'phone', required: true },
    } as const
    const sections = { reason: { label: '申请理由', type: 'text', required: true } } as const
    const form = { ...shippedCall.form, title: '优秀大学生申报表', fields, sections }
    const rows = [
      ['姓名', '罗建平', '学院', '化工学院'],
      ['联系方式', '13841120099', '民族', '汉族'],
      ['申请原因', { of: '学习刻苦，成绩优良，热心公益。', wide: 3 }],
    ]
    const reading = readForm({ blocks: [paragraph(title), table(rows)] }, { ...shippedCall, cycle: null, form })
    expect(reading.kind).toBe('unread')
  },
)

test('what may be meant by two labels of one form is neither’s', () => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    ['负责人电话', '15140990011', '学生电话', '15140990022'],
  ]
  const form = read(GRANT, { 学号: 'digits', 民族: 'text', 联系电话: 'phone', 办公电话: 'phone' }, rows)
  expect([told(form, '联系电话'), told(form, '办公电话')]).toEqual([
    [null, 'none'],
    [null, 'none'],
  ])
  expect(form.presence.联系电话).not.toBe('empty')
})

test('a number of some is not that of all, whatever it ends with', () => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    ['发展党员人数', '3', '转出党员人数', '1'],
  ]
  expect(read(GRANT, { 学号: 'digits', 民族: 'text', 党员人数: 'number' }, rows).confidence.党员人数).toBe('none')
})

test('a class or a subject is asked for by the last word of its label', () => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    ['专业班级', '化工2302班', '政治面貌', '群众'],
  ]
  const form = read(GRANT, { 学号: 'digits', 民族: 'text', 专业: 'text', 班级: 'text' }, rows)
  expect([form.values.专业, form.values.班级]).toEqual([null, '化工2302班'])
})

test.each(['家长电话', '紧急联系人电话', '导师姓名', '合作单位', '毕业学校'])('«%s» is another’s matter', written => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    [written, '15140990011', '政治面貌', '群众'],
  ]
  const form = read(
    GRANT,
    { 学号: 'digits', 民族: 'text', 申请人: 'person', 本人手机: 'phone', 所在单位: 'text' },
    rows,
  )
  expect(['申请人', '本人手机', '所在单位'].filter(one => form.confidence[one] === 'sure')).toEqual([])
  expect(Object.values(form.presence)).not.toContain('empty')
})

test('a text is known by its head in other words, by one of two that its heading names', () => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    [
      { of: '申请原因（限300字）', wide: 1 },
      { of: '父亲年初因病手术，自费部分四万余元；弟弟妹妹均在上学。', wide: 3 },
    ],
  ]
  const form = read(GRANT, { 学号: 'digits', 民族: 'text' }, rows)
  expect(form.values.reason).toBe('父亲年初因病手术，自费部分四万余元；弟弟妹妹均在上学。')
})

test('a list of awards under a heading of its own is what the description calls a text', () => {
  const text = '姓名：罗建平\n一、申请理由\n学习刻苦，成绩优良。\n二、所获奖励\n2025年6月获省三好学生称号。'
  const form = readBlocks(GRANT, { 姓名: 'person' }, paragraphs(text))
  expect(form.values.awards).toBe('2025年6月获省三好学生称号。')
})

test('what was chosen among boxes is the value, on whichever side they stand', () => {
  const rows = [
    ['学号', '2023104417', '性别', '男☑ 女□'],
    ['民族', '汉族', '类别', '□学习 ☑科研 □实践'],
  ]
  const form = read(GRANT, { 学号: 'digits', 性别: 'choice', 类别: 'choice' }, rows)
  expect([form.values.性别, form.values.类别]).toEqual(['男', '科研'])
})

test.each([
  ['1. 姓名：罗建平　　性别：男\n2. 学号：2023104417', ['罗建平', '男', '2023104417']],
  ['（一）学号：2023104417；姓名：罗建平\n（二）性别：男', ['罗建平', '男', '2023104417']],
  ['1、英文名：Luo　　姓名：罗建平\n2、学号：2023104417　性别：男', ['罗建平', '男', '2023104417']],
  [
    '姓名：罗建平\n性别：男（籍贯：大连）\n学号：2023104417（方向：机器人）',
    ['罗建平', '男（籍贯：大连）', '2023104417（方向：机器人）'],
  ],
])(
  'labels with their answers in one line are each their own, numbered or not, and what brackets add stays: %s',
  (text, expected) => {
    const { values } = readBlocks(GRANT, { 姓名: 'person', 性别: 'text', 学号: 'text' }, paragraphs(text))
    expect([values.姓名, values.性别, values.学号]).toEqual(expected)
  },
)

test('lines under a name are never surely part of it', () => {
  const rows = [
    ['学号', '2023104417', '民族', '汉族'],
    ['姓名', '库尔班江\n反应工程实验室', '性别', '男'],
  ]
  expect(read(GRANT, { 学号: 'digits', 民族: 'text', 姓名: 'person' }, rows).confidence.姓名).not.toBe('sure')
})

test.each(['优秀毕业生登记表', '文明宿舍申报表', '求职补贴申请审批表'])(
  'labels that are like ours make no form of ours of «%s»',
  title => {
    const fields = {
      name: { label: '教师姓名', type: 'person', required: true },
      unit: { label: '所在单位', type: 'text', required: true },
      phone: { label: '手机', type: 'phone', required: true },
    } as const
    const sections = { deeds: { label: '先进事迹', type: 'text', required: true } } as const
    const form = { ...shippedCall.form, title: '优秀辅导员申报表', fields, sections }
    const rows = [
      ['姓名', '罗建平', '学院', '化工学院'],
      ['联系电话', '13841120099', '民族', '汉族'],
      ['主要事迹', { of: '四年来担任班长，服务同学，成绩优良。', wide: 3 }],
    ]
    const blocks = [paragraph(title), table(rows)]
    expect(readForm({ blocks }, { ...shippedCall, cycle: null, form }).kind).not.toBe('filled')
    const own = [paragraph('滨海大学优秀辅导员推荐表'), table(rows)]
    expect(readForm({ blocks: own }, { ...shippedCall, cycle: null, form }).kind).toBe('filled')
  },
)

test('rows of labels, each beside its answer, are no list, whatever the first of them are called', () => {
  const rows = [
    [{ of: '基本信息', high: 4 }, '申请社团', '听潮诗社', '活动主题', '海边诗会'],
    ['举办时间', '2026年6月30日', '举办地点', '星海广场'],
    ['负责人', '苏晚', '联系电话', '13755556666'],
    ['预计参加人数', '120', '申请经费', '3000元'],
  ]
  const labels = {
    社团名称: 'text',
    参加人数: 'number',
    活动负责人: 'person',
    负责人电话: 'phone',
    申请金额: 'money',
  } as const
  const { values } = read('学生社团活动经费申请表', labels, rows)
  expect(values).toMatchObject({ 活动负责人: '苏晚', 负责人电话: '13755556666', 申请金额: '3000元' })
})
