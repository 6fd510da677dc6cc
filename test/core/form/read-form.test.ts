import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, PICTURE, plainText } from '../../../src/core/document/document.ts'
import type { Form, FormReading } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { callsOf } from '../../support/notices.ts'
import { runs } from '../../support/runs.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const read = (...blocks: Block[]): FormReading => readForm({ blocks }, shippedCall)

function filled(...blocks: Block[]): Form {
  const reading = read(...blocks)
  if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
  return reading.form
}

const TITLE = paragraphs('附件2\n大连理工大学党建工作样板支部\n申 报 书\n电子邮箱：')
const ANSWERED = [...paragraphs('五、创建思路\n坚持围绕中心、服务大局。\n八、保障措施\n学院给予支持。')]

test('a form whose first line is «申报书» alone is no other form', () => {
  const reading = read(
    ...paragraphs('申报书\n附件2 党建工作样板支部'),
    ...ANSWERED,
    ...paragraphs('六、创建举措\n完善制度。'),
  )
  expect(reading.kind).toBe('filled')
})

describe('single values', () => {
  const valuesOf = (...blocks: Block[]) => filled(...TITLE, paragraph('一、基本信息'), ...blocks, ...ANSWERED)

  test('stand several in a line, each behind its own label', () => {
    const form = valuesOf(
      ...paragraphs('党支部名称：机械设计系教工党支部　党员人数：32\n书记姓名：张建华 联 系 电 话：0411-84700001'),
    )
    expect(form).toMatchObject({
      branchName: '机械设计系教工党支部',
      secretary: { name: '张建华' },
      phone: '0411-84700001',
      memberCount: 32,
    })
  })

  test('stand right of their labels, under them, or behind a colon', () => {
    const form = valuesOf(
      table([
        ['党支部\n名 称', '机械设计系教工党支部', '所属基层党委：机械工程学院党委', ''],
        ['党支部书记姓名', '职务', '职称', '联系电话'],
        ['张建华', '党支部书记', '教授', '0411-84700001'],
        [{ of: '党员总数（人）：32(正式28,预备4)', wide: 4 }],
      ]),
    )
    expect(form).toMatchObject({
      branchName: '机械设计系教工党支部',
      parentOrg: '机械工程学院党委',
      secretary: { name: '张建华', post: '党支部书记', title: '教授' },
      phone: '0411-84700001',
      memberCount: 32,
    })
  })

  test('stand in the cell of their label, in the line under its colon', () => {
    const cells = ['党支部名称：\n机械设计系教工党支部', '党员人数：\n27', '联系电话：\n电子邮箱：a@example.edu.cn']
    expect(valuesOf(table([cells]))).toMatchObject({
      ...{ branchName: '机械设计系教工党支部', memberCount: 27, email: 'a@example.edu.cn', phone: null },
    })
  })

  test('that hold nothing but a label in brackets are empty', () => {
    const { phone, presence } = valuesOf(table([['党支部名称', '机械设计系教工党支部', '联系电话', '（手机）']]))
    expect([phone, presence.phone]).toEqual([null, 'empty'])
  })

  test('of the secretary may stand in a table of their own within the row', () => {
    const inner = table([
      ['姓 名', '张建华'],
      ['职 务', '系副主任'],
      ['职 称', '教授'],
    ])
    expect(
      valuesOf(
        table([
          ['党支部名称', '机械设计系教工党支部'],
          ['党支部书记', [inner]],
        ]),
      ),
    ).toMatchObject({
      secretary: { name: '张建华', post: '系副主任', title: '教授' },
    })
  })

  test('a word that is a label elsewhere is a value where it stands in a place', () => {
    const form = valuesOf(table([['书记姓名', '张建华', '职务', '支部书记', '职称', '教授']]))
    expect(form.secretary).toEqual({ name: '张建华', post: '支部书记', title: '教授' })
  })

  test('«姓名» is the secretary’s in the secretary’s rows, and nobody’s among the committee', () => {
    const committee = table([
      ['支委会组成', '姓名', '职务'],
      ['1', '李文博', '组织委员'],
    ])
    const secretary = table([
      [{ of: '党支部书记', high: 2 }, '姓 名', '张建华', '职务/职称', '系副主任/教授'],
      ['联系电话', '0411-84700001', '邮箱', 'zhang@example.com'],
    ])
    expect(valuesOf(committee, secretary).secretary).toEqual({ name: '张建华', post: '系副主任', title: '教授' })
    expect(valuesOf(committee).secretary).toEqual({ name: null, post: null, title: null })
  })

  test('stand under a row of labels, also where a label of the group spans both rows', () => {
    const rows = table([
      [{ of: '党支部书记', high: 2 }, '姓 名', '职务/职称', '联系方式'],
      ['张建华', '系主任/教授', '84700001'],
    ])
    expect(valuesOf(rows)).toMatchObject({
      secretary: { name: '张建华', post: '系主任', title: '教授' },
      phone: '84700001',
    })
  })

  test('a row of labels over no values gives none', () => {
    const form = valuesOf(table([[{ of: '党支部书记', wide: 1 }, '姓 名', '职务', '联系方式'], [{ of: '', wide: 4 }]]))
    expect([form.secretary.name, form.secretary.post, form.phone]).toEqual([null, null, null])
  })

  test('a place that holds a picture is not empty, but nobody can read it', () => {
    const form = valuesOf(table([['联系电话', PICTURE]]), paragraph('四、工作基础'), table([[PICTURE]]))
    expect([form.phone, form.presence.phone, form.presence.basis]).toEqual([null, 'filled', 'filled'])
  })

  test('an address is one, or none', () => {
    const emailOf = (held: string) => valuesOf(table([['电子邮箱', held]])).email
    expect(emailOf('ａ@example.com（常用）')).toBe('a@example.com')
    expect(emailOf('无')).toBeNull()
  })

  test('a name is told without what stands behind it in brackets', () => {
    expect(valuesOf(table([['书记姓名', '张建华（副教授）']])).secretary.name).toBe('张建华')
  })

  test('«负责人签字» is nobody’s name', () => {
    const opinion = table([['支部意见', '同意推荐。\n负责人签字：李文博\n（盖章）\n年 月 日']])
    const form = filled(...TITLE, ...paragraphs('党支部名称：教工第一党支部\n联系电话：84700001'), ...ANSWERED, opinion)
    expect(form.secretary.name).toBeNull()
    expect(form.presence['secretary.name']).toBe('notFound')
  })

  test('a combined value that looks like one of two says nothing of the other', () => {
    const form = valuesOf(table([['书记姓名', '张建华', '职务/职称', '教授']]))
    expect(form.secretary).toEqual({ name: '张建华', post: null, title: '教授' })
    expect(form.presence['secretary.post']).toBe('notFound')
  })

  test('in the table win over the cover, which fills what the table leaves empty', () => {
    const cover = paragraphs('党支部名称：____教工第二党支部____\n联系电话：\t84700002\t')
    const basics = table([
      ['党支部名称', '教工第一党支部'],
      ['联系电话', ''],
    ])
    const form = filled(...TITLE, ...cover, paragraph('一、基本信息'), basics, ...ANSWERED)
    expect(form).toMatchObject({ branchName: '教工第一党支部', phone: '84700002' })
  })

  test.each([
    '',
    '（请填写）',
    '（请按时间顺序写明）',
    '（限校级及以上）',
    '单击此处输入文字。',
    '____',
    '【填报说明】请如实填写',
    '　',
  ])('a place with «%s» is empty', held => {
    const form = valuesOf(table([['联系电话', held]]))
    expect([form.phone, form.presence.phone]).toEqual([null, 'empty'])
  })

  test('a label that the layout has not is not found', () => {
    expect(valuesOf(table([['党支部名称', '教工第一党支部']])).presence.phone).toBe('notFound')
  })

  test('a count nobody can read is filled and null, blanks for its parts are empty', () => {
    expect(valuesOf(table([['党员人数', '三十余人左右，见附表1-2']])).presence.memberCount).toBe('filled')
    const blanks = valuesOf(table([['党员人数', '正式党员   名，预备党员   名']]))
    expect([blanks.memberCount, blanks.presence.memberCount]).toEqual([null, 'empty'])
  })

  test('ticks tell the type, and stay as they are written', () => {
    const form = valuesOf(table([['支部类型', '□教师 □机关 ☑硕士生 ☑博士生']]))
    expect([form.branchType, form.branchTypeText]).toEqual(['student', '□教师 □机关 ☑硕士生 ☑博士生'])
  })

  test('stand in nested tables too', () => {
    const inner = table([['联系电话', '84700001']])
    expect(valuesOf(table([['联系方式见右', { of: [inner] }]])).phone).toBe('84700001')
  })
})

