import { describe, expect, test } from 'vitest'
import type { Block, Paragraph } from '../../../src/core/document/document.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { withoutLetterClose } from '../../../src/core/form/outline/letter-close.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = paragraph('党建工作样板支部申报书')
const VALUES = table([
  ['党支部名称', '教工第一党支部', '党员人数', '32'],
  ['党支部书记姓名', '张建华', '联系电话', '0411-84700001'],
])
const BASIS = '支部坚持每月学习，严格落实三会一课，累计开展主题党日三十次，帮助师生解决困难十二件。'
const bold = (text: string): Paragraph => ({ kind: 'paragraph', text, look: { bold: true } })

function formOf(...blocks: Block[]): Form {
  const reading = readForm({ blocks: [TITLE, ...blocks] }, shippedCall)
  if (reading.kind !== 'filled') throw new Error(reading.kind)
  return reading.form
}

const honours = (...blocks: Block[]) =>
  formOf(VALUES, paragraph('二、近三年荣誉'), ...blocks).honours.map(({ date, name, recipientKind }) => [
    date,
    name,
    recipientKind,
  ])

describe('label columns of two levels', () => {
  const HEAD = table([
    [{ of: '基本信息', high: 4 }, { of: '支部', high: 2 }, '全称', { of: '教工第四党支部', wide: 3 }],
    ['党员数', { of: '22', wide: 3 }],
    [{ of: '书记', high: 2 }, '姓名', '贝君豪', '职务', '实验室主任'],
    ['职称', '高级工程师', '联系电话', '13610927745'],
  ])

  test('the secretary’s name stands beside its own label, not beside the label over the rows', () => {
    const { branchName, secretary, phone } = formOf(HEAD, paragraph('一、工作基础'), paragraph(BASIS))
    expect(branchName).toBe('教工第四党支部')
    expect(secretary).toEqual({ name: '贝君豪', post: '实验室主任', title: '高级工程师' })
    expect(phone).toBe('13610927745')
  })

  test('a name that is blank is not the label beside it', () => {
    const blank = table([
      [{ of: '书记', high: 2 }, '党支部书记姓名', '', '职务', '实验室主任'],
      ['职称', '高级工程师', '党支部名称', '教工第四党支部'],
    ])
    const { secretary, presence } = formOf(blank, paragraph('一、工作基础'), paragraph(BASIS))
    expect([secretary.name, presence['secretary.name']]).toEqual([null, 'empty'])
  })

  test('«支部概况» beside them is their chapter, and no text', () => {
    const rows = table([
      [{ of: '支部\n概况', high: 3 }, '名称', { of: '教工第四党支部', wide: 3 }],
      ['组成', { of: '党员11人，其中正式党员9人，预备党员2人', wide: 3 }],
      ['书记', '闻人杰', '职务', '系主任'],
    ])
    const form = formOf(rows, paragraph('一、工作基础'), paragraph(BASIS))
    expect(form).toMatchObject({ branchName: '教工第四党支部', memberCount: 11, basis: BASIS })
    expect(form.secretary).toEqual({ name: '闻人杰', post: '系主任', title: null })
  })

  test('an answer that reaches down beside its label', () => {
    const rows = table([
      ['支部名称', { of: '教工第四党支部', wide: 3 }],
      [{ of: '书记', high: 2 }, { of: '闻人杰', high: 2 }, '职务', '系主任'],
      ['联系电话', '13610927745'],
    ])
    const { secretary, phone } = formOf(rows, paragraph('一、工作基础'), paragraph(BASIS))
    expect([secretary.name, secretary.post, phone]).toEqual(['闻人杰', '系主任', '13610927745'])
  })

  test('labels with their answers in the cells of a labelled row', () => {
    const rows = table([
      ['支部名称', { of: '教工第四党支部', wide: 3 }],
      ['书记', '姓名：印天成', '职务：研究所所长', '职称：教授'],
    ])
    expect(formOf(rows, paragraph('一、工作基础'), paragraph(BASIS)).secretary).toEqual({
      name: '印天成',
      post: '研究所所长',
      title: '教授',
    })
  })

  test('a count that is told in its parts is their sum', () => {
    const rows = table([
      ['党支部名称', { of: '教工第四党支部', wide: 4 }],
      ['党员人数', '正式党员', '18', '预备党员', '1'],
    ])
    expect(formOf(rows, paragraph('一、工作基础'), paragraph(BASIS)).memberCount).toBe(19)
  })
})

test('labels with their answers in which dates stand over one another are no list', () => {
  const rows = table([
    ['党支部名称', '离退休教工第一党支部', '党支部类型', '离退休'],
    ['党员总数', '42', '成立日期', '二〇〇九年十月'],
    ['隶属', '机械工程学院党委', '最近换届', '2022年11月'],
  ])
  const form = formOf(rows, paragraph('二、工作基础'), paragraph(BASIS))
  expect(form).toMatchObject({ memberCount: 42, branchType: 'retired', branchName: '离退休教工第一党支部' })
})

