import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import type { Honour } from '../../../src/core/form/form.ts'
import { readHonours } from '../../../src/core/form/values/honours.ts'
import { paragraphs, table } from '../../support/blocks.ts'

const CONTEXT = {
  secretary: '张建华',
  branch: '教工第一党支部',
  today: '2024-05',
}
const read = (...blocks: Block[]) => readHonours(blocks, CONTEXT)
const readText = (text: string) => read(...paragraphs(text))
const shortly = ({ date, name, recipientKind, level }: Honour) => [date, name, recipientKind, level]

const HEAD = ['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位']

describe('a table of honours', () => {
  test('gives each row with its cells, quoted whole', () => {
    const row = ['1', '2022年6月', '先进基层党组织', '党支部', '校级', '中共大连理工大学委员会']
    expect(read(table([HEAD, row]))).toEqual([
      {
        date: '2022-06',
        name: '先进基层党组织',
        recipient: '党支部',
        recipientKind: 'branch',
        level: 'university',
        grantedBy: '中共大连理工大学委员会',
        quote: row.join(' | '),
      },
    ])
  })

  test('dates by a year alone, and leaves the level out of the name', () => {
    const rows = [
      ['年度', '表彰名称及级别', '受表彰者', '发文单位'],
      ['2021', '校级先进党支部', '党支部', '大连理工大学党委'],
      ['2023', '管理服务先进个人（省级）', '李文博', '辽宁省教育厅'],
    ]
    expect(read(table(rows)).map(({ date, name, level }) => [date, name, level])).toEqual([
      ['2021', '先进党支部', 'university'],
      ['2023', '管理服务先进个人', 'provincial'],
    ])
  })

  test('whose cells are sentences is read as sentences', () => {
    const [honour] = read(...paragraphs('◇ 2022年6月  支部获评“先进党支部”，由大连理工大学党委授予'))
    expect(honour).toMatchObject({ date: '2022-06', name: '先进党支部', recipientKind: 'branch' })
  })

  test('leaves out empty rows, examples and «无»', () => {
    const rows = [
      ['1', '', '', '', '', ''],
      ['示例', '2022年6月', '先进党支部', '党支部', '校级', '学校'],
      ['2', '', '无', '', '', ''],
    ]
    expect(read(table([HEAD, ...rows]))).toEqual([])
  })

  test('dates an honour twice where two dates stand in its row', () => {
    const [one, other] = read(table([HEAD, ['1', '2016年、2018年', '优秀基层党组织', '党支部', '校级', '学校']]))
    expect([one?.date, other?.date]).toEqual(['2016', '2018'])
  })

  test('is read through merged cells and goes on behind a row that names the recipient', () => {
    const honours = read(
      table([
        ['时间', '荣誉名称', '授予单位'],
        [{ of: '2022年6月', high: 2 }, '先进党支部', '大连理工大学党委'],
        ['最佳党日活动', '机械工程学院党委'],
      ]),
      ...paragraphs('支部成员'),
      table([['2023年9月', '师德标兵', '大连理工大学']]),
    )
    expect(honours.map(shortly)).toEqual([
      ['2022-06', '先进党支部', 'branch', 'university'],
      ['2022-06', '最佳党日活动', 'branch', 'school'],
      ['2023-09', '师德标兵', 'member', 'university'],
    ])
  })

  test('as lines of a PDF: a line with a cell missing is not read, rather than read wrongly', () => {
    const honours = readText(
      '时间\t荣誉名称\t获奖对象\t级别\n2022年6月\t先进党支部\t党支部\t校级\n2023年6月\t优秀共产党员\t校级',
    )
    expect(honours.map(shortly)).toEqual([['2022-06', '先进党支部', 'branch', 'university']])
  })
})

test('«集体» names nobody: the honour itself tells who gets it', () => {
  const [honour] = read(table([HEAD, ['1', '2022年6月', '先进党支部', '集体', '校级', '学校党委']]))
  expect(honour).toMatchObject({ recipient: '集体', recipientKind: 'branch' })
})

test.each([
  ['校级', '机械工程学院党委', 'university'],
  ['', '大连理工大学党委', 'university'],
  ['一等奖', '大连理工大学', 'university'],
  ['校级、院级', '大连理工大学', 'unknown'],
  ['', '', 'unknown'],
])('the level of a row is «%s», else that of «%s»: %s', (written, grantedBy, level) => {
  expect(read(table([HEAD, ['1', '2022年', '先进党支部', '党支部', written, grantedBy]]))[0]?.level).toBe(level)
})

