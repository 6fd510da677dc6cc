import type { ColumnKey, EntryKey, SectionKey } from '../sheet.ts'

/** The words that the contract of the shipped call names for its form, the usual one first. */
export const KNOWN_ENTRIES: Readonly<Record<EntryKey, readonly string[]>> = {
  branchName: ['党支部名称', '支部名称', '党支部全称', '申报支部', '申报党支部', '党组织名称', '所在党支部'],
  parentOrg: ['所属基层党委', '所属党委', '所在学院', '学院（部）', '二级党组织', '分党委', '推荐单位'],
  branchType: ['支部类型', '支部类别', '党支部类型'],
  memberCount: ['党员人数', '党员总数', '党员数', '现有党员', '支部人数'],
  'secretary.name': ['党支部书记姓名', '支部书记', '书记姓名', '党支部书记'],
  'secretary.post': ['职务', '行政职务'],
  'secretary.title': ['职称', '专业技术职务'],
  phone: ['联系电话', '手机', '电话', '联系方式'],
  email: ['电子邮箱', '邮箱', 'E-mail'],
}

export const KNOWN_SECTIONS: Readonly<Record<SectionKey, readonly string[]>> = {
  honours: ['近三年荣誉', '近三年获奖情况', '受表彰奖励情况', '主要荣誉', '曾受表彰'],
  reviewGrades: ['述职评议考核结果', '抓党建述职评议等次', '考核等次'],
  basis: ['工作基础', '建设基础', '支部建设情况', '主要做法和成效', '前期基础', '特色做法'],
  idea: ['创建思路', '建设思路', '总体思路'],
  measures: ['创建举措', '建设举措', '主要举措', '工作举措', '重点任务'],
  outcomes: ['预期成效', '预期成果', '预期目标'],
}

export const KNOWN_COLUMNS: Readonly<Record<ColumnKey, readonly string[]>> = {
  'honours.date': ['时间', '获奖时间', '表彰时间', '授予时间'],
  'honours.name': ['荣誉名称', '奖项名称', '荣誉称号'],
  'honours.recipient': ['获奖对象', '获奖人'],
  'honours.level': ['级别', '奖励级别', '层次'],
  'honours.grantedBy': ['授予单位', '颁奖单位', '表彰单位'],
  'measures.text': ['举措', '具体举措', '工作内容'],
  'measures.due': ['完成时限', '时间节点', '完成时间'],
}

export const KNOWN_TITLES: readonly (readonly string[])[] = [
  ['大连理工大学党建工作样板支部', '申 报 书'],
  ['党建工作样板支部申报书'],
  ['大连理工大学', '党建工作样板支部申报书'],
  ['党建工作样板支部创建申报书'],
]

export const SEVEN: readonly string[] = [
  ...['教育党员有力', '管理党员有力', '监督党员有力', '组织师生有力'],
  ...['宣传师生有力', '凝聚师生有力', '服务师生有力'],
]
