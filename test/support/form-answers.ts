/** What somebody fills into the form of layout A; '' leaves a cell empty. */
export type FormAnswers = {
  /** What the form says it is for, between the university's name and 申报书. */
  readonly title?: string
  readonly branchName: string
  readonly parentOrg: string
  /** The word that is ticked: 教师, 学生, 师生联合 or 离退休. */
  readonly branchType: string
  readonly foundedAt: string
  readonly memberCount: string
  readonly secretary: { readonly name: string; readonly post: string; readonly title: string; readonly since: string }
  readonly phone: string
  readonly email: string
  readonly honours: readonly HonourRow[]
  readonly review: string
  readonly basis: readonly string[]
  readonly idea: string
  readonly measures: readonly MeasureRow[]
  readonly outcomes: string
  /** The cycle that the form prints among its instructions («2022年5月至2024年5月»); null: it prints none. */
  readonly cycle: string | null
}

export type HonourRow = {
  readonly date: string
  readonly name: string
  readonly recipient: string
  readonly level: string
  readonly grantedBy: string
}

export type MeasureRow = {
  readonly text: string
  readonly detail: string
  readonly due: string
  readonly owner: string
}

export type AnswersFor = Partial<FormAnswers> & { readonly deadline?: Date }

const DEADLINE = new Date('2024-05-20T02:00:00Z')

/** A form as a diligent secretary fills it in; all people are invented. Dates suit the deadline. */
export function filledAnswers({ deadline = DEADLINE, ...overrides }: AnswersFor = {}): FormAnswers {
  const year = deadline.getUTCFullYear()
  return {
    branchName: '教工第一党支部',
    parentOrg: '机械工程学院党委',
    branchType: '教师',
    foundedAt: '2012年9月',
    memberCount: '32',
    secretary: { name: '陈立新', post: '系副主任', title: '教授', since: `${year - 4}年10月` },
    phone: '0411-84700000',
    email: 'chenlixin@dlut.edu.cn',
    honours: honoursBefore(deadline),
    review: `${year - 3}年：较好；${year - 2}年：好；${year - 1}年：好`,
    basis: BASIS,
    idea: '以“一融双高”为主线，围绕学院重大装备攻关任务，把支部建在团队上，推动党建与教学科研同谋划、同部署、同考核，用两年时间建成可复制、可推广的样板支部。',
    measures: measuresAfter(deadline),
    outcomes:
      '形成支部工作案例2项、党建研究论文1篇；新增省部级及以上科研项目不少于3项；党员参与学科竞赛指导不少于20人次；年度考核党员满意度不低于95%。',
    cycle: null,
    ...overrides,
  }
}

/** «2024年9月», so many months after an instant. */
function monthFrom(instant: Date, months: number): string {
  const month = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + months, 1))
  return `${month.getUTCFullYear()}年${month.getUTCMonth() + 1}月`
}

const COMMITTEE = '中共大连理工大学委员会'

/** Within the three years before the deadline. */
const honoursBefore = (deadline: Date): readonly HonourRow[] => [
  {
    ...{ date: monthFrom(deadline, -23), name: '先进基层党组织', recipient: '党支部', level: '校级' },
    grantedBy: COMMITTEE,
  },
  {
    ...{ date: monthFrom(deadline, -11), name: '优秀党务工作者', recipient: '陈立新', level: '校级' },
    grantedBy: COMMITTEE,
  },
  {
    ...{ date: monthFrom(deadline, -11), name: '优秀共产党员', recipient: '赵新宇', level: '校级' },
    grantedBy: COMMITTEE,
  },
  {
    ...{ date: monthFrom(deadline, -8), name: '师德标兵', recipient: '李文博', level: '校级' },
    grantedBy: '大连理工大学',
  },
  {
    ...{ date: monthFrom(deadline, -5), name: '最佳党日活动', recipient: '党支部', level: '院级' },
    grantedBy: '机械工程学院党委',
  },
]

/** Within the two years after the deadline. */
const measuresAfter = (deadline: Date): readonly MeasureRow[] => [
  {
    ...{ text: '建强支部班子', due: monthFrom(deadline, 4), owner: '陈立新' },
    detail: '完善支委分工，每月召开支委会，落实“双带头人”培育',
  },
  {
    ...{ text: '打造攻关先锋队', due: monthFrom(deadline, 7), owner: '李文博' },
    detail: '依托重大项目组建党员攻关队2支，设立党员先锋岗',
  },
  {
    ...{ text: '联学共建', due: monthFrom(deadline, 13), owner: '赵新宇' },
    detail: '与企业党支部开展联学共建不少于6次',
  },
  {
    ...{ text: '总结推广', due: monthFrom(deadline, 22), owner: '陈立新' },
    detail: '凝练支部工作法，编印案例集',
  },
]

const BASIS: readonly string[] = [
  '（一）教育党员有力',
  '坚持“第一议题”制度，严格落实“三会一课”，全年开展集中学习24次、专题党课8次，党员年度集中学习均不少于32学时。把理论学习与教学科研结合起来，围绕高端装备、智能制造等主题开展“党员讲堂”，党员教师人人上台，学习成效在学院中心组学习会上作了交流。',
  '（二）管理党员有力',
  '严格党员发展程序，三年发展党员9名，其中青年骨干教师3名；规范党费收缴和组织关系管理，流动党员每月联系一次。支部按期换届，支委会分工明确，组织生活会和民主评议党员制度健全，台账资料齐全，连续两年在学院党建工作检查中位居前列。',
  '（三）监督党员有力',
  '建立党员纪实档案，定期开展谈心谈话和廉洁教育，支部纪检委员列席课题组经费使用、设备采购等重大事项讨论。每年组织党员对照职责查摆问题，建立整改清单，逐项销号，近三年党员无违纪违法情况，未发生师德师风和学术不端问题。',
  '（四）组织师生有力',
  '把支部建在科研团队上，组织党员教师承担重大装备攻关任务，立德树人成效明显，近三年承担国家级项目12项，服务“四个面向”。推进“一融双高”，设立党员攻关组4个，党员担任组长的占七成以上，突破关键技术5项，相关成果在企业应用。',
  '（五）宣传师生有力',
  '依托主题党日宣讲党的创新理论，加强教师思想政治工作，支部书记是“双带头人”，在校内外开展宣讲30余场，覆盖师生2000余人次。办好支部公众号和宣传栏，推送先进典型事迹46篇，讲好教师党员潜心育人、科技报国的故事。',
  '（六）凝聚师生有力',
  '推动党建与业务深度融合，形成“党建+团队”特色做法和制度机制，凝聚青年教师投身一线，取得阶段性成效。党员教师与民主党派、无党派教师结对交流，定期听取意见建议，近三年向学院提出建议21条，被采纳15条。',
  '（七）服务师生有力',
  '党员教师结对帮扶学业困难学生46人，设立党员接待日，三年解决师生实际问题58件。面向毕业生开展就业指导20余场，联系企业提供岗位300余个；组织志愿服务队走进社区和中小学开展科普活动，支部标准化规范化建设通过学校验收。',
]