describe('sections', () => {
  test('are cut at headings with or without numbers, and instructions are no answers', () => {
    const form = filled(
      ...TITLE,
      ...paragraphs('填报说明\n1. 工作基础：请对照七个有力逐条填写。\n2. 创建思路\n3. 预期成效：能量化的尽可能量化。'),
      paragraph('一、基本信息'),
      table([['党支部名称', '教工第一党支部']]),
      ...paragraphs('四、工作基础（800字以内）\n（一）教育党员有力\n每月学习。\n（二）特色做法\n共建。'),
      ...paragraphs('创建思路\n坚持党建引领。\n七、预期成效：形成案例2项。\n支部意见：同意。'),
    )
    expect(form).toMatchObject({
      basis: '（一）教育党员有力\n每月学习。\n（二）特色做法\n共建。',
      idea: '坚持党建引领。',
      outcomes: '形成案例2项。',
    })
  })

  test('are not cut at an applicant’s own sub-headings', () => {
    const text = '（一）总体思路\n先谋后动。\n1. 考核指标\n逐项落实。\n总体思路：一以贯之。'
    const form = filled(...TITLE, ...ANSWERED, paragraph('六、创建举措'), table([[text]]))
    expect(form.measuresText).toContain(text)
    expect(form.outcomes).toBeNull()
  })

  test.each([
    ['nothing', ''],
    ['its prompt', '（请对照“七个有力”逐条填写，1500字以内）'],
    ['another prompt', '（分条填写，明确完成时限）'],
    ['the words of the notice', '（能量化的尽可能量化，不能量化的要可考核可评价）'],
    ['the headings that the form prints', '（一）教育党员有力\n（二）管理党员有力\n（三）监督党员有力'],
  ])('with %s are empty', (_, held) => {
    const form = filled(...TITLE, ...ANSWERED, paragraph('四、工作基础'), table([[held]]))
    expect([form.basis, form.presence.basis]).toEqual(['', 'empty'])
  })

  test('«无» is an answer', () => {
    const form = filled(...TITLE, ...ANSWERED, paragraph('二、近三年荣誉'), table([['无']]))
    expect([form.honoursText, form.honours, form.presence.honours]).toEqual(['无', [], 'filled'])
  })

  test('grades of the review stand in cells of their own', () => {
    const basics = table([
      ['党支部名称', { of: '教工第一党支部', wide: 6 }],
      ['书记述职评议考核等次', '2021年', '好', '2022年', '较好', '2023年', '好'],
    ])
    const { reviewGrades } = filled(...TITLE, basics, ...ANSWERED)
    expect(reviewGrades.map(({ year, grade }) => [year, grade])).toEqual([
      [2021, '好'],
      [2022, '较好'],
      [2023, '好'],
    ])
  })

  test('grades of the review stand in a row of the table or under a heading', () => {
    const label = '抓党建述职评议等次'
    const row = filled(...TITLE, table([['党支部名称', '教工第一党支部', label, '2022年：好']]), ...ANSWERED)
    const heading = filled(
      ...TITLE,
      paragraph(`三、${label}`),
      table([['2022年：好']]),
      ...ANSWERED,
      paragraph('电话：1'),
    )
    for (const { reviewText, reviewGrades } of [row, heading])
      expect([reviewText, reviewGrades]).toEqual(['2022年：好', [{ year: 2022, grade: '好', quote: '2022年：好' }]])
  })
})

