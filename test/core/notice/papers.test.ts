import { describe, expect, test } from 'vitest'
import { readDeliverables } from '../../../src/core/notice/deliverables.ts'
import { draftCall } from '../../../src/core/notice/draft.ts'
import { noticeSaying } from './said.ts'

/** What the lines ask for beside the form: `?` where it need not come, `+` where several may. */
const papers = (...lines: string[]): readonly string[] =>
  readDeliverables(noticeSaying(...lines), '申报表')
    .deliverables.filter(({ value }) => value.reads !== 'form')
    .map(({ value }) => `${value.title}${value.required ? '' : '?'}${value.many === false ? '' : '+'}`)

describe('what only some are to send is missed of nobody', () => {
  test.each([
    ['各区科协可集中报送，集中报送的另附《推荐汇总表》。', '推荐汇总表?'],
    ['多名选手的学院请随邮件附《参赛选手汇总表》。', '参赛选手汇总表?'],
    ['申报表及《项目汇总表》（提名2项及以上的单位提供）于4月28日前发送至邮箱。', '项目汇总表?'],
    ['3.原版教材版权页扫描件（修订教材另提供，PDF）。', '原版教材版权页扫描件?'],
    ['请各学院将申报表、《推荐汇总表》打包，于5月9日前发送至邮箱。', '推荐汇总表'],
    ['符合条件的学生提交申报表和成绩单。', '成绩单+'],
    ['2.成绩单（研究生提供）；', '成绩单?+'],
    ['2.在职证明，校外人员提供。', '在职证明?'],
    ['2.合作单位证明（如为合作项目）。', '合作单位证明?'],
    ['2.查重报告（入选后提交）。', '查重报告?'],
    ['请将申报表和团队协议发送至a@b.edu.cn，团队协议仅团队项目提交。', '团队协议?'],
    ['②能够反映前期研究基础的佐证材料（合并为一个PDF，可选）。', '佐证材料?+'],
    ['材料提交：①《申报表》；②查新报告（仅重点项目）；', '查新报告?'],
    ['电子材料：申报表、论证报告（单价10万元及以上的设备须提供）。', '论证报告?'],
    ['将申报表、知情同意书（如申请免除，提交免除申请）于6月3日前发送至邮箱。', '知情同意书?'],
  ])('%s', (line, expected) => {
    expect(papers(line)).toEqual([expected])
  })
})

test('«可选» behind the last comma of an item is said of all in it', () => {
  expect(papers('3.党课课件PPT及授课照片（2-3张），可选。')).toEqual(['照片?+', '课件?+'])
  expect(papers('3.授课照片（2-3张），党课课件（可选）。')).toEqual(['照片+', '课件?+'])
})

