import { applicantField, BRANCH, NAMING_FIELDS } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import type { FieldId, FieldType, FormDescription } from '../../form/description.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import { describeSlots } from '../describe-blank.ts'
import { type Answers, ownField } from './fill-blank.ts'

/** Invented, and plainly so. */
const PERSON = '王小明'

const BY_TYPE: Readonly<Record<FieldType, string>> = {
  text: '如表所附甲项',
  person: PERSON,
  digits: '20240001',
  number: '12',
  money: '5000元',
  date: '2023年9月',
  phone: '0411-84700001',
  email: 'sample@example.edu.cn',
  choice: '甲类',
  table: '',
}

const BY_ID: Readonly<Record<FieldId, string>> = {
  ...{
    sex: '男',
    branchName: '机械设计系教工党支部',
    nation: '汉族',
    politics: '中共党员',
    age: '38',
    birth: '1986年6月',
    education: '博士研究生',
    degree: '博士',
  },
  ...{
    title: '教授',
    post: '系主任',
    'secretary.title': '教授',
    'secretary.post': '系主任',
    major: '机械工程',
    class: '机械2101班',
  },
  ...{
    project: '智能焊缝检测装置研制',
    caseName: '支部共建促实验室安全',
    topic: '学思践悟守初心',
    work: '金属疲劳寿命的快速预测',
    lab: '精密成形实验室',
    course: '工程力学',
    book: '机械设计基础',
  },
  ...{ place: '实验楼301会议室', award: '启明一等', team: '启明实践队', author: PERSON },
  ...{ rank: '2/85', cohort: '85', gpa: '4.1', grade: '2021级', leader: '李大川', tutor: '赵海平', contact: '孙一凡' },
}

/** What an applicant of the call may write into its form, so that each condition with bounds is met. */
export function sampleAnswers(call: Call): Answers {
  const { form } = call
  const own = applicantAnswers(call)
  const options = firstOptions(form)
  const fields = Object.entries(form.fields).map(([id, { type }]) => [
    id,
    own[id] ?? bounded(id, call) ?? (options.get(id) || fieldAnswer(id, type, call)),
  ])
  const sections = Object.entries(form.sections).map(([id, { type, label }]) => [id, sectionAnswer(type, label, call)])
  return Object.fromEntries([...fields, ...sections])
}

/** What stands beside the first box of each choice in the blank form. */
const firstOptions = (form: FormDescription): ReadonlyMap<FieldId, string> =>
  new Map(
    (form.template.content === null ? [] : describeSlots(form.template.content)).flatMap(({ slot, field }) => {
      const own = ownField(form, field)
      const option = /[□☐]\s*([^□☐\s]{1,12})/.exec(slot.prompt)?.[1]
      return own === null || option === undefined ? [] : [[own, option] as const]
    }),
  )

/** Another one's, who applies in the same mail. */
const SECOND: Readonly<Record<FieldId, string>> = {
  ...{
    name: '周明远',
    leader: '周明远',
    author: '周明远',
    studentNo: '20240002',
    staffNo: '20240002',
    class: '机械2102班',
  },
  ...{ project: '低温阀门在线监测', caseName: '师生结对促科研育人', topic: '重走校史路', work: '复合材料的损伤识别' },
  ...{ lab: '材料测试实验室', course: '材料力学', book: '工程热力学' },
  ...{ team: '远航实践队', phone: '0411-84700002', email: 'second@example.edu.cn' },
}

/** The answers of a second application; null where no field would tell the two apart. */
export function secondAnswers({ applicant, form }: Call, answers: Answers): Answers | null {
  const by = applicant.several?.by ?? (applicant.inRoster ? null : applicantField(applicant, form.fields))
  if (by === null || answers[by] === undefined) return null
  const roster = applicant.inRoster ? applicantField(applicant, form.fields) : null
  const others = Object.keys(SECOND).filter(id => id !== roster && answers[id] !== undefined)
  const changed = Object.fromEntries(others.map(id => [id, SECOND[id] ?? '']))
  return { ...answers, [by]: SECOND[by] ?? `${answers[by]}乙`, ...changed }
}