describe('one label for two things', () => {
  const secretaryOf = (...rows: [string, string][]) =>
    formOf(table([['党支部名称', '教工第一党支部'], ...rows]), paragraph('二、工作基础'), paragraph(BASIS)).secretary

  test.each([
    ['书记职务职称', '教研室主任、副教授'],
    ['职务及职称', '教研室主任，副教授'],
    ['职务/职称', '教研室主任 副教授'],
    ['职称、职务', '副教授、教研室主任'],
  ])('%s: %s', (label, answer) => {
    expect(secretaryOf(['书记姓名', '方晓东'], [label, answer])).toEqual({
      name: '方晓东',
      post: '教研室主任',
      title: '副教授',
    })
  })

  test.each([
    ['2023级博士生、兼职辅导员／无', '2023级博士生、兼职辅导员', '无'],
    ['2023级博士生、兼职辅导员', '2023级博士生、兼职辅导员', null],
    ['所长、支部书记∕研究员、博导', '所长、支部书记', '研究员、博导'],
    ['教授、博导', null, '教授、博导'],
    ['讲师/教研室副主任', '教研室副主任', '讲师'],
    ['教研室主任\n副教授、硕导', '教研室主任', '副教授、硕导'],
    ['辅导员/讲师', '辅导员', '讲师'],
    ['辅导员、助教', '辅导员', '助教'],
    ['讲师/辅导员', '辅导员', '讲师'],
    ['研究员/研究员', '研究员', '研究员'],
    ['高级工程师/工程师', '高级工程师', '工程师'],
    ['教授/博士生导师', null, '教授、博士生导师'],
    ['教授/无', null, '教授'],
  ])('an answer of several words is parted where it is for two: %s', (answer, post, title) => {
    expect(secretaryOf(['书记姓名', '方晓东'], ['职务/职称', answer])).toMatchObject({ post, title })
  })

  test.each([
    ['四、支部书记（姓名、职务、职称）', '荀知常，微纳所所长，教授'],
    ['4.支部书记（姓名/职务/职称）', '荀知常/微纳所所长/教授'],
    ['（四）书记姓名、职务、职称', '荀知常、微纳所所长、教授'],
  ])('behind a number: %s', (label, answer) => {
    expect(secretaryOf([label, answer])).toEqual({ name: '荀知常', post: '微纳所所长', title: '教授' })
  })

  test('an answer that says more than its label asks is told apart', () => {
    expect(secretaryOf(['书记姓名', '封华'], ['职务', '系党支部书记、副教授'])).toEqual({
      name: '封华',
      post: '系党支部书记',
      title: '副教授',
    })
    const rows = table([
      ['党支部名称', '教工第一党支部'],
      ['联系方式', '手机 17702460158，邮箱 weizh@mail.dlut.edu.cn'],
    ])
    const { phone, email } = formOf(rows, paragraph('二、工作基础'), paragraph(BASIS))
    expect([phone, email]).toEqual(['17702460158', 'weizh@mail.dlut.edu.cn'])
  })

  test('in brackets, as the answer has it', () => {
    const rows = [paragraph('书记姓名（职务/职称）：林海燕（系副主任/教授）')]
    const told = { name: '林海燕', post: '系副主任', title: '教授' }
    expect(
      formOf(paragraph('支部名称：教工第一党支部'), ...rows, paragraph('二、工作基础'), paragraph(BASIS)).secretary,
    ).toEqual(told)
    expect(
      formOf(
        table([['党支部名称（全称）：教工第一党支部', '书记姓名（职务/职称）：林海燕（系副主任/教授）']]),
        paragraph('二、工作基础'),
        paragraph(BASIS),
      ).secretary,
    ).toEqual(told)
  })

  test('a remark behind the title, and «现任» before the post, are no part of them', () => {
    expect(secretaryOf(['书记姓名', '董守业'], ['职称', '教授（退休）'], ['职务', '现任学院关工委副主任'])).toEqual({
      name: '董守业',
      post: '学院关工委副主任',
      title: '教授',
    })
  })
})

test('«支部概况» that tells of name, count and secretary in a sentence is no account of the work', () => {
  const told =
    '机械设计系教工党支部隶属于机械工程学院党委，成立于2011年9月，属教师党支部。支部现有党员27名（其中正式党员25名、预备党员2名），2023年10月换届。党支部书记周启明，副教授，现任机械设计系副主任，2019年起担任支部书记，联系电话0411-84706213。'
  const form = formOf(paragraph('一、支部概况'), paragraph(told), paragraph('二、支部建设现状'), paragraph(BASIS))
  expect(form.basis).toBe(BASIS)
  expect(form).toMatchObject({
    memberCount: 27,
    secretary: { name: '周启明', post: '机械设计系副主任', title: '副教授' },
  })
})