describe('an item of a list of papers is asked for', () => {
  test.each<[string, readonly string[]]>([
    ['（2）教学大纲、1个学时的教学设计各1份（PDF格式，其中教学设计不超过6页）；', ['教学设计', '教学大纲']],
    ['（3）与教学设计相对应的课件1份（PPT格式）；', ['课件+']],
    ['4. 志愿服务时长证明（平台截图，须显示姓名和累计时长）。', ['志愿服务时长证明']],
    ['3. 近期免冠彩色照片1张、志愿服务工作照3至5张（JPG格式）。', ['照片+']],
    ['3.成果证明材料：论文首页、获奖证书等合并为一个PDF文件，不超过30页；', ['成果证明材料+']],
    ['申报表、附件材料（合订为一个PDF）于4月28日前发送至邮箱。', ['附件材料+']],
    ['报送申报表（Word版）和活动照片（JPG）至邮箱。', ['活动照片?+']],
    ['材料单独建文件夹，文件夹内含：申报表（doc）、宿舍风貌照片（4-6张）、宿舍公约（pdf）。', ['照片+', '宿舍公约']],
    ['将申报表电子版（Word）、推荐项目汇总表（Excel）于4月3日（周五）前由学院统一发送至邮箱。', ['推荐项目汇总表']],
    ['报送申报表和活动照片3—5张至邮箱。', ['活动照片+']],
    ['③支部活动照片3—5张（JPG格式，每张不小于1MB）；', ['支部活动照片+']],
    ['②宿舍风貌图片2至4张（PNG）；', ['宿舍风貌图片+']],
    ['申请人于12月31日前提交《申报表》（Word版）及代表性论文（不超过5篇，PDF）至同一邮箱。', ['代表性论文+']],
    [
      '填写《申报表》，连同研究方案、主要研究者履历及培训证书，于6月3日前发送至信箱。',
      ['研究方案', '主要研究者履历', '培训证书'],
    ],
    ['1.具有教师资格证书；', []],
    ['（3）代表性论著（不超过5篇）首页，合并为一个PDF；', ['代表性论著首页']],
    ['3.课堂教学PPT，1个；', ['PPT+']],
    ['2.结构说明图（A3，10页以内）1份，PDF格式；', ['结构说明图']],
    ['1. 申报表PDF版（签字盖章）；', []],
    ['4.合作协议或邀请函（PDF）；', ['合作协议或邀请函']],
    ['3.已发表论文、专利等支撑材料，合并为一个PDF；', ['已发表论文、专利等支撑材料+']],
    ['4.主题班会照片，JPG，不超过3张，必交；', ['照片+']],
    ['4.课程作业，Word，3—5份；', ['课程作业+']],
    ['请于6月12日前，将上述材料（Word版）发送至邮箱a@b.edu.cn。', []],
    ['请将全部申报材料（PDF）于6月12日前发送至邮箱a@b.edu.cn。', []],
    ['3.报送时请勿压缩文件，正文与申报表均为Word版。', []],
    ['设备须有专家论证意见，并附三家以上供应商的报价单。', []],
    ['① 申报表（附件，须贴照片）；', []],
    ['提交材料：《推荐表》；3.论文全文重复率不超过15%。', []],
  ])('%s', (line, expected) => {
    expect(papers(line)).toEqual(expected)
  })
})

describe('a sealed copy beside the form is asked for', () => {
  test.each([
    ['（1）《申报表》1份（Word版及加盖公章的PDF版）；', '盖章扫描件+'],
    ['1，《申报表》，Word，必填，所有主创人员签名页扫描成PDF一并提交', '签名扫描件+'],
    ['申报表（含Word和签字盖章PDF）打包发送至邮箱。', '签字盖章扫描件+'],
    ['请将申报表电子版（word）及盖章扫描版（pdf）发送至邮箱。', '盖章扫描件+'],
    ['将《申报表》电子版（Word版）及党支部书记签字扫描件（PDF版）发送至邮箱。', '签字扫描件+'],
    ['将申报表Word版和导师签字后的扫描件（PDF）发送至邮箱。', '签字扫描件+'],
    ['将申报表Word版和学院盖章后扫描件（PDF）发送至邮箱。', '盖章扫描件+'],
    ['将申报表（Word版）、单位负责人签名并加盖公章的扫描件（PDF）发送至邮箱。', '签名扫描件+'],
    ['将《申报表》Word版、学院盖章PDF版（扫描件）发送至邮箱。', '盖章扫描件+'],
  ])('%s', (line, expected) => {
    expect(papers(line)).toEqual([expected])
  })
})

describe('what goes to the class before anybody mails is missed of no mail', () => {
  const handedIn = '学生填写《申报表》，连同成绩单、获奖证书复印件，于9月29日18:00前交至班级评议小组。'
  test.each<[string, readonly string[]]>([
    ['各学院于10月17日17:00前，将申报表打包发送至邮箱xszz@dlsf.example.edu.cn。', ['成绩单?+', '获奖证书?+']],
    ['各学院于10月17日前，将申报表和成绩单发送至邮箱xszz@dlsf.example.edu.cn。', ['成绩单+', '获奖证书?+']],
    ['班长于9月30日前将全班材料打包发送至邮箱xszz@dlsf.example.edu.cn。', ['成绩单+', '获奖证书?+']],
    ['邮箱：xszz@dlsf.example.edu.cn。', ['成绩单+', '获奖证书?+']],
  ])('%s', (mailed, expected) => {
    expect(papers(handedIn, mailed)).toEqual(expected)
  })
  test('nor what the sentence before hands to the tutor', () => {
    const lines = ['9月20日前，研究生将申报表和推荐信提交导师审核；', '9月25日前，学院将申报表发至a@b.edu.cn。']
    expect(papers(...lines)).toEqual(['推荐信?+'])
  })
})