/** Of a roster the first who may apply. */
export const sampleRow = ({ roster }: Pick<Call, 'roster'>) => roster.find(({ excluded }) => excluded === null) ?? null

function applicantAnswers(call: Call): Answers {
  const row = sampleRow(call)
  if (row === null) return {}
  const field = applicantField(call.applicant, call.form.fields)
  const fields = call.applicant.key === BRANCH ? [...NAMING_FIELDS, field] : [field]
  return Object.fromEntries(fields.map(one => [one, row.name]))
}

function fieldAnswer(id: FieldId, type: FieldType, { unit, university, applicant }: Call): string {
  if (id === 'parentOrg' && applicant.key === BRANCH) return `${university}${unit}党委`
  // Whoever asks is where applicants belong only if it is such a place.
  if (id === 'college' || id === 'parentOrg') return COLLEGE.test(unit) ? unit : '机械工程学院'
  return BY_ID[id] ?? BY_TYPE[type]
}

const COLLEGE = /(?:学院|学部|系)$/

/** A number or a day within the bounds of the conditions that look at it. */
function bounded(id: FieldId, { checks, publishedDeadline, form }: Call): string | null {
  const check = checks.find(
    ({ params: { field, least, most, from, to } }) =>
      field === id && [least, most, from, to].some(one => one !== undefined),
  )
  if (check === undefined) return null
  const { least, most, of, from, to } = check.params
  if (check.type === 'dateWithin') return dayText(from ?? to ?? '')
  const value = most ?? least ?? 0
  if (check.type === 'age')
    return `${publishedDeadline.getUTCFullYear() - (most === undefined ? (least ?? 30) + 1 : most - 1)}年1月`
  if (check.type === 'ratio') return of === undefined ? '1/100' : '1'
  if (check.type !== 'number') return null
  return form.fields[id]?.type === 'money' ? `${value}元` : String(value)
}

/** «2024-11-15» or «2024-11» as people write it. */
const dayText = (date: string): string => {
  const [year = '', month = '', day] = date.split('-')
  return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}

function sectionAnswer(type: string, label: string, call: Call): string {
  if (type === 'honours') return honourText(call)
  if (type === 'measures') return `1. 每月开展一次主题党日，${dueText(call)}前完成全部安排，责任人：${PERSON}。`
  if (type === 'reviewGrades') return `${call.publishedDeadline.getUTCFullYear() - 1}年：好`
  return `关于${label}：围绕中心工作扎实推进，全年组织集体学习12次、走访调研5次，形成可推广的做法3项，师生满意度达到95%。`
}

const honourText = (call: Call): string =>
  `${lastYear(call)}年6月，${sampleRow(call)?.name ?? PERSON}获评校级先进基层党组织，授予单位：${call.university}党委。`

const lastYear = ({ publishedDeadline }: Call): number => publishedDeadline.getUTCFullYear() - 1

/** Within the cycle, else half a year later. */
function dueText({ cycle, publishedDeadline }: Call): string {
  const month = cycle?.to ?? new Date(publishedDeadline.getTime() + 183 * 86_400_000).toISOString().slice(0, 7)
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

const COLUMNS: readonly (readonly [RegExp, (call: Call) => string])[] = [
  [/序号|编号/, () => '1'],
  [pattern`${listed('时限 期限 进度 完成')}`, dueText],
  [pattern`${listed('时间 日期 年月 年度')}`, call => `${lastYear(call)}年6月`],
  [/级别|等级|层次/, () => '校级'],
  [/单位|部门|机构/, call => `${call.university}党委`],
  [pattern`${listed('责任人 负责人 姓名 成员')}`, () => PERSON],
  [pattern`${listed('对象 获奖人 获奖者 主体')}`, call => sampleRow(call)?.name ?? PERSON],
  [pattern`${listed('荣誉 奖项 获奖 称号 表彰')}`, () => '先进基层党组织'],
  [pattern`${listed('内容 举措 措施 任务 做法')}`, () => '每月开展一次主题党日，全年不少于12次'],
]

/** What stands under a column of a list. */
export const sampleRowAnswer =
  (call: Call) =>
  (label: string): string =>
    COLUMNS.find(([words]) => words.test(label))?.[1](call) ?? '示例'