describe('layout C, one table with labels on the left,', () => {
  const form = filled(
    paragraph('党建工作样板支部推荐表（样板支部申报表）'),
    table([
      ['党组织名称', '教工第一党支部', '书记姓名', '张建华'],
      ['党员数', '32名', '联系电话', '84700001'],
      ['主\n要\n事\n迹', { of: '（可另附页）\n支部教育有力，成效显著。', wide: 3 }],
      ['曾受表彰\n情况', { of: '2022年6月支部获校级“先进党支部”称号。', wide: 3 }],
      ['创建举措', { of: '1. 建强班子，2024年12月底前完成。', wide: 3 }],
      ['预期成效', { of: '（限300字以内）', wide: 3 }],
      ['支部意见', { of: '负责人签字：\n年 月 日', wide: 3 }],
      ['二级党组织意见（盖章）', { of: '', wide: 3 }],
    ]),
  )

  test('gives its values', () => {
    expect(form).toMatchObject({
      branchName: '教工第一党支部',
      memberCount: 32,
      secretary: { name: '张建华' },
      phone: '84700001',
      basis: '支部教育有力，成效显著。',
      measures: [{ due: '2024-12' }],
      outcomes: '',
    })
    expect(form.honours.map(({ date, name, level }) => [date, name, level])).toEqual([
      ['2022-06', '先进党支部', 'university'],
    ])
  })

  test('tells what is empty from what it has no place for', () => {
    expect([form.presence.outcomes, form.presence.idea]).toEqual(['empty', 'notFound'])
  })
})