test.each<[string, readonly string[]]>([
  ['④《推荐汇总表》（附件3），Word版及加盖公章的PDF扫描件。', ['推荐汇总表']],
  [
    '将论文全文、《申报表》（Word版）及导师签字的《原创性声明》扫描件发送至邮箱。',
    ['论文全文', '导师签字的原创性声明'],
  ],
  ['将《申报表》（Word版）、《公示说明》（Word版及盖章扫描件）发送至邮箱。', ['公示说明']],
])('a sealed copy of another paper is none of the form’s: %s', (line, expected) => {
  expect(papers(line)).toEqual(expected)
})

test('what is sent before the form is, in a stage of its own, is missed of no form', () => {
  expect(
    papers(
      '1.请于3月31日前，将论文摘要（Word格式）发送至a@b.edu.cn。',
      '2.请于4月30日前，将论文全文、《申报表》发送至a@b.edu.cn。',
    ),
  ).toEqual(['论文全文', '论文摘要?'])
})

test('a form of another kind that only the appendices name is another call’s, with its conditions', () => {
  const { remarks, conditions } = draftCall(
    noticeSaying(
      '关于评选“五四红旗团支部”“优秀共青团员”的通知',
      '二、评选条件',
      '（一）五四红旗团支部',
      '1.班子健全，按期换届；',
      '（二）优秀共青团员',
      '年龄在28周岁以下，注册志愿者。',
      '三、报送',
      '请将《五四红旗团支部申报表》于3月31日前发送至tw@zzgc.example.edu.cn。',
      '附件：1. 五四红旗团支部申报表.docx',
      '2. 优秀共青团员申报表.docx',
      '3. 任务书.docx',
    ),
    null,
    '2026-01-01',
  )
  const others = remarks.filter(({ about }) => about.startsWith('另有申报表'))
  expect(others.map(({ about }) => about)).toEqual([
    '另有申报表《优秀共青团员申报表》，请用其空白表另行生成一项（另取 --id）',
  ])
  expect(conditions.map(({ value }) => value.title)).toEqual(['班子健全，按期换届'])
})

test('a list of what one applicant has is a paper of theirs, not the rows of many', () => {
  const reads = (line: string) => readDeliverables(noticeSaying(line), '审批表').deliverables.at(-1)?.value.reads
  expect(reads('2.《学术成果一览表》（附件2，Excel版）；')).toBe(null)
  expect(reads('2.《推荐项目一览表》（附件2，Excel版）；')).toBe('rows')
})

describe('no paper is', () => {
  test.each<[string, readonly string[]]>([
    ['a heading', ['三、材料清单', '1.申报表；']],
    [
      'what the form asks for in a field',
      ['负责人填写《申请表》（社团名称、负责人、活动方案、经费预算），签字后提交。'],
    ],
    ['a list that the office hands out', ['附件：1.申请书', '2.2025年度年审合格社团名单']],
    ['what is said of the form’s format', ['2. 申请书一律使用PDF格式，文件名称为：类别-社团名称；']],
  ])('%s', (_, lines) => {
    expect(papers(...lines)).toEqual([])
  })
})

test('what one kind of applicants adds is optional, whatever it holds', () => {
  expect(papers('4.修订教材另提供原版教材封面、版权页扫描件')).toEqual(['原版教材封面、版权页扫描件?'])
})

test('deeds are known in a file that is called «…事迹», as notices ask for it', () => {
  const [, deeds] = readDeliverables(noticeSaying('2. 先进事迹材料1份，题目自拟。'), '推荐表').deliverables
  expect(deeds?.value.name).toBe('*事迹*')
})

test('evidence that stands beside the form in one item bears its own name', () => {
  expect(papers('1.申报表及支撑材料（含立项文件、获奖证书等）。')).toEqual(['支撑材料?+'])
})

test('evidence of one thing is none of another’s, and each is asked for under its own name', () => {
  expect(
    papers('3、家庭经济困难认定证明材料（pdf，有多份的请合并）；', '5、志愿服务时长证明、获奖证书等（如有）。'),
  ).toEqual(['家庭经济困难认定证明材料?+', '志愿服务时长证明、获奖证书?+'])
})

