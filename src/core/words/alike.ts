import { anyOf } from './any-of.ts'
import { listed } from './listed.ts'
import { onceForText } from './once-for.ts'
import { pattern } from './pattern.ts'

/** Words of labels that say the same and nothing else, for they decide what is sure; the first of each for all: «申请金额» is «申请经费». */
const SAME = [
  '教师 老师',
  '指导教师 指导老师 导师',
  '班主任 班主任老师 班主任教师',
  '经费 金额 资金 费用 款额 经费额度 资助经费 资助金额',
  '经费预算 预算 预算金额 预算经费',
  '摘要 简介 概述 概要 简述 介绍 内容简介 内容摘要 内容概要 内容介绍 内容概述',
  '日期 时间 年月 年月日',
  '完成日期 完成时间 完成期限 结题期限 完稿时间 交稿时间',
  '申请 申报 报名',
  '成员 组员 队员 会员 社员',
  '团队 队伍',
  '人数 总人数 总人口',
  '家庭人口 家庭人口数 家庭人口总数 家庭总人口 家庭成员数 家庭成员人数',
  '理由 原因 缘由 事由',
  '电话 手机 联系电话 联系方式 联系手机 手机号 手机号码 电话号码 联系电话号码 移动电话 联络电话 联络方式',
  '邮箱 电子邮箱 电子邮件 电子信箱 信箱 邮箱地址 电子邮箱地址 email email地址 e-mail e-mail地址 mail',
  '地址 住址 居住地址 居住地',
  '地点 场地',
  '年收入 全年收入 年总收入 全年总收入 年度收入 年度总收入',
  '月收入 月总收入 月均收入 每月收入 每月总收入',
  '银行卡号 银行卡号码 银行卡账号 银行账号 银行账户 工资卡号',
  '成立 创立 创建 组建 建立 设立 创办',
  '项目 课题 选题',
  '名称 主题 题目 标题 题名 全称',
  '单位 所在单位 所属单位',
  '学院 院系 院(系) 学院(部) 所在学院 所在院系 所属学院 所属院系',
  '部门 所在部门 所属部门',
  '绩点 gpa 平均绩点 学分绩点 平均学分绩点',
  '排名 名次',
  '外语水平 外语成绩 外语能力 外语等级',
  '英语水平 英语成绩 英语能力 英语等级',
  '学号 学生证号 学生学号',
  '工号 职工号 教工号 教职工号 职工编号 人事编号',
  '职称 专业技术职务 专业技术职称 专业职务 技术职务 技术职称',
  '职务 行政职务 党政职务',
  '政治面貌 政治身份',
  '学历 文化程度 学历层次',
  '最高学历 最后学历',
  '最高学位 最后学位',
  '专业 所学专业 就读专业',
  '年限 年数',
  '身份证号 身份证号码 身份证 居民身份证号 公民身份号码',
  '号 号码 编号',
  '宿舍 寝室',
  '课时 学时',
  '教龄 从教年限 从事教育年限 从事教育工作年限 从事教学工作年限',
  '字数 总字数',
  '简历 经历 履历',
  '负责人 主持人 牵头人 带头人',
  '申请人 申报人',
  '类型 类别 种类',
  '计划 规划 安排 打算 方案',
  '预期成果 预期成效 预期效果 最终成果',
  '获奖情况 奖励情况 荣誉情况 所获荣誉 所获奖励 获奖经历 获得荣誉 获得奖励 曾获荣誉 曾获奖励 获奖 荣誉',
  '创新点 创新 创新之处',
  '小结 总结',
  '毕业去向 毕业后去向 就业去向',
  '下一年 下一年度 未来一年 来年 明年 下年度 今后一年',
  '完成 结题 结项 结束 完稿 交稿',
  '开始 起始 启动',
]
/** Words that may mean the same, and never surely do. */
const NEAR = [
  '单位 学院 部门 工作单位',
  '外语水平 英语水平',
  '负责人 社长 会长 队长 组长 班长 宿舍长 寝室长 舍长',
  '地点 地区',
  '月收入 家庭月收入',
  '学历 最高学历',
  '学位 最高学位',
]