describe('honours', () => {
  test('with «+» between their parts', () => {
    expect(
      honours(
        ...paragraphs(
          '2022.06 + 先进党支部 + 大连理工大学党委\n支部：先进基层党组织+校级+2023.06\n张建华＋2021.07＋优秀党务工作者＋大连理工大学党委',
        ),
      ),
    ).toEqual([
      ['2022-06', '先进党支部', 'branch'],
      ['2023-06', '先进基层党组织', 'branch'],
      ['2021-07', '优秀党务工作者', 'secretary'],
    ])
  })

  test('of one year, each with its person in brackets', () => {
    expect(honours(paragraph('2023年：辽宁省优秀毕业生（申屠静）、大连理工大学三好研究生（张建华）'))).toEqual([
      ['2023', '辽宁省优秀毕业生', 'member'],
      ['2023', '大连理工大学三好研究生', 'secretary'],
    ])
  })

  test('«获2023年校“…”» is of the university', () => {
    const [one] = formOf(VALUES, paragraph('二、近三年荣誉'), paragraph('张建华获2023年校“优秀共产党员”')).honours
    expect(one?.level).toBe('university')
  })

  test('beside labels of their own in one big table', () => {
    const rows = table([
      ['党支部名称', '教工第一党支部'],
      ['书记姓名', '何振宇'],
      ['支部荣誉', '2022.06 + 先进党支部 + 大连理工大学党委\n2023.06 + 十佳党支部 + 机械工程学院党委'],
      ['书记荣誉', '2021.07 + 优秀党务工作者 + 大连理工大学党委'],
      ['党员荣誉', '李梦洁 + 2023.09 + 教学名师 + 大连理工大学'],
    ])
    expect(formOf(rows).honours.map(({ name, recipientKind }) => [name, recipientKind])).toEqual([
      ['先进党支部', 'branch'],
      ['十佳党支部', 'branch'],
      ['优秀党务工作者', 'secretary'],
      ['教学名师', 'member'],
    ])
  })

  test('in rows for branch, secretary and members within one label', () => {
    const rows = table([
      ['党支部名称', { of: '教工第一党支部', wide: 2 }],
      [
        { of: '荣誉情况', high: 3 },
        '支部层面',
        [
          table([
            ['2021年', '校级', '先进党支部'],
            ['2023年', '校级', '十佳主题党日'],
          ]),
        ],
      ],
      ['书记层面', '2022年，尉迟明获评大连理工大学“优秀共产党员”'],
      ['党员层面', '张弛，2022年9月，大连理工大学“优秀教师”；'],
    ])
    expect(formOf(rows).honours.map(({ date, name }) => [date, name])).toEqual([
      ['2021', '先进党支部'],
      ['2023', '十佳主题党日'],
      ['2022', '优秀共产党员'],
      ['2022-09', '优秀教师'],
    ])
  })

  test('in a table without lines or heads, of the branch and its people', () => {
    const rows = table([
      ['支部', '先进党支部', '2021.06.28', '大连理工大学党委'],
      ['', '平安校园先进集体', '2022.12', '大连理工大学'],
      ['书记', '优秀党务工作者', '2023.06.30', '大连理工大学党委'],
      ['党员栾平', '实验技术先进个人', '2022.09', '大连理工大学'],
    ])
    expect(honours(rows).map(([date, name]) => [date, name])).toEqual([
      ['2021-06-28', '先进党支部'],
      ['2022-12', '平安校园先进集体'],
      ['2023-06-30', '优秀党务工作者'],
      ['2022-09', '实验技术先进个人'],
    ])
  })

  test('whose person is named where the secretary is not', () => {
    const form = formOf(
      paragraph('党支部名称：教工第一党支部'),
      paragraph('二、近三年荣誉'),
      paragraph('①2022年12月 支部 示范性学生党支部 大连理工大学党委'),
      paragraph('②2023年11月 仲夏 优秀研究生 大连理工大学'),
    )
    expect(form.honours.map(({ name }) => name)).toEqual(['示范性学生党支部', '优秀研究生'])
  })

  test('whose recipients stand behind «授予»', () => {
    const rows = table([
      ['2022年6月', '先进基层党组织', '授予党支部', '大连理工大学党委'],
      ['2023年7月', '优秀党务工作者', '授予张建华', '大连理工大学党委'],
      ['2023年11月', '三好学生标兵', '授予研究生党员马骁', '大连理工大学'],
    ])
    expect(honours(rows)).toEqual([
      ['2022-06', '先进基层党组织', 'branch'],
      ['2023-07', '优秀党务工作者', 'secretary'],
      ['2023-11', '三好学生标兵', 'member'],
    ])
  })

  test('whose grantor stands behind the date in brackets', () => {
    const [one] = formOf(
      VALUES,
      paragraph('二、近三年荣誉'),
      paragraph('支部书记张建华获评“优秀党务工作者”（2022年6月，校党委）；'),
    ).honours
    expect(one).toMatchObject({ level: 'university', grantedBy: '校党委' })
  })
})

