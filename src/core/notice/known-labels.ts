import type { FieldId, FieldType, SectionType } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { MASS_BODIES } from '../words/unit-words.ts'

/** Labels that university forms print, the usual one first, with the id and the type of the field that they stand for. */
const TABLE: readonly (readonly [id: FieldId, type: FieldType, labels: string])[] = [
  [
    'branchName',
    'text',
    '党支部名称 支部名称 党支部全称 党支部 所在党支部 所在支部 支部 推荐党支部 申报党支部 党组织名称',
  ],
  ['secretary.name', 'person', '党支部书记 支部书记 党支部书记姓名 支部书记姓名 书记姓名'],
  [
    'name',
    'person',
    '姓名 申请人 申请人姓名 申报人 申报人姓名 申报者 申报者姓名 申请者 申请者姓名 报名人 参赛者 参赛者姓名 推荐对象 本人姓名 学生姓名 教师姓名 被推荐人 被推荐人姓名 推荐人选 选手姓名 参赛选手 选手',
  ],
  [
    'leader',
    'person',
    '负责人 项目负责人 负责人姓名 项目负责人姓名 主持人 项目主持人 课题负责人 团队负责人 活动负责人 案例负责人',
  ],
  ['tutor', 'person', '指导教师 指导老师 导师 导师姓名'],
  ['contact', 'person', '联系人 联系人姓名 填报人 填表人'],
  ['author', 'person', '作者 第一作者 作者姓名 第一作者姓名 第一完成人 第一完成人姓名'],
  ['studentNo', 'digits', '学号'],
  ['staffNo', 'digits', '工号 职工号 教工号'],
  ['idNumber', 'digits', '身份证号 身份证号码'],
  ['sex', 'choice', '性别'],
  ['age', 'number', '年龄'],
  ['birth', 'date', '出生年月 出生日期 生日'],
  ['nation', 'text', '民族'],
  ['origin', 'text', '籍贯'],
  ['politics', 'text', '政治面貌'],
  ['joined', 'date', '入党时间 入党日期'],
  ['education', 'text', '学历 文化程度 学历学位'],
  ['degree', 'text', '学位 培养层次'],
  ['title', 'text', '职称 专业技术职务'],
  ['post', 'text', '职务 现任职务 行政职务'],
  ['classPost', 'text', '班级职务 担任职务 任职情况 学生干部任职'],
  [
    'college',
    'text',
    `学院 所在学院 学院名称 院系 院(系) 学院(系) 院系名称 所在院(系) 所在院系 学院(部) 所属学院 推荐单位 推荐学院 所在单位 单位 单位名称 申报单位 ${MASS_BODIES.flatMap(body => [body, `${body}名称`, `所在${body}`]).join(' ')}`,
  ],
  ['major', 'text', '专业 专业名称 所学专业'],
  ['grade', 'text', '年级'],
  ['class', 'text', '班级 专业班级 班级名称 班级全称 所在班级 团支部 团支部名称 团支部全称'],
  ['project', 'text', '项目名称 课题名称 项目题目 申报项目 成果名称 教学成果名称'],
  ['team', 'text', '团队名称'],
  ['lab', 'text', '实验室名称'],
  ['base', 'text', '基地名称 平台名称 中心名称 工作室名称'],
  ['course', 'text', '课程名称'],
  ['book', 'text', '教材名称'],
  ['club', 'text', '社团名称 学生社团名称 协会名称 组织名称'],
  ['topic', 'text', '活动主题 活动名称 主题 党日主题'],
  ['caseName', 'text', '案例名称 案例题目 案例标题 案例'],
  [
    'work',
    'text',
    '作品名称 作品题目 作品标题 征文题目 征文标题 文章题目 论文名称 剧目名称 剧本名称 论文题目 论文标题 题目 标题 文章标题',
  ],
  ['award', 'text', '奖项名称 奖学金名称 申请奖项 申报奖项 荣誉称号'],
  ['category', 'choice', '类别 组别 申报类别 项目类别 推荐类别 项目类型 申报类型 作品类别 案例类别'],
  ['level', 'choice', '项目级别 申报级别 申报等级'],
  ['heldOn', 'date', '活动时间 活动日期 开展时间'],
  ['place', 'text', '活动地点'],
  ['participants', 'number', '参加人数 参与人数 活动人数'],
  ['teamSize', 'number', '项目组成员人数 成员人数 团队人数 项目组人数 参与学生人数'],
  ['members', 'table', '项目组成员 团队成员 项目成员 成员信息'],
  ['money', 'money', '申请经费 申请经费(元) 经费预算 项目经费 资助金额 申请金额 经费'],
  ['gpa', 'text', '平均学分绩点 绩点 GPA 平均成绩 加权平均成绩'],
  ['rank', 'text', '成绩排名 专业排名 综合排名 学习成绩排名 综合测评排名 综测排名 班级排名 排名'],
  ['cohort', 'number', '专业人数 专业总人数 班级人数 年级人数 总人数'],
  ['failed', 'text', '不及格门数 挂科门数 不及格科目'],
  ['phone', 'phone', '联系电话 手机 手机号 手机号码 电话 联系方式 办公电话'],
  ['email', 'email', '电子邮箱 邮箱 E-mail Email 电子邮件 电子信箱 信箱'],
  ['address', 'text', '通讯地址 家庭住址 家庭地址'],
  ['from', 'date', '起止时间 项目起止时间 执行期限 项目周期'],
  ['filledOn', 'date', '填表日期 填表时间 申请日期 申报日期'],
]