test.each(['汇总为一个PDF', '整理成1个PDF文件', '合并成一个PDF', '合成一个文件'])(
  'what is to come as one must come: %s',
  how => {
    expect(papers(`（4）支撑材料（论文首页、获奖证书等），${how}；`)).toEqual(['支撑材料+'])
  },
)

test('papers that a sentence lists between others are each asked for', () => {
  expect(
    papers(
      '申报单位将《申报表》（PDF盖章版、Word版）、自评报告和佐证图片（插入一个Word文件）发送至邮箱labsafe@bhlg.example.edu.cn。',
    ),
  ).toEqual(['图片+', '盖章扫描件+', '自评报告'])
  expect(papers('请将《申报表》WORD版、《论证活页》WORD版一并发送至电子邮箱。')).toEqual(['论证活页'])
  expect(papers('请对照《评价标准》和《管理办法》，将申报表发送至邮箱。')).toEqual([])
})

test('of what is merged into one file nothing is missed by itself', () => {
  expect(papers('将申报表、自评报告和成绩单合并为一个PDF发送至邮箱。')).toEqual(['成绩单?+', '自评报告?'])
  expect(papers('请提交：', '1.成绩单；', '2.推荐信；', '以上材料按顺序合并成一个PDF文件。')).toEqual([
    '成绩单?+',
    '推荐信?+',
  ])
  expect(papers('1.成绩单；', '以上材料汇总成一个压缩包。')).toEqual(['成绩单+'])
  expect(papers('1.成绩单；', '2.以上材料合并为一个PDF。')).toEqual(['成绩单?+'])
  expect(papers('将申报表、成绩单（多页合并为一个PDF）发送至邮箱。')).toEqual(['成绩单+'])
})

test('what is handed in at the end of a project is not asked for now', () => {
  const lines = ['关于申报课题的通知', '结题须提交不少于8000字的研究报告，或公开发表论文1篇。']
  expect(papers(...lines)).toEqual([])
  expect(papers('关于课题结题的通知', '结题须提交研究报告1份。')).toEqual(['研究报告'])
})

test('a table of one applicant’s marks is no list of applicants', () => {
  const { deliverables } = readDeliverables(noticeSaying('（3）成绩统计表（附件2），Excel；'), '申报表')
  expect(deliverables.at(-1)?.value).toMatchObject({ title: '成绩统计表', reads: null })
})

test('what may be left out is that which is said so, not what stands beside it', () => {
  expect(papers('填写申报表，连同作品正文（PDF格式）及查重报告（如有）于11月10日前发到邮箱。')).toEqual([
    '作品正文',
    '查重报告?',
  ])
})

test('papers of a later stage are missed of nobody in the first', () => {
  expect(
    papers(
      '报名阶段：2025年4月18日前，各队将《申报表》发送到邮箱。',
      '作品提交阶段：5月9日前，将剧本（Word格式）、工作总结发至同一邮箱。',
    ),
  ).toEqual(['工作总结?', '剧本?'])
  expect(papers('请于4月18日前将《申报表》、剧本发送到邮箱。')).toEqual(['剧本'])
})

describe('a paper that is told apart from the form, for the same mailing, must come', () => {
  test.each<[string, string, readonly string[]]>([
    ['请于10月8日前将查新报告发送至a@b.edu.cn。', '同时，请于10月8日前将申报表发送至a@b.edu.cn。', ['查新报告']],
    [
      '1.10月8日前将项目计划书发送至a@b.edu.cn；',
      '2.将申报表签字盖章后与前述材料一并于10月9日前发送至a@b.edu.cn。',
      ['项目计划书'],
    ],
    ['10月8日前将查新报告发送至a@b.edu.cn。', '10月10日前将申报表发送至a@b.edu.cn。', ['查新报告']],
    ['10月8日前将申报表发送至a@b.edu.cn。', '请于10月8日前将查新报告发送至a@b.edu.cn。', ['查新报告']],
    ['10月8日前将申报表发送至a@b.edu.cn。', '同时于10月9日前将查新报告发送至a@b.edu.cn。', ['查新报告']],
    ['10月8日前将申报表发送至a@b.edu.cn。', '入围者11月9日前将查新报告发送至a@b.edu.cn。', ['查新报告?']],
    ['选题阶段：10月8日前将查新报告发送至a@b.edu.cn。', '申报阶段：10月30日前将申报表发送至邮箱。', ['查新报告?']],
  ])('%s %s', (one, other, expected) => {
    expect(papers(one, other)).toEqual(expected)
  })
})