test('the level of a row stands in the name where nothing else tells it', () => {
  expect(read(table([HEAD, ['1', '2022年', '校级先进党支部', '党支部', '', '']]))[0]?.level).toBe('university')
})

test('rows labelled by recipient hold sentences', () => {
  const honours = read(
    table([
      ['党支部', '2022年6月获校级“先进基层党组织”；2023年获评“最佳党日活动”'],
      ['党支部书记', '2023年6月获大连理工大学“优秀党务工作者”称号'],
      ['支部成员', '李文博2023年9月获校级“师德标兵”'],
    ]),
  )
  expect(honours.map(shortly)).toEqual([
    ['2022-06', '先进基层党组织', 'branch', 'university'],
    ['2023', '最佳党日活动', 'branch', 'unknown'],
    ['2023-06', '优秀党务工作者', 'secretary', 'university'],
    ['2023-09', '师德标兵', 'member', 'university'],
  ])
})

test('labels before sentences hold for those behind them', () => {
  const honours = readText(
    '（一）党支部获奖情况\n1. 2022.06 大连理工大学先进党支部\n支部成员：\n2023年9月，获校级“师德标兵”称号。',
  )
  expect(honours.map(shortly)).toEqual([
    ['2022-06', '大连理工大学先进党支部', 'branch', 'university'],
    ['2023-09', '师德标兵', 'member', 'university'],
  ])
})

describe('a line of a list, without a verb,', () => {
  test.each([
    ['22年6月 校级先进党支部 党支部', ['2022-06', '先进党支部', '党支部', 'branch', 'university', null]],
    ['202305 校级优秀共产党员 李文博', ['2023-05', '优秀共产党员', '李文博', 'member', 'university', null]],
    [
      '先进党支部（2022年6月，大连理工大学党委）',
      ['2022-06', '先进党支部', null, 'branch', 'university', '大连理工大学党委'],
    ],
    ['2023年优秀共产党员李文博（校级）；', ['2023', '优秀共产党员', '李文博', 'member', 'university', null]],
    [
      '李文博：大连理工大学优秀共产党员（2023年）',
      ['2023', '大连理工大学优秀共产党员', '李文博', 'member', 'university', null],
    ],
    [
      '2023.06 支部党员李文博 大连理工大学“师德先进个人”',
      ['2023-06', '师德先进个人', '支部党员李文博', 'member', 'university', '大连理工大学'],
    ],
    ['2022年，十佳党支部，校级，大工党发〔2022〕12号', ['2022', '十佳党支部', null, 'branch', 'university', null]],
    ['校级先进党支部', [null, '先进党支部', null, 'branch', 'university', null]],
    [
      '2023年，五四红旗团支部，机械2101团支部',
      ['2023', '五四红旗团支部', '机械2101团支部', 'unknown', 'unknown', null],
    ],
  ])('%s', (line, [date, name, recipient, recipientKind, level, grantedBy]) => {
    expect(readText(line)).toEqual([{ date, name, recipient, recipientKind, level, grantedBy, quote: line }])
  })

  test.each([
    '2023年，支部培养优秀学生5名',
    '2023年，围绕中心工作打造优秀团队，先进典型',
    '2023年6月，教研室，优秀教师',
    `2023年6月，校级优秀教师，${'李文博，'.repeat(40)}`,
  ])('is none where a piece is of another kind: %s', line => {
    expect(readText(line)).toEqual([])
  })
})

