import type { ColumnKey, EntryKey, SectionKey } from '../sheet.ts'
import { listed } from './listed.ts'

/** More of the same, held out: thought up when the reader stood, and never looked at while it was made. */
export const FRESH_ENTRIES: Readonly<Record<EntryKey, readonly string[]>> = {
  branchName: listed`候选支部 拟申报党支部 支部（规范全称） 参评党支部名称 本表填报支部 受推荐支部`,
  parentOrg: listed`党组织隶属 所在党委（总支） 归属党委 直管党委 所属二级单位党委 上级党委名称`,
  branchType: listed`支部人员构成 支部种类 属于哪类支部 党支部性质 支部类型（请勾选）`,
  memberCount: listed`支部共有党员 党员总量（人） 党员人头数 名下党员 党员（含预备党员）数 全体党员人数`,
  'secretary.name': listed`书记姓名（现任） 支部掌舵人 支部书记是谁 主持工作的书记 书记（签名除外） 支部第一责任人`,
  'secretary.post': listed`书记行政职务 校内职务 现职 岗位职务 所在岗位`,
  'secretary.title': listed`书记职称 专技职务 现有职称 职称（级别） 专业技术资格名称`,
  phone: listed`书记联系方式 可联系到的电话 常用手机 打哪个电话 联系电话（必填） 手机号（书记）`,
  email: listed`邮件联系方式 电子邮件信箱 书记邮箱 收件邮箱 联系用邮箱`,
}

export const FRESH_SECTIONS: Readonly<Record<SectionKey, readonly string[]>> = {
  honours: listed`
    受过哪些表彰 褒奖与荣誉 三年来的奖状 奖牌和证书 集体及个人获奖清单 近三年所得荣誉 党组织授予的荣誉 光荣册
    获表彰记录 表彰嘉奖情况
  `,
  reviewGrades: listed`述职考核档次 近三年评议等第 党建述职得分等次 书记述职等次 三年述职评议`,
  basis: listed`
    目前做得怎么样 日常工作回望 已取得的工作成绩 支部建设做法 近年党建工作盘点 支部日常建设 我们的做法与经验 工作回头看
    对照七个有力的做法 支部建设成绩单
  `,
  idea: listed`
    想法与目标 心中的样板 建设蓝图 创建主张 总的想法 创建初衷与方向 思路设计 路子怎么走 建设的总体谋划 打造什么样的支部
  `,
  measures: listed`
    接下来做什么 两年的活儿 具体动作 推进时间表 实事清单 创建路线图 逐项任务 实施安排 落地举措 建设步骤与时限
  `,
  outcomes: listed`
    两年后的样子 可考核的成果 成效清单 看得见的变化 产出清单 交账清单 成果目标值 拟形成的成果 达到的目标 创建结果预估
  `,
}

export const FRESH_COLUMNS: Readonly<Record<ColumnKey, readonly string[]>> = {
  'honours.date': listed`获奖日期 何年何月 授予日期 得奖时间 颁奖年月`,
  'honours.name': listed`奖状名称 得的什么奖 嘉奖名称 荣誉项目 奖励（荣誉）名称`,
  'honours.recipient': listed`得奖者 谁得的 受奖对象 荣誉获得者 获奖单位或个人`,
  'honours.level': listed`奖励层级 级别（校级以上） 哪一级 荣誉等级 表彰等次`,
  'honours.grantedBy': listed`哪里发的 授牌单位 颁授单位 表彰单位全称 授奖机关`,
  'measures.text': listed`具体任务 要干的事 动作 实施项目 工作任务名称 举措要点`,
  'measures.due': listed`哪天做完 完工时间 交账时间 时限要求 计划完成日期 最迟时间`,
}

export const FRESH_TITLES: readonly (readonly string[])[] = [
  ['党建样板支部申报推荐表'],
  ['样板支部创建', '推 荐 材 料'],
  ['党支部“样板”创建工作申报表'],
  ['大连理工大学样板党支部', '培育创建申请书'],
]