test.each<[string, readonly string[]]>([
  ['请将《申报表》《活动照片》发送至a@b.edu.cn。', ['活动照片?+']],
  ['请将《申报表》《查新报告》《推荐信》发送至a@b.edu.cn。', ['查新报告', '推荐信+']],
])('titles that stand side by side are papers of their own: %s', (line, expected) => {
  expect(papers(line)).toEqual(expected)
})

test.each(['请将汇总表、申报表电子版发送至a@b.edu.cn。', '请各学院将汇总表和申报表发送至a@b.edu.cn。'])(
  'what is said of sending is no part of a list’s title: %s',
  line => {
    expect(papers(line)).toEqual(['汇总表'])
  },
)

describe('a sealed scan is of the paper that stands nearest, with its title in brackets or without', () => {
  test.each<[string, readonly string[]]>([
    ['将《汇总表》、申报表Word版及签字盖章扫描件于6月3日前发送至a@b.edu.cn。', ['汇总表', '签字盖章扫描件+']],
    ['将《汇总表》，申报表Word版及加盖公章的PDF扫描件于6月3日前发送至a@b.edu.cn。', ['汇总表', '盖章扫描件+']],
    ['将《申报表》Word版和签字盖章的《承诺书》扫描件于6月3日前发送至a@b.edu.cn。', ['承诺书']],
    ['将申报表Word版和签字盖章的承诺书扫描件于6月3日前发送至a@b.edu.cn。', ['承诺书']],
    ['将《申报表》Word版、《汇总表》Word版及加盖公章的扫描件发送至邮箱。', ['汇总表']],
  ])('%s', (line, expected) => {
    expect(papers(line)).toEqual(expected)
  })
})

test('what those who are chosen hand in is missed of nobody who applies', () => {
  expect(papers('将申报表发送至邮箱。', '获得立项的项目须签订任务书，并提交实施方案。')).toEqual(['实施方案?'])
  expect(papers('获奖证书和实施方案一并提交。')).toEqual(['实施方案', '获奖证书?+'])
})

test('numbers of two levels are no part of a title', () => {
  expect(
    papers('3 申报材料', '3.1 申报表（Word）；', '3.2 专家简历（英文，PDF）；', '3.3 专家护照首页复印件；'),
  ).toEqual(['专家简历', '专家护照首页复印件'])
})

test('what a kind of works must add is missed of no other', () => {
  expect(papers('5.译著须提供版权授权证明。')).toEqual(['版权授权证明?'])
  expect(papers('5.申请人须提供收入证明。')).toEqual(['收入证明'])
  expect(papers('4.查重报告；')).toEqual(['查重报告'])
})

test('a list that another body makes is missed of no applicant', () => {
  const branches = '1.各党支部填写《申报表》，于5月9日前发送至邮箱。'
  expect(papers(branches, '2.各党总支填写《汇总表》，5月12日前单独发送至上述邮箱。')).toEqual(['汇总表?'])
  const teams = '2.4月25日前，负责人将材料发送至a@b.cn；'
  expect(papers(teams, '3.5月16日前，各学院将《汇总表》签字盖章后报送学校。')).toEqual(['汇总表?'])
  expect(papers('（5）申报项目汇总表（附件2，由各单位科研秘书填写）。')).toEqual(['申报项目汇总表?'])
  expect(papers('4.《推荐汇总表》（附件2）由推荐单位填写。')).toEqual(['推荐汇总表?'])
})

test('one of two papers is asked for under both names', () => {
  expect(papers('三、材料要求', '2.查新报告或文献综述（不少于2000字）；')).toEqual(['查新报告或文献综述'])
})

test('items with circled numbers are items', () => {
  expect(papers('③《作品汇总表》（excel版）；')).toEqual(['作品汇总表'])
})

test('a list that only the appendices name is asked of nobody, unless by its number', () => {
  const appendices = ['附件：1.“十佳”申报表', '2.推荐人选汇总表']
  expect(papers('将申报表发送至邮箱。', ...appendices)).toEqual(['推荐人选汇总表?'])
  expect(papers('将申报表、汇总表发送至邮箱。', ...appendices)).toEqual(['推荐人选汇总表'])
  expect(papers('将附件1、附件2发送至邮箱。', ...appendices)).toEqual(['推荐人选汇总表'])
})