describe('the secretary in a sentence', () => {
  const told =
    '特种制备师生第二党支部于2017年9月组建。支部目前共有党员38人，其中教师党员9人。支部书记由温以宁同志担任（教授、博士生导师，任研究所所长）。'

  test('named by «由……担任», who is the contact as well, under «支部简介»', () => {
    const form = formOf(
      paragraph('一、支部简介'),
      paragraph(`${told}联系人温以宁，电话15524801937，电子邮箱wenyn@dlut.edu.cn。`),
      paragraph('二、创建基础'),
      paragraph(BASIS),
    )
    expect(form).toMatchObject({
      branchName: '特种制备师生第二党支部',
      memberCount: 38,
      phone: '15524801937',
      basis: BASIS,
    })
    expect(form.secretary).toEqual({ name: '温以宁', post: '研究所所长', title: '教授' })
  })

  test('is not the contact of another name', () => {
    const form = formOf(
      paragraph('一、支部简介'),
      paragraph(`${told}联系人李想，电话15524801937。`),
      paragraph('二、创建基础'),
      paragraph(BASIS),
    )
    expect([form.secretary.name, form.phone]).toEqual(['温以宁', null])
  })
})

describe('headings', () => {
  test('with a number in full form and no mark behind it', () => {
    const form = formOf(
      VALUES,
      ...paragraphs(
        `伍  近三年荣誉与述职评议\n支部荣誉：先进基层党组织（2023年6月，大连理工大学党委）\n成员荣誉：戚少安，师德标兵（2022年9月，大连理工大学）\n述职评议：2022年 好 / 2023年 好\n陆  工作基础\n${BASIS}`,
      ),
    )
    expect(form.honours.map(({ name, recipientKind }) => [name, recipientKind])).toEqual([
      ['先进基层党组织', 'branch'],
      ['师德标兵', 'member'],
    ])
  })

  test('with a remark in brackets that has a comma', () => {
    const form = formOf(
      VALUES,
      bold('受表彰奖励情况（近三年，限5项）'),
      paragraph('2021.06  党支部获“先进基层党组织”称号  中共大连理工大学委员会'),
      paragraph('2022.09  赵一鸣获“师德先进个人”称号  大连理工大学'),
      bold('已有工作基础（对照“七个有力”，1500字以内）'),
      paragraph(BASIS),
    )
    expect(form.honours.map(({ name }) => name)).toEqual(['先进基层党组织', '师德先进个人'])
    expect(form.basis).toBe(BASIS)
  })

  test('with an ornament of any shape', () => {
    const form = formOf(
      VALUES,
      ...['▲支部建设基础', BASIS, '▲建设思路', '让党员成为科研攻坚的骨干、服务同学的标兵，走在就业创业前面。'].map(
        (text, at) => (at % 2 === 0 ? bold(text) : paragraph(text)),
      ),
    )
    expect(form.basis).toBe(BASIS)
    expect(form.idea).toMatch(/^让党员/)
  })

  test('with measures under names of their own', () => {
    const name = (text: string): Paragraph => ({ kind: 'paragraph', text, look: { outline: 1, bold: true } })
    const chapter = (text: string): Paragraph => ({ kind: 'paragraph', text, look: { outline: 0, bold: true } })
    const form = formOf(
      VALUES,
      chapter('创建工作安排'),
      ...[name('强基行动'), paragraph('编印《支部工作手册》，2024年11月前完成。')],
      ...[name('赋能行动'), paragraph('开设“硕博讲堂”12期，2025年12月前完成。')],
      chapter('预期成效'),
      paragraph('工作手册1册，讲堂12期。'),
    )
    expect(form.measures.map(({ text, due }) => [text.split('\n')[0], due])).toEqual([
      ['强基行动', '2024-11'],
      ['赋能行动', '2025-12'],
    ])
  })
})

test('a row of a table without labels tells its limit in a sentence', () => {
  const rows = table([
    ['任务一：理论铸魂', '每月集中学习，2026年5月前不少于24次'],
    ['任务二：装备攻关', '2025年12月前完成样机1台'],
  ])
  expect(formOf(VALUES, paragraph('六、创建举措'), rows).measures.map(({ due }) => due)).toEqual(['2026-05', '2025-12'])
})

test('«工作基础情况» is the account of the work, and grades may stand in brackets', () => {
  const form = formOf(
    VALUES,
    ...paragraphs(
      `一、述职评议考核\n2021（好）、2022（较好）、2023（好）\n二、工作基础情况\n${BASIS}\n三、总的想法\n以课程思政为切入口，抓实教师党员的育人责任，打造先锋支部。`,
    ),
  )
  expect(form.reviewGrades.map(({ year, grade }) => [year, grade])).toEqual([
    [2021, '好'],
    [2022, '较好'],
    [2023, '好'],
  ])
  expect(form.basis).toBe(BASIS)
  expect(form.idea).toMatch(/^以课程思政/)
})