test('layout B, chapters with a cell each and the secretary as one of them, gives its values', () => {
  const form = filled(
    paragraph('新时代高校党建样板支部申报书'),
    paragraph('一、基本情况'),
    table([
      ['党支部名称', '教工第一党支部'],
      ['党员总数', '32'],
    ]),
    paragraph('二、党支部书记基本情况'),
    table([
      ['姓名', '张建华', '性别', '男', '职务', '系主任', '专业技术职务', '教授'],
      ['电话', '84700001', 'E-mail', 'zhang@example.com', '学历', '研究生', '民族', '汉族'],
    ]),
    ...paragraphs('三、近三年主要荣誉\n1. 2022年6月，支部获校级“先进党支部”称号。\n四、建设基础'),
    table([['支部坚持每月学习。']]),
    ...paragraphs('五、预期成果\n形成案例2项。\n六、支撑材料\n1. 证书复印件'),
  )
  expect(form).toMatchObject({
    secretary: { name: '张建华', post: '系主任', title: '教授' },
    phone: '84700001',
    email: 'zhang@example.com',
    basis: '支部坚持每月学习。',
    outcomes: '形成案例2项。',
    honours: [{ date: '2022-06', name: '先进党支部', recipientKind: 'branch', level: 'university' }],
  })
})

test('lines of a PDF, with tabs in place of cells, give their values', () => {
  const form = filled(
    ...TITLE,
    ...paragraphs('一、基本信息\n党支部名称\t教工第一党支部\t党员人数\t32\n书记姓名\t张建华\t联系电话\t84700001'),
    ...paragraphs('五、创建思路\n坚持党建引领。'),
  )
  expect(form).toMatchObject({
    branchName: '教工第一党支部',
    memberCount: 32,
    secretary: { name: '张建华' },
    phone: '84700001',
    idea: '坚持党建引领。',
  })
})

test('lines of a PDF give no label for a value: where cells are empty, the next label stands behind the first', () => {
  const lines = '党支部名称\t党员人数\n姓名\t性别\t男\n联系电话\tE-mail\n党支部书记\t张建华'
  const form = filled(...TITLE, ...paragraphs(`一、基本信息\n${lines}`), ...ANSWERED)
  expect([form.branchName, form.phone, form.email, form.secretary.name]).toEqual([null, null, null, '张建华'])
})