describe('a paper’s word in a clause of purpose, or as a verb, asks for nothing', () => {
  test.each([
    '为总结推广基层党支部工作经验，材料学院党委决定在全院范围内征集优秀案例。',
    '为加强教学设计、提升课件质量，现开展材料评比。',
    '认真总结提炼工作经验，形成申报材料。',
  ])('%s', line => {
    expect(papers(line)).toEqual([])
  })
  test.each<[string, readonly string[]]>([
    ['为便于评审，请将申报表和工作总结发送至邮箱。', ['工作总结']],
    ['2.总结（2000字以内）。', ['总结']],
  ])('but it does where it is asked for: %s', (line, expected) => {
    expect(papers(line)).toEqual(expected)
  })
})

describe('a bound on its pieces lets several come, under the paper’s own words', () => {
  test.each([
    ['3. 代表性论文全文（不超过5篇，PDF格式）。', '代表性论文全文+'],
    ['请将申报表、代表性论文全文（1—3篇）发送至邮箱。', '代表性论文全文+'],
    ['2.调研报告（至多3份）；', '调研报告+'],
    ['2.作品正文3篇以内，Word版；', '作品正文+'],
    ['3.代表性专利证书（不超过3项，PDF格式）；', '代表性专利证书+'],
    ['4.代表性论文（1—3篇，PDF格式）；', '代表性论文+'],
    ['2.调研报告（不超过1份，一式两份）；', '调研报告'],
    ['2.调研报告（不超过5页）；', '调研报告'],
  ])('%s', (line, expected) => {
    expect(papers(line)).toEqual([expected])
  })
})

test.each(['（PDF或图片，可多份）', '（图片或PDF）', '（PDF、图片格式）'])(
  'what stands behind a paper as its formats is no other paper: %s',
  formats => {
    expect(papers(`3. 获奖证书等证明材料${formats}。`)).toEqual(['获奖证书?+'])
  },
)

test('the items of a list of papers may be numbered in brackets, and the rows of a table not at all', () => {
  const listed = [
    '二、申报材料',
    '（一）《申报表》（附件1）；',
    '（二）班级建设总结（不超过3000字）；',
    '（三）班级活动照片不少于3张（JPG）；',
  ]
  expect(papers(...listed, '（四）获奖证书、学风建设成果等证明材料（如有），合并为一个PDF。')).toEqual([
    '获奖证书?+',
    '班级建设总结',
    '班级活动照片+',
  ])
  expect(papers('一、活动安排', '（一）宣传发动', '（四）总结表彰：召开总结大会，展示活动照片。')).toEqual([])
  const table = [
    '材料，格式，份数',
    '《申报表》，Word，1份',
    '实践报告，PDF，5000字以内，1份',
    '实践心得，Word，1份',
    '实践照片，JPG，3—6张',
  ]
  expect(papers(...table).toSorted()).toEqual(['实践报告', '实践心得', '实践照片+'].toSorted())
  expect(papers('项目，人数，经费', '实践报告，3人，2000元')).toEqual([])
})

test('what others have said of it is a paper, too', () => {
  expect(papers('三、申报材料包括：', '（一）《申报表》（附件1）；', '（二）伦理审查意见；')).toEqual(['伦理审查意见'])
})

test('where a notice names neither form nor list, the work that is sent is the paper', () => {
  const of = (...lines: string[]) =>
    readDeliverables(noticeSaying(...lines), null).deliverables.map(({ value }) => [value.title, value.formats])
  expect(of('二、作品以Word格式发送至a@b.edu.cn，邮件主题：“书香校园-学院-姓名”。')).toEqual([
    ['作品', ['docx', 'doc', 'wps']],
  ])
  expect(of('关于举办征文活动的通知', '征文以“学院+班级+标题”命名，发送至a@b.edu.cn。')).toEqual([
    ['征文', ['docx', 'doc', 'wps', 'pdf']],
  ])
  expect(of('请于5月9日前将回执发送至a@b.edu.cn。')).toEqual([])
})
