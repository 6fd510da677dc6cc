import { anyOf } from './any-of.ts'
import { listed } from './listed.ts'
import { pattern, patternWith } from './pattern.ts'

/** Words of labels that say the same, the first of each for all: «指导老师» is «指导教师», «申请金额» is «申请经费». */
const SAME = [
  '教师 老师',
  '经费 金额 资金 费用 款额',
  '摘要 简介 概述 概要 简述 介绍',
  '日期 时间 年月',
  '申请 申报 报名',
  '成员 组员 队员 会员 社员',
  '人数 数量 总数 总人数',
  '人口 人口数 人口人数 人口总数',
  '理由 原因 缘由 事由',
  '电话 手机 联系电话 联系方式 联系手机 手机号 手机号码 电话号码 联系电话号码 移动电话 联络电话 联络方式',
  '邮箱 电子邮箱 电子邮件 电子信箱 信箱 邮箱地址 电子邮箱地址 email e-mail mail',
  '地址 住址 居住地址 居住地',
  '年收入 全年收入 年总收入 全年总收入 年度收入 年度总收入',
  '成立 创立 创建 组建 建立 设立 创办',
  '项目 课题 选题',
  '名称 题目 标题',
  '单位 学院 院系 院(系) 学院(部) 部门 所在单位 所在学院 所在院系 所在部门 所属单位 所属学院 所属院系 所属部门 工作单位',
  '绩点 gpa 平均绩点 学分绩点 平均学分绩点',
  '外语水平 外语成绩 外语能力 外语等级 英语水平 英语成绩 英语能力 英语等级',
  '工号 职工号 教工号 教职工号 职工编号 人事编号',
  '职称 专业技术职务 专业技术职称 技术职务 技术职称',
  '职务 行政职务 党政职务',
  '学历 最高学历 最后学历 文化程度',
  '学位 最高学位 最后学位',
  '专业 所学专业 就读专业 专业名称',
  '年限 年数',
  '身份证号 身份证号码 居民身份证号 公民身份号码',
  '号 号码',
  '负责人 主持人 牵头人 带头人 负责人姓名 主持人姓名 社长 社长姓名 队长 队长姓名 组长 组长姓名',
  '教师 教师姓名 老师姓名',
  '申请人 申报人 申请人姓名 申报人姓名',
  '类型 类别 种类',
  '计划 规划 安排 打算',
  '下一年 下一年度 未来一年 来年 明年 下年度 今后一年',
  '完成 结题 结项 结束 终止 截止',
  '开始 起始 启动',
].map(listed)
const FIRSTS = new Map(SAME.flatMap(([first = '', ...others]) => others.map(other => [other, first] as const)))
const OTHERS = new RegExp(anyOf([...FIRSTS.keys()]), 'g')
const FILLER = /现[任有]|目前|详细|[现拟及和与、/]/g

/** Two labels of which this is the same mean the same. */
export const asAlike = (label: string): string =>
  label.replace(FILLER, '').replace(OTHERS, word => FIRSTS.get(word) ?? word)

/** What in front of a label may be left out where nothing else bears its head, and what behind it says only that a text follows. */
const BEFORE = listed(
  '主要 具体 基本 个人 本人 学生 申请人 负责人 申请 项目 项目组 团队 小组 班级 支部 作品 研究 工作 现有 目前 已有 前期 前期研究 预计 计划 预期 参加 参与 担任 从事 先进 突出 特色 品牌 精品 代表性 立项 办公 常用',
)
const BEHIND = listed('情况 摘要 说明 形式 描述 自述')
const FRAME = pattern`^${BEFORE}(?=.{2})|(?<=.{2})${BEHIND}$`
/** Whose form it is. */
const PERSONS = pattern`^${['姓名', '申请人', '负责人']}$`

/**
 * What a label is about, without its frame and the words that stand in the form's own title (of «社团负责人» in «十佳学生社团申报表» is left
 * 负责人): labels of which this is the same may mean the same. One over two matters («研究内容与方法») is about each.
 */
export const coresOf = (label: string, title: string): readonly string[] =>
  (JOINED.test(asAlike(label)) ? (asAlike(label).match(WORD) ?? []) : label.split(/以及|[及和与、]/))
    .map(part => core(asAlike(part), asAlike(title)))
    .filter(({ length }) => length > 1)

/** «院系专业», «专业班级»: nothing parts the two. */
const WORDS = listed('单位 专业 年级 班级 职务 职称 学历 学位 工号 学号')
const JOINED = pattern`^${WORDS}{2,}$`
const WORD = patternWith('g')`${WORDS}`

function core(label: string, title: string): string {
  const bare = label.replace(FRAME, '')
  const word = [4, 3, 2].map(length => bare.slice(0, length)).find(start => title.includes(start)) ?? ''
  const rest = bare.length - word.length > 1 ? bare.slice(word.length) : bare
  return rest === label ? rest.replace(PERSONS, '姓名') : core(rest, title)
}