/** What stands under a heading of a form. */
const SECTIONS: readonly (readonly [id: FieldId, type: SectionType, labels: string])[] = [
  [
    'deeds',
    'text',
    '主要事迹 先进事迹 主要先进事迹 事迹材料 个人事迹 主要业绩 主要成绩 突出事迹 事迹简介 主要表现 现实表现',
  ],
  ['content', 'text', '活动内容 活动过程 活动内容及过程 活动简介 活动概况 活动总结 案例正文 案例内容 主要内容 正文'],
  ['summary', 'text', '摘要 项目摘要 项目简介 简介 内容摘要 案例简介 案例摘要 作品简介'],
  ['reasons', 'text', '申请理由 推荐理由 申报理由'],
  ['effects', 'text', '活动成效 活动效果 工作成效 实施成效 取得成效 成效 效果 特色与成效'],
  ['background', 'text', '案例背景 立项背景 研究背景 项目背景 立项依据 研究意义 项目意义'],
  ['research', 'text', '研究内容 项目内容 研究方案 项目方案 实施方案 主要研究内容'],
  ['schedule', 'text', '进度安排 项目进度 进度计划 时间安排 工作计划 研究计划'],
  ['budget', 'text', '经费预算明细 经费使用计划 预算明细'],
  ['innovation', 'text', '创新点 项目特色与创新 特色与创新 特色创新 创新之处'],
  ['results', 'text', '预期成果 预期目标 成果形式 预期成果形式'],
  ['studies', 'text', '学习情况 学业情况 科研情况 科研成果 学术成果 发表论文'],
  ['service', 'text', '社会实践 志愿服务 社会工作 社会服务'],
  [
    'honours',
    'honours',
    '获奖情况 主要获奖 集体荣誉 集体获奖情况 奖惩情况 所获荣誉 获得荣誉 曾获荣誉 曾获奖励 主要荣誉 主要获奖情况 奖励情况 荣誉情况 近三年荣誉',
  ],
  ['resume', 'text', '个人简历 学习工作简历 简历 学习经历 工作经历'],
  ['statement', 'text', '个人陈述 自我评价 个人总结 申请陈述'],
]

type KnownLabel = { readonly id: FieldId; readonly type: FieldType | SectionType; readonly isSection: boolean }

const KNOWN: ReadonlyMap<string, KnownLabel> = new Map<string, KnownLabel>([
  ...TABLE.flatMap(([id, type, labels]) =>
    listed(labels).map(label => [keyOf(label), { id, type, isSection: false }] as const),
  ),
  ...SECTIONS.flatMap(([id, type, labels]) =>
    listed(labels).map(label => [keyOf(label), { id, type, isSection: true }] as const),
  ),
])

/** The labels that are known, the longest first: where one holds another, the longer one is meant. */
export const KNOWN_LABELS: readonly string[] = TABLE.flatMap(([, , labels]) => listed(labels)).sort(
  (a, b) => b.length - a.length,
)

function keyOf(label: string): string {
  return label.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}

const LABELS: ReadonlyMap<FieldId, string> = new Map(
  [...TABLE, ...SECTIONS].map(([id, , labels]) => [id, listed(labels)[0] ?? id]),
)

/** How people call the field of an id; the id itself where no label stands for it. */
export const usualLabel = (id: FieldId): string => LABELS.get(id) ?? id

/** «姓名 Name». */
const TRANSLATED = /^(\p{Script=Han}+)[a-z][a-z .'’/-]*$/u

/** What a label stands for, whatever stands in brackets behind it; null where it isn't known. */
export function knownLabel(label: string): KnownLabel | null {
  const key = keyOf(label)
  const plain = key.replace(/\([^()]*\)/g, '')
  return KNOWN.get(key) ?? KNOWN.get(plain) ?? KNOWN.get(plain.replace(TRANSLATED, '$1')) ?? null
}