test('a name in quotes is told by a sentence', () => {
  const told = '我支部全称为“热能与动力教工党支部”，共有党员19人。现任支部书记郝思远，电话：13998612207。'
  const { branchName, memberCount } = formOf(
    paragraph('一、基本概述'),
    paragraph(told),
    paragraph('二、工作基础'),
    paragraph(BASIS),
  )
  expect([branchName, memberCount]).toEqual(['热能与动力教工党支部', 19])
})

describe('an annex behind the form', () => {
  const FORM = [
    VALUES,
    ...paragraphs(`一、工作基础\n${BASIS}\n二、创建思路\n建设先锋支部，让党员成为骨干，走在服务师生的前面。`),
  ]
  const ANNEX = [
    bold('附件2  工作案例'),
    paragraph('案例名称：把党课开到实验室'),
    bold('工作思路'),
    paragraph('以任务牵引党课，以党课促进任务，形成闭环。'),
    bold('取得成效'),
    paragraph('参与学生62人，形成标定流程1套，满意度达到95%。'),
  ]

  test('tells nothing of what the form says itself', () => {
    const form = formOf(...FORM, ...ANNEX)
    expect(form.basis).toBe(BASIS)
    expect(form.idea).toBe('建设先锋支部，让党员成为骨干，走在服务师生的前面。')
    expect([form.outcomes, form.presence.outcomes]).toEqual([null, 'notFound'])
  })

  test('is read where the form left a heading of its own blank: nobody is asked for what stands there', () => {
    const form = formOf(...FORM, ...paragraphs('三、目标成果'), ...ANNEX)
    expect(form.presence.outcomes).not.toBe('empty')
  })

  test('is the form’s own where that says it nowhere else', () => {
    const form = formOf(
      VALUES,
      ...paragraphs(`一、工作基础\n${BASIS}`),
      bold('附件1  创建方案'),
      bold('创建思路'),
      paragraph('建设先锋支部，让党员成为骨干，走在服务师生的前面。'),
    )
    expect(form.idea).toMatch(/^建设先锋支部/)
  })
})

describe('what a hurried hand writes', () => {
  test('«同上» in a list is what stands over it', () => {
    const awards = table([
      ['时间', '荣誉名称', '获奖对象', '级别'],
      ['2022.7', '先进党支部', '党支部', '校级'],
      ['同上', '优秀共产党员', '张建华', '同上'],
    ])
    const form = formOf(VALUES, paragraph('二、近三年荣誉'), awards)
    expect(form.honours.map(({ date, level }) => [date, level])).toEqual([
      ['2022-07', 'university'],
      ['2022-07', 'university'],
    ])
    const plan = table([
      ['举措', '内容', '完成时限'],
      ['先锋讲堂', '每年开讲六次', '2025年6月'],
      ['联学共建', '与企业支部结对', '同上'],
    ])
    expect(formOf(VALUES, paragraph('六、创建举措'), plan).measures.map(({ due }) => due)).toEqual([
      '2025-06',
      '2025-06',
    ])
  })

  test('the telephone of whoever filled it in is none of the secretary’s', () => {
    const rows = table([
      ['支部名称', '教工第四党支部', '书记', '闻人杰'],
      ['书记电话', '13610927745', '副书记电话', '13610927746'],
    ])
    const form = formOf(
      paragraph('填表人：印天成    联系电话：13322228888'),
      rows,
      paragraph('一、工作基础'),
      paragraph(BASIS),
    )
    expect(form.phone).toBe('13610927745')
  })

  test('answers behind their labels, a line each', () => {
    const lines = [
      '支部：教工第四党支部（隶属机械工程学院党委）',
      '书记：闻人杰，教授，兼任系主任',
      '党员：正式党员19名、预备党员2名，共21名',
    ]
    const form = formOf(...lines.map(paragraph), paragraph('工作基础'), paragraph(BASIS))
    expect(form).toMatchObject({ branchName: '教工第四党支部', memberCount: 21 })
    expect(form.secretary.name).toBe('闻人杰')
  })

  test('a day behind the last answer is when it was signed', () => {
    const form = formOf(VALUES, ...paragraphs('七、预期成效\n形成案例集1本，党课12讲。\n二〇二四年五月十二日'))
    expect(form.outcomes).toBe('形成案例集1本，党课12讲。')
  })

  test.each(['八、党员人数\n27', '八、党员人数\n二十七', '八、支部党员人数（人）\n27'])(
    'a number that ends a form is an answer: %s',
    end => {
      const form = formOf(...paragraphs(`党支部名称：教工第一党支部\n一、工作基础\n${BASIS}\n${end}`))
      expect(form.memberCount).toBe(27)
    },
  )

  test('a day that stands under its own heading is an answer', () => {
    const blocks = paragraphs('八、支部成立时间\n二〇〇九年十月八日')
    expect(withoutLetterClose(blocks)).toEqual(blocks)
  })

  test('awards with their people behind them, beside whose they are', () => {
    const rows = table([
      ['支部获奖', '先进学生党支部，校级，2023年7月，校党委'],
      ['党员获奖', '2022年7月 校优秀共产党员 步惊澜'],
    ])
    expect(honours(rows)).toEqual([
      ['2023-07', '先进学生党支部', 'branch'],
      ['2022-07', '校优秀共产党员', 'member'],
    ])
  })

  test('a stage with its time in a line under it is one measure with its task', () => {
    const rows = table([
      ['第一阶段\n（2024.5-2024.12）', '开展匠心讲堂8期'],
      ['第二阶段\n（2025.1-2025.8）', '举办技能比武1次'],
    ])
    expect(formOf(VALUES, paragraph('六、创建举措'), rows).measures.map(({ due }) => due)).toEqual([
      '2024-12',
      '2025-08',
    ])
  })
})