describe('a document', () => {
  const basics = table([
    ['党支部名称', '教工第一党支部'],
    ['联系电话', '84700001'],
  ])

  test.each([
    ['about something else', paragraphs('关于召开组织生活会的通知\n各党支部：请于5月20日前报送材料。')],
    [
      'that is the notice',
      paragraphs('关于遴选党建工作样板支部的通知\n请填写《党建工作样板支部申报书》（附件2），创建举措明确完成时限。'),
    ],
    [
      'that is another form',
      [
        paragraph('发展党员申请表'),
        table([
          ['姓名', '李文博', '联系电话', '1'],
          ['所在党支部', '教工第一党支部', '电子邮箱', 'a@example.com'],
        ]),
      ],
    ],
  ])('%s is not the form', (_, blocks) => {
    expect(read(...blocks)).toEqual({ kind: 'absent' })
  })

  test('with most labels and no title at all is the form', () => {
    const headings = paragraphs('四、工作基础\n每月学习。\n五、创建思路\n党建引领。\n七、预期成效\n案例2项。')
    const values = table([['党支部名称', '教工第一党支部', '联系电话', '1', '党员人数', '32']])
    expect(read(values, ...headings).kind).toBe('filled')
    // Another title proves nothing where the form's own headings stand over texts.
    expect(read(paragraph('“双带头人”工作室申报书'), values, ...headings).kind).toBe('filled')
  })

  test('with labels that are combined is the form', () => {
    const combined = table([
      ['党支部名称', '教工第一党支部'],
      ['书记姓名、职务、职称', '张建华、系主任、教授'],
      ['联系电话/邮箱', '84700001/a@example.com'],
    ])
    const { secretary, phone, email } = filled(paragraph('党建工作样板支部申报书'), combined)
    expect([secretary, phone, email]).toEqual([
      { name: '张建华', post: '系主任', title: '教授' },
      '84700001',
      'a@example.com',
    ])
  })

  const blank = (branchName: string): Block[] => [
    table([
      ['党支部名称', branchName, '党员人数', ''],
      ['党支部书记姓名', '', '联系电话', ''],
    ]),
    ...['二、近三年荣誉', '四、工作基础', '五、创建思路', '六、创建举措', '七、预期成效'].flatMap(heading => [
      paragraph(heading),
      table([['']]),
    ]),
  ]

  test.each([
    ['', 'blank'],
    ['机械工程学院XX党支部', 'blank'],
    ['教工第一党支部', 'filled'],
  ])('with «%s» for a branch and nothing else is %s', (branchName, kind) => {
    expect(read(...TITLE, ...blank(branchName)).kind).toBe(kind)
  })

  test('of nothing, or blank in a layout that is not the template’s, is neither read nor called blank', () => {
    expect(read().kind).toBe('unread')
    expect(
      read(
        ...TITLE,
        table([
          ['支部全称', ''],
          ['手机', ''],
        ]),
        paragraph('一、建设基础'),
        table([['']]),
      ).kind,
    ).toBe('unread')
  })

  test.each([
    ['（2022年5月-2024年5月）', '2022年5月-2024年5月'],
    ['创建周期：2022年5月至2024年5月', '2022年5月至2024年5月'],
    ['2022年度党建工作样板支部申报书', '2022年度'],
    ['（2024年5月-2026年5月）', null],
    ['2024年度党建工作样板支部申报书', null],
    ['填报日期：2022年5月20日', null],
    ['本届任期：2022年5月-2025年5月', null],
  ])('that says «%s» is of the cycle %s', (line, cycle) => {
    const reading = read(...TITLE, paragraph(line), basics, ...ANSWERED)
    expect(reading.kind === 'outdated' ? reading.cycle : null).toBe(cycle)
  })

  test('whose applicant speaks of an earlier cycle is not outdated', () => {
    const text = '上一创建周期（2022年5月-2024年5月）内，支部……'
    expect(read(...TITLE, basics, paragraph('四、工作基础'), table([[text]])).kind).toBe('filled')
  })
})

describe('any blocks', () => {
  const words = [
    ...Object.values(shippedCall.form.fields).map(({ label }) => label),
    ...Object.values(shippedCall.form.sections).map(({ label }) => `一、${label}`),
    ...['时间', '荣誉名称', '获奖对象', '级别', '授予单位', '举措', '填报说明', '支部意见'],
    ...['党建工作样板支部申报书', '2022年6月获“先进党支部”', '：', '\t', '\n', '', '（）', '32', '完成时限', '内容'],
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 4 })
    .map(all => all.join(''))
  const small = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom(1e9, Number.NaN, 0.5))
  const { block } = fc.letrec<{ block: Block }>(tie => ({
    block: fc.oneof(
      { maxDepth: 3 },
      text.map(paragraph),
      fc.record({
        kind: fc.constant('table' as const),
        cells: fc.array(
          fc.record({
            row: small,
            column: small,
            rowSpan: small,
            columnSpan: small,
            blocks: fc.array(tie('block') as fc.Arbitrary<Block>, { maxLength: 3 }),
          }),
          { maxLength: 8 },
        ),
      }),
    ),
  }))

  test('are read without an error, and quotes are words of the document', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), blocks => {
        const reading = read(...TITLE, ...blocks, ...ANSWERED)
        const form = reading.kind === 'filled' ? reading.form : null
        const text = plainText(blocks).replace(/\s/g, '')
        for (const { quote } of [...(form?.honours ?? []), ...(form?.measures ?? [])])
          for (const part of quote.split(/\n| \| /)) expect(text).toContain(part.replace(/\s/g, ''))
      }),
      { numRuns: runs(500) },
    )
  })

  test('of great size are read in good time', () => {
    const long = `${'一、1.（）“”2022年6月获'.repeat(20_000)}`
    const rows = Array.from({ length: 3000 }, (_, row) => [
      String(row),
      '2022年6月',
      '先进党支部',
      '党支部',
      '校级',
      '学校',
    ])
    const started = process.cpuUsage()
    read(
      ...TITLE,
      paragraph('二、近三年荣誉'),
      table([['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位']]),
      paragraph(long),
    )
    read(
      ...TITLE,
      paragraph('六、创建举措'),
      paragraph(long),
      ...rows.slice(0, 500).map(row => paragraph(row.join('\t'))),
    )
    // CPU, in microseconds: other work on the machine counts for nothing.
    expect(process.cpuUsage(started).user).toBeLessThan(10_000_000)
  })
})