describe('a sentence', () => {
  test.each([
    [
      '2022年6月，支部获校级“先进基层党组织”荣誉称号；支部书记获省级“优秀党务工作者”。',
      [
        ['2022-06', '先进基层党组织', 'branch', 'university'],
        [null, '优秀党务工作者', 'secretary', 'provincial'],
      ],
    ],
    [
      '支部2016年、2018年分别获得校级“优秀基层党组织”称号',
      [
        ['2016', '优秀基层党组织', 'branch', 'university'],
        ['2018', '优秀基层党组织', 'branch', 'university'],
      ],
    ],
    ['近三年，有3个支部评为校级优秀党支部', [[null, '优秀党支部', 'unknown', 'university']]],
    ['2022年“七一”被大连理工大学党委授予“先进党支部”', [['2022-07', '先进党支部', 'branch', 'university']]],
    [
      '2022年6月，支部获“七一”表彰“先进党支部”称号（大连理工大学党委）',
      [['2022-06', '先进党支部', 'branch', 'university']],
    ],
    [
      '2022年6月，在书记王芳获得全国教书育人楷模的带动和领导下，支部被校党委评为先进党支部',
      [['2022-06', '先进党支部', 'branch', 'university']],
    ],
    ['2023年，2名党员获评校级“优秀共产党员”', [['2023', '优秀共产党员', 'member', 'university']]],
    ['张建华2023年6月荣获校级“优秀党务工作者”', [['2023-06', '优秀党务工作者', 'secretary', 'university']]],
    ['2023年团支部获校级“五四红旗团支部”', [['2023', '五四红旗团支部', 'unknown', 'university']]],
    ['2022年6月入围校级“十佳党支部”', [['2022-06', '十佳党支部', 'branch', 'university']]],
    [
      '2022年6月，支部获校级“先进党支部”，书记获省级“优秀党务工作者”，2023年又获校级“先进个人”',
      [
        ['2022-06', '先进党支部', 'branch', 'university'],
        ['2022-06', '优秀党务工作者', 'secretary', 'provincial'],
        ['2023', '先进个人', 'secretary', 'university'],
      ],
    ],
    ['支部自2018年成立以来，获校级“先进党支部”', [[null, '先进党支部', 'branch', 'university']]],
    ['在书记指导下，李文博2023年获校级“师德标兵”', [['2023', '师德标兵', 'member', 'university']]],
    ['1. 2022年“七一”，支部被学校党委评为先进党支部', [['2022-07', '先进党支部', 'branch', 'university']]],
    ['获大连理工大学党委表彰为先进党支部（2022年）', [['2022', '先进党支部', 'branch', 'university']]],
    [
      '2022年6月，支部获校级“先进党支部”和院级“最佳党日活动”。',
      [
        ['2022-06', '先进党支部', 'branch', 'university'],
        ['2022-06', '最佳党日活动', 'branch', 'school'],
      ],
    ],
    [
      '支部先后获评学校先进基层党组织（2022年）、示范性党支部（2023年）等荣誉。',
      [
        ['2022', '学校先进基层党组织', 'branch', 'university'],
        ['2023', '示范性党支部', 'branch', 'university'],
      ],
    ],
    [
      '2022年获校级先进党支部、2023年获省级示范党支部',
      [
        ['2022', '先进党支部', 'branch', 'university'],
        ['2023', '示范党支部', 'branch', 'provincial'],
      ],
    ],
    [
      '支部2022年获“先进党支部”“最佳党日活动”',
      [
        ['2022', '先进党支部', 'branch', 'unknown'],
        ['2022', '最佳党日活动', 'branch', 'unknown'],
      ],
    ],
    [
      '支部2021年、2022年、2023年获“先进党支部”“最佳党日活动”',
      [
        [null, '先进党支部', 'branch', 'unknown'],
        [null, '最佳党日活动', 'branch', 'unknown'],
      ],
    ],
    ['2023年获全国高校“百个研究生样板党支部”', [['2023', '百个研究生样板党支部', 'branch', 'national']]],
    ['2022年，李文博获校“三育人”先进个人', [['2022', '“三育人”先进个人', 'member', 'university']]],
    [
      '2022年获批学校“双带头人”教师党支部书记工作室',
      [['2022', '“双带头人”教师党支部书记工作室', 'secretary', 'university']],
    ],
    [
      '支部连续三年（2021、2022年）获评校级先进党支部',
      [
        ['2021', '先进党支部', 'branch', 'university'],
        ['2022', '先进党支部', 'branch', 'university'],
      ],
    ],
    ['于海洋荣获2023年度大连理工大学“优秀教师”', [['2023', '优秀教师', 'member', 'university']]],
    ['曾小明2023年获评校级“优秀共产党员”', [['2023', '优秀共产党员', 'member', 'university']]],
    ['欧阳建国2023年获评校级“优秀共产党员”', [['2023', '优秀共产党员', 'member', 'university']]],
    ['支部推进工作，成效显著，2023年获评校级“先进党支部”', [['2023', '先进党支部', 'branch', 'university']]],
    ['2023年机械工程学院党委获评校级“先进基层党组织”', [['2023', '先进基层党组织', 'unknown', 'university']]],
    ['学校党委授予校级“先进党支部”称号（2023年）', [['2023', '先进党支部', 'branch', 'university']]],
    ['2023年兄弟支部获评校级“先进党支部”', [['2023', '先进党支部', 'unknown', 'university']]],
    ['2023年教工第二党支部获评校级“先进党支部”', [['2023', '先进党支部', 'unknown', 'university']]],
    ['2023年教工第一党支部获评校级“先进党支部”', [['2023', '先进党支部', 'branch', 'university']]],
    ['支部工作获得师生一致好评。', []],
    ['2022年6月 赴大连市博物馆开展党日活动', []],
    ['支部推进“一融双高”，成效显著。', []],
    ['支部多次获奖。', []],
    ['无', []],
    ['', []],
  ])('%s', (sentence, expected) => {
    expect(readText(sentence).map(shortly)).toEqual(expected)
  })

  test.each([
    ['党支部书记张建华同志于2022年12月被授予校级“优秀党务工作者”', '党支部书记张建华同志'],
    ['支部党员李文博、王小雨等3人被评为校级优秀共产党员', '支部党员李文博、王小雨等3人'],
    ['2022年6月，经学院推荐，支部被学校评为“先进党支部”', '支部'],
    ['支部在2022年学校评选中被评为“先进党支部”', '支部'],
    ['2022年6月获评“先进党支部”', null],
  ])('%s names %s', (sentence, recipient) => {
    expect(readText(sentence)[0]?.recipient).toBe(recipient)
  })

  test.each([
    ['支部被大连理工大学党委授予“先进党支部”', '大连理工大学党委'],
    ['支部获大连理工大学“先进党支部”', '大连理工大学'],
    ['李文博获2023年度大连理工大学“优秀教师”', '大连理工大学'],
    ['2022年支部获“先进党支部”（大连理工大学党委，2022年6月）', '大连理工大学党委'],
    ['2022年支部获“先进党支部”（党委研究生工作部、研究生院）', '党委研究生工作部、研究生院'],
    ['2022年支部获“先进党支部”（校级）', null],
    ['支部获“先进党支部”', null],
  ])('%s is granted by %s', (sentence, grantedBy) => {
    expect(readText(sentence)[0]?.grantedBy).toBe(grantedBy)
  })

  test('is quoted exactly, and names who granted it', () => {
    const [honour] = readText('前言。2022年6月，支部被大连理工大学党委授予“先进党支部”称号。')
    expect(honour).toMatchObject({
      grantedBy: '大连理工大学党委',
      quote: '2022年6月，支部被大连理工大学党委授予“先进党支部”称号。',
    })
  })
})