describe('in other words still', () => {
  const IDEA = '发挥余热，永葆初心，把支部办成老同志的“精神家园”和青年学生的“红色课堂”。'
  const ROWS = table([
    ['做过的\n主要工作', BASIS],
    ['打算\n怎么创', IDEA],
    ['要办的\n几件事', '一、银龄宣讲团：到2026年5月累计40场。\n二、口述院史：2024年10月底前整理12位。'],
  ])

  test('what was done, what is meant, what is to be done', () => {
    const form = formOf(VALUES, ROWS)
    expect([form.basis, form.idea, form.measures.map(({ due }) => due)]).toEqual([BASIS, IDEA, ['2026-05', '2024-10']])
  })

  test('awards with their labels at the left, and nobody who grants them', () => {
    const awards = table([
      ['项　目', '先进党支部', '优秀共产党员'],
      ['获奖者', '支部', '书记张建华'],
      ['年　月', '2021年7月', '二〇二二年七月'],
      ['级　别', '校级', '校级'],
    ])
    expect(honours(awards)).toEqual([
      ['2021-07', '先进党支部', 'branch'],
      ['2022-07', '优秀共产党员', 'secretary'],
    ])
  })

  test('answers behind «答：», and two questions in a line', () => {
    const lines = [
      '1. 支部全称是什么？',
      '答：教工第四党支部',
      '2. 书记是谁？职称？',
      '答：闻人杰，工程师',
      '3. 支部有多少名党员？',
      '答：34名',
    ]
    const form = formOf(...lines.map(bold), paragraph('4. 工作基础'), paragraph(BASIS))
    expect([form.branchName, form.memberCount]).toEqual(['教工第四党支部', 34])
  })

  test('a title and a post parted by a stroke of full width', () => {
    const rows = table([['支部名称', '教工第四党支部', '职务／职称', '所长／教授']])
    const { secretary } = formOf(rows, paragraph('一、工作基础'), paragraph(BASIS))
    expect([secretary.post, secretary.title]).toEqual(['所长', '教授'])
  })
})

describe('a name with a dot in it', () => {
  const rows = table([
    ['党支部名称', '教工第一党支部', '党员人数', '32'],
    [{ of: '书记信息', high: 2 }, '姓名', '阿依努尔·买买提', '职务', '2022级博士研究生'],
    ['手机', '13842619090', '邮箱', 'a@mail.dlut.edu.cn'],
  ])
  test('is a person’s', () => {
    expect(formOf(rows, paragraph('二、工作基础'), paragraph(BASIS)).secretary).toEqual({
      name: '阿依努尔·买买提',
      post: '2022级博士研究生',
      title: null,
    })
    const told = formOf(
      paragraph('支部书记：迪丽娜尔·艾力（系副主任，副教授）'),
      paragraph('二、工作基础'),
      paragraph(BASIS),
    ).secretary
    expect(told).toEqual({ name: '迪丽娜尔·艾力', post: '系副主任', title: '副教授' })
  })
  test('is a member’s in the list of honours', () => {
    const head = ['时间', '荣誉名称', '获奖人', '授予单位']
    const row = ['2023年6月', '优秀共产党员', '艾力·玉素甫', '大连理工大学党委']
    expect(honours(table([head, row]))).toEqual([['2023-06', '优秀共产党员', 'member']])
  })
})