test('the national form bears a title of its own and headings that name the branch', () => {
  const form = filled(
    ...paragraphs('全国党建工作样板支部创建申报书\n学 校：大连理工大学'),
    paragraph('一、党支部基本情况'),
    table([['党支部名称', '机械设计系教工党支部', '党员总数', '27']]),
    paragraph('二、党支部书记情况'),
    table([['姓 名', '张建华', '性 别', '男']]),
    paragraph('三、建设思路'),
    table([['围绕中心、服务大局。']]),
  )
  expect(form).toMatchObject({ memberCount: 27, secretary: { name: '张建华' }, idea: '围绕中心、服务大局。' })
})

test('a heading may name what else belongs to its section', () => {
  const measures = table([
    ['举措', '完成时限'],
    ['建立学习制度', '2024年7月'],
  ])
  const form = filled(
    ...TITLE,
    ...paragraphs('四、支部工作基础\n扎实开展工作。\n五、创建思路和目标\n围绕中心。\n六、创建举措及完成时限'),
    measures,
    ...paragraphs('七、预期成效与成果形式\n案例两项。'),
  )
  expect(form).toMatchObject({ basis: '扎实开展工作。', idea: '围绕中心。', outcomes: '案例两项。' })
  expect(form.measures.map(({ due }) => due)).toEqual(['2024-07'])
})

test('a section may be named before it is written: in a table of contents, in a row left empty', () => {
  const form = filled(
    ...TITLE,
    ...paragraphs('目录\n一、基本信息\t1\n二、述职评议考核\t2\n三、创建思路\t\t12\n一、基本信息'),
    table([
      ['党支部名称', '机械设计系教工党支部'],
      ['述职评议考核结果', ''],
    ]),
    ...paragraphs('二、述职评议考核\n2022年：好\n三、创建思路\n围绕中心、服务大局。'),
  )
  expect(form).toMatchObject({ branchName: '机械设计系教工党支部', idea: '围绕中心、服务大局。' })
  expect(form.reviewGrades.map(({ year, grade }) => [year, grade])).toEqual([[2022, '好']])
})

test('«至今» lasts to the month of the deadline as Beijing counts it', () => {
  const call = { ...shippedCall, deadline: new Date('2024-06-01T07:00:00+08:00') }
  const blocks = [...TITLE, ...paragraphs('二、获得荣誉\n2022年7月至今，校级先进党支部，大连理工大学党委'), ...ANSWERED]
  const reading = readForm({ blocks }, call)
  expect(reading.kind === 'filled' && reading.form.honours.map(({ date }) => date)).toEqual(['2022-07/2024-06'])
})

test('what brackets add to an answer stays with it, unless they hold a label of the form', () => {
  const [call] = callsOf(SCHOLARSHIP)
  if (call === undefined) throw new Error('no call')
  const text = `${call.form.title}\n姓名：张小明\n学号：202400101\n成绩排名：3（总人数：85）`
  const reading = readForm({ blocks: paragraphs(text) }, call)
  expect(reading.kind === 'filled' && reading.form.values).toMatchObject({ rank: '3（总人数：85）' })
})