/** Each of these words as the first of its row. */
function firsts(rows: readonly string[]): (text: string) => string {
  const first = new Map(rows.map(listed).flatMap(words => words.map(word => [word, words[0] ?? word] as const)))
  const words = new RegExp(anyOf([...first.keys()]), 'g')
  return text => text.replace(words, word => first.get(word) ?? word)
}
const [asSame, asNear] = [firsts(SAME), firsts(NEAR)]
/** What is planned («拟聘岗位») is not what there is. */
const FILLER = /现[任有]|^现(?![代状场金实])|目前|详细|主要|(?<!目)的|[及和与、/]/g
/** «班主任姓名» and «班主任老师» ask for the 班主任, «学生数» for their number. */
const NAME = /(?<=.[人员长师任者编])姓名$|(?<=[任员])教师$/
const NUMBER = /(?<=[^动人官]员|[学究业新师]生|[职员]工|居民)(?:数量?|总数)$/

/** Two labels of which this is the same mean the same. */
export const asAlike = onceForText((label): string => folded(label).replace(NAME, ''))

const folded = (label: string): string => asSame(label.replace(FILLER, '')).replace(NUMBER, '人数')

/** What in front of a label may be left out where nothing else bears its head, and what behind it says only that a text follows. */
const BEFORE = listed(
  '具体 基本 举办 所在 所属 未来 下一步 个人 自我 本人 学生 职工 毕业生 申请人 负责人 联系人 拟申请 申请 项目 项目组 课题组 团队 成员 小组 班级 集体 支部 作品 活动 研究 工作 已有 前期 预计 计划 最终 参加 参与 参评 担任 曾任 从事 先进 突出 特色 品牌 精品 代表性 立项 实施 资助 所需 办公 在校 期间 大学',
)
const BEHIND = listed('情况 摘要 说明 形式 描述 自述 陈述 材料 名称 预算')
const [FRAME, TAIL] = [pattern`^${BEFORE}(?=.{2})`, pattern`(?<=.{2})${BEHIND}$`]
/** «预期研究成果». */
const WITHIN = pattern`(?<=.{2})${listed('研究 项目 工作')}(?=.{2})`
/** Whose form it is. */
const WHOSE = pattern`^${listed('姓名 教师姓名 申请人 负责人')}$`
/** «院系专业», «专业班级»: the last is what it asks for. */
const OF_UNITS = listed('单位 专业 年级 班级')
const ORDERED = pattern`^${OF_UNITS}+(?=${OF_UNITS}$)`

/**
 * What a label is about, without its frame and the words that stand in the form's own title (of «社团负责人» in «十佳学生社团申报表» is left
 * 负责人): labels of which this is the same may mean the same. One over two matters («研究内容与方法») is about each.
 */
export function coresOf(title: string): (label: string) => readonly string[] {
  const words = asNear(folded(title))
  return onceForText(label => {
    const written = new Set(label.split(MATTERS).flatMap(part => [asNear(folded(part)), asNear(asAlike(part))]))
    const bare = new Set([...written].flatMap(part => [part, part.replace(TAIL, '')]))
    const cores = [...bare].map(part => core(part, words)).filter(({ length }) => length > 1)
    return [...new Set(cores.map(sorted))]
  })
}
const MATTERS = /以及|[及和与、]/

/** «研究思路和方法». */
export const isOfTwo = (label: string): boolean => label.split(MATTERS).length > 1

function core(label: string, title: string): string {
  const bare = label.replace(FRAME, '').replace(ORDERED, '').replace(WITHIN, '')
  const word = [4, 3, 2].map(length => bare.slice(0, length)).find(start => title.includes(start)) ?? ''
  const rest = bare.length - word.length > 1 ? bare.slice(word.length) : bare
  return rest === label ? rest.replace(WHOSE, '姓名') : core(rest, title)
}

/** «应用推广效果» is «推广应用效果». */
const sorted = (words: string): string => [...words].sort().join('')