describe('lines without a colon', () => {
  test('a known label, a wide space and its answer', () => {
    const lines = [
      '◆支部名称　教工第四党支部',
      '◆书记　司马文琪（职务：实验中心副主任；职称：高级工程师）',
      '◆联系电话　84706655（办）　18642630517（手机）',
      '◆E-mail　simawq@dlut.edu.cn',
      '◆支部规模　党员19名，其中女党员6名',
      '◆支部类型　[x]教师　[ ]学生　[ ]师生　[ ]离退休',
    ]
    const form = formOf(...lines.map(line => paragraph(line)), paragraph('二、工作基础'), paragraph(BASIS))
    expect(form).toMatchObject({
      ...{ branchName: '教工第四党支部', memberCount: 19, branchType: 'teacher', email: 'simawq@dlut.edu.cn' },
      secretary: { name: '司马文琪', post: '实验中心副主任', title: '高级工程师' },
    })
    expect(form.phone).toContain('18642630517')
  })

  test.each(['◇', '▪', '◎', '●', ''])('whatever ornament stands before it: «%s»', mark => {
    const lines = [
      '党支部全称　本科生第二党支部',
      '书记　古丽娜尔·吐尔逊',
      '党员人数　58人',
      '支部类型　（x）学生　（ ）教师',
    ]
    const form = formOf(...lines.map(line => paragraph(mark + line)), paragraph('二、工作基础'), paragraph(BASIS))
    expect(form).toMatchObject({ branchName: '本科生第二党支部', memberCount: 58, branchType: 'student' })
    expect(form.secretary.name).toBe('古丽娜尔·吐尔逊')
  })

  test('a text that begins with a label’s word is none', () => {
    const form = formOf(
      VALUES,
      paragraph('二、工作基础'),
      paragraph(BASIS),
      paragraph('支部名称　由来已久，师生皆知。'),
    )
    expect(form.branchName).toBe('教工第一党支部')
  })
})

test('«支部党员情况» that counts them', () => {
  const rows = (told: string) =>
    formOf(
      table([
        ['党支部名称', '教工第一党支部'],
        ['支部党员情况', told],
      ]),
      paragraph('二、工作基础'),
      paragraph(BASIS),
    ).memberCount
  expect(rows('正式党员28人，预备党员2人，共30人')).toBe(30)
  expect(rows('党员30名，其中教授12名')).toBe(30)
  expect(rows('老中青搭配合理')).toBeNull()
})

test.each(['中共预备党员', '预备党员', '中共党员（预备）', '共青团员', '入党积极分子', '群众', '民盟盟员'])(
  'what somebody is under 政治面貌, though words of labels: %s',
  politics => {
    const more = {
      politics: { label: '政治面貌', type: 'text', required: true },
      nation: { label: '民族', type: 'text', required: true },
    } as const
    const call = { ...shippedCall, form: { ...shippedCall.form, fields: { ...shippedCall.form.fields, ...more } } }
    const rows = table([
      ['党支部名称', '教工第一党支部', '党员人数', '32'],
      ['政治面貌', politics, '民族', '土家族'],
    ])
    const reading = readForm({ blocks: [TITLE, rows] }, call)
    expect(reading.kind === 'filled' && reading.form.values).toMatchObject({ politics, nation: '土家族' })
  },
)

test('a post that is a label elsewhere, for a field that nobody knows', () => {
  const more = { held: { label: '学生工作任职', type: 'text', required: true } } as const
  const call = { ...shippedCall, form: { ...shippedCall.form, fields: { ...shippedCall.form.fields, ...more } } }
  const rows = table([
    ['党支部名称', '教工第一党支部', '党员人数', '32'],
    ['学生工作任职', '组织委员', '联系电话', '84700001'],
  ])
  const reading = readForm({ blocks: [TITLE, rows] }, call)
  expect(reading.kind === 'filled' && reading.form.values).toMatchObject({ held: '组织委员', phone: '84700001' })
})

test.each([
  ['yuw enche@ dlut.edu.cn', 'yuwenche@dlut.edu.cn'],
  ['ayinu er_m @m ail.dlut.edu.cn', 'ayinuer_m@mail.dlut.edu.cn'],
  ['13900001234 zhang@dlut.edu.cn', 'zhang@dlut.edu.cn'],
  ['E-mail zhang@dlut.edu.cn', 'zhang@dlut.edu.cn'],
  ['zhang@dlut.edu.cn li@dlut.edu.cn', 'zhang@dlut.edu.cn'],
  ['zhang@dl ut.edu.cn', 'zhang@dlut.edu.cn'],
  ['zhang @dlut.edu .cn', 'zhang@dlut.edu.cn'],
  ['tel 123 a@b.cn', 'a@b.cn'],
  ['wang li wangli@dlut.edu.cn', 'wangli@dlut.edu.cn'],
  ['wang li wangli @dlut.edu.cn', 'wangli@dlut.edu.cn'],
  ['qq zhang@dlut.edu.cn', 'zhang@dlut.edu.cn'],
  ['zhangsan@dlut.edu.cn phone', 'zhangsan@dlut.edu.cn'],
  ['zhangsan @dlut.edu.cn phone', 'zhangsan@dlut.edu.cn'],
])('an address that a font without widths parted: «%s»', (written, email) => {
  const rows = table([['党支部名称', '教工第一党支部', '电子邮箱', written]])
  expect(formOf(rows, paragraph('二、工作基础'), paragraph(BASIS)).email).toBe(email)
})