test('a line with wide gaps keeps its date beside its honour', () => {
  const honours = readText('2022年  先进党支部  校级  党支部\n2023年6月   优秀共产党员   校级   孙莉')
  expect(honours.map(shortly)).toEqual([
    ['2022', '先进党支部', 'branch', 'university'],
    ['2023-06', '优秀共产党员', 'member', 'university'],
  ])
})

test.each([
  ['成员：楼望舒2023年6月 优秀共产党员 校级', '优秀共产党员', 'member'],
  ['集体：2021年7月校级“先进党支部”。', '先进党支部', 'branch'],
  ['支部：2023年6月，辽宁省教育系统“先进党支部”（省级）', '先进党支部', 'branch'],
])('a line under a word for whose it is, without a verb: «%s»', (text, name, recipientKind) => {
  expect(read(...paragraphs(text))).toMatchObject([{ name, recipientKind }])
})

test.each([
  [
    '左良弼　　学校“三育人先进个人”　　2021年9月\n柏知远　　学校“优秀教师”　　2022年9月',
    ['2021-09', '三育人先进个人', 'unknown', 'university'],
  ],
  [
    '2022年12月　　校级优秀学生干部　　　（张建华）\n2023年6月　　校级先进党支部　　　（本支部）',
    ['2022-12', '优秀学生干部', 'secretary', 'university'],
  ],
])('a grantor before the name, brackets around the recipient: «%s»', (lines, told) => {
  expect(read(...paragraphs(lines)).map(shortly)[0]).toEqual(told)
})

test('whoever stands in brackets behind a name in a list got it, however rare the surname; a level or a group is nobody', () => {
  const rows = [
    ['2022年9月', '教学名师（子书同尘）', '大连理工大学'],
    ['2021年9月', '优秀教师（辽宁省）', '辽宁省教育厅'],
    ['2021年12月', '校园先锋示范岗（集体）', '大连理工大学党委'],
  ]
  const told = read(table([['时间', '名称', '颁发部门'], ...rows])).map(({ name, recipient }) => [name, recipient])
  expect(told).toEqual([
    ['教学名师', '子书同尘'],
    ['优秀教师', null],
    ['校园先锋示范岗（集体）', null],
  ])
})

describe('one head over two things', () => {
  test.each([
    [
      ['获奖主体', '荣誉名称及授予时间', '授予部门'],
      ['支部', '先进基层党组织（2022年6月）', '中共大连理工大学委员会'],
      ['2022-06', '先进基层党组织', 'branch', 'university'],
    ],
    [
      ['获奖时间/荣誉称号', '获奖人', '颁奖单位'],
      ['2023年6月 优秀共产党员', '李文博', '中共大连理工大学委员会'],
      ['2023-06', '优秀共产党员', 'member', 'university'],
    ],
    [
      ['荣誉称号', '获得者', '获得时间', '颁发单位及级别'],
      ['优秀共产党员', '费清扬、易水寒', '2023年7月', '中共大连市委（市级）'],
      ['2023-07', '优秀共产党员', 'member', 'municipal'],
    ],
    [
      ['授予时间及单位', '荣誉称号', '获奖人'],
      ['2022年6月，中共大连理工大学委员会', '先进基层党组织', '支部'],
      ['2022-06', '先进基层党组织', 'branch', 'university'],
    ],
    [
      ['荣誉名称和级别', '获得者', '时间'],
      ['优秀教师（省级）', '李文博', '2023年9月'],
      ['2023-09', '优秀教师', 'member', 'provincial'],
    ],
  ])('%s', (head, row, told) => {
    expect(read(table([head, row])).map(shortly)).toEqual([told])
  })
})

test('a column tells whose the honours of its rows are, and brackets hold several people', () => {
  const rows = [
    ['类别', '时间', '奖项', '授予单位'],
    [{ of: '支部荣誉', high: 1 }, '2023.06', '先进党支部', '大连理工大学党委'],
    [{ of: '成员荣誉', high: 3 }, '2023.06', '优秀学生共产党员（屠方圆）', '大连理工大学党委'],
    ['2022-2023学年', '优秀研究生干部（屠方圆、计春山）', '大连理工大学'],
    ['2022.11', '三好学生标兵（窦一鸣等3人）', '大连理工大学'],
  ]
  const told = readHonours([table(rows)], { ...CONTEXT, secretary: null })
  expect(told.map(({ name, recipient, recipientKind }) => [name, recipient, recipientKind])).toEqual([
    ['先进党支部', null, 'branch'],
    ['优秀学生共产党员', '屠方圆', 'member'],
    ['优秀研究生干部', '屠方圆、计春山', 'member'],
    ['三好学生标兵', '窦一鸣等3人', 'member'],
  ])
})

describe('a line of a list tells', () => {
  test.each([
    // Who got it, however rare the surname, where the line begins with it.
    [
      '鄢思敏，2023年4月，大连市五一劳动奖章（大连市人民政府）',
      [['2023-04', '大连市五一劳动奖章', 'member', 'municipal']],
    ],
    [
      '鄢思敏，2022年，校级师德标兵（大连理工大学）；鄢思敏，2023年，大连市优秀教师（大连市人民政府）',
      [
        ['2022', '师德标兵', 'member', 'university'],
        ['2023', '大连市优秀教师', 'member', 'municipal'],
      ],
    ],
    ['詹天和、莫子期：2023年6月，校优秀共产党员', [['2023-06', '校优秀共产党员', 'member', 'university']]],
    [
      '张建华：校优秀党务工作者，2023年“七一”，校党委授予',
      [['2023-07', '校优秀党务工作者', 'secretary', 'university']],
    ],
    ['2022年6月，先进党支部，大连理工大学党委颁发', [['2022-06', '先进党支部', 'branch', 'university']]],
    [
      '鄢思敏：师德标兵（校级，2022年）；三育人先进个人（校级，2023年）',
      [
        ['2022', '师德标兵', 'member', 'university'],
        ['2023', '三育人先进个人', 'member', 'university'],
      ],
    ],
    ['2023年6月 优秀共产党员 鱼跃江、詹天和 校党委', [['2023-06', '优秀共产党员', 'member', 'university']]],
    // Each name its own level and date.
    [
      '党员尚可：辽宁省优秀教师（2022.9，辽宁省教育厅）、校级优秀共产党员（2023.6，校党委）',
      [
        ['2022-09', '辽宁省优秀教师', 'member', 'provincial'],
        ['2023-06', '优秀共产党员', 'member', 'university'],
      ],
    ],
    [
      '李文博：辽宁省优秀教师、校级优秀共产党员，2023年',
      [
        ['2023', '辽宁省优秀教师', 'member', 'provincial'],
        ['2023', '优秀共产党员', 'member', 'university'],
      ],
    ],
  ])('%s', (line, told) => {
    expect(readText(line).map(shortly)).toEqual(told)
  })

  test.each(['教学类，2023年，校级优秀教师', '第二届，2023年，校级优秀案例'])(
    'nobody where the word before it is no name: %s',
    line => {
      expect(readText(line).map(({ recipientKind }) => recipientKind)).not.toContain('member')
    },
  )
})