test.each(['•', '●', '▪', '◆ '])('a list of honours behind bullets: «%s»', bullet => {
  const lines = ['校党委“七一”表彰先进党支部，2022年', '冉秋实：校三育人先进个人，2023年9月，大连理工大学']
  expect(honours(...paragraphs(lines.map(line => `${bullet}${line}`).join('\n')))).toEqual([
    ['2022', '先进党支部', 'branch'],
    ['2023-09', '校三育人先进个人', 'member'],
  ])
})

test('labels and answers with a narrow space between them, behind an ornament or where the label is the form’s own', () => {
  const lines = [
    '◆支部规模 党员19名，其中女党员6名',
    '◆支部类型 [x]教师 [ ]学生 [ ]师生 [ ]离退休',
    '党支部名称 教工第四党支部',
  ]
  const form = formOf(...lines.map(line => paragraph(line)), paragraph('二、工作基础'), paragraph(BASIS))
  expect(form).toMatchObject({ memberCount: 19, branchType: 'teacher', branchName: '教工第四党支部' })
})

describe('a text that goes on behind the table in which it began', () => {
  const duty = (head: string) =>
    `（${head}）…党员有力\n支部坚持每月学习，严格落实三会一课，累计开展主题党日三十次，帮助师生解决困难十二件。`
  const cellText = ['一', '二', '三'].map(duty).join('\n')
  test('is one', () => {
    const form = formOf(
      VALUES,
      table([['第三部分　工作基础'], [cellText]]),
      ...paragraphs(`末段之余，求真务实，久久为功，师生满意。\n${['四', '五'].map(duty).join('\n')}`),
      table([[{ of: '第四部分　创建计划', wide: 2 }], ['创建思路', '以文化为魂，构建师生成长共同体。']]),
    )
    expect(form.basis).toContain('（一）')
    expect(form.basis).toContain('（五）')
    expect(form.idea).toBe('以文化为魂，构建师生成长共同体。')
  })
})

describe('an answer into which the next label ran, as pages without lines have it,', () => {
  const rows = table([
    ['党支部名称', '教工第一党支部', ''],
    ['所属基层党委', '机械工程学院党委 党员人数', '52人（教师9人，学生43人）'],
    ['党支部书记姓名', '宇文澈 职务', '系主任'],
    ['联系电话', '13304110066 电子邮箱', 'yuw@dlut.edu.cn'],
  ])
  test('ends there', () => {
    expect(formOf(rows, paragraph('二、工作基础'), paragraph(BASIS))).toMatchObject({
      ...{ parentOrg: '机械工程学院党委', memberCount: 52, phone: '13304110066', email: 'yuw@dlut.edu.cn' },
      secretary: { name: '宇文澈', post: '系主任' },
    })
  })
  test.each(['宇文澈　性别　男　党员人数　52人', '宇文澈 性别 男 党员人数 52人'])('one after the other: %s', answer => {
    const more = { sex: { label: '性别', type: 'choice', required: true } } as const
    const call = { ...shippedCall, form: { ...shippedCall.form, fields: { ...shippedCall.form.fields, ...more } } }
    const reading = readForm({ blocks: [TITLE, table([['党支部书记姓名', answer]])] }, call)
    expect(reading.kind === 'filled' && reading.form).toMatchObject({
      ...{ secretary: { name: '宇文澈' }, memberCount: 52, values: { sex: '男' } },
    })
  })
  test.each([
    '面向 联系电话 保护的课程建设',
    '新时代 党支部书记姓名 文化研究',
    '大学生 党员人数 变化机制研究',
    '高校 所属基层党委 建设路径',
    '智慧 作品名称 生成系统',
  ])('and not within a title that speaks of one: %s', title => {
    const more = { work: { label: '作品名称', type: 'text', required: true } } as const
    const call = { ...shippedCall, form: { ...shippedCall.form, fields: { ...shippedCall.form.fields, ...more } } }
    const reading = readForm({ blocks: [TITLE, VALUES, table([['作品名称', title]])] }, call)
    expect(reading.kind === 'filled' && reading.form.values).toMatchObject({ work: title, phone: '0411-84700001' })
  })
  test('and no other one: a word of a label within prose is the text’s own', () => {
    const told = table([
      ['党支部名称', '教工第一党支部'],
      ['所属基层党委', '机械工程学院党委 职务'],
    ])
    expect(formOf(told, paragraph('二、工作基础'), paragraph(BASIS)).parentOrg).not.toBe('机械工程学院党委')
  })
})
