import type { ColumnKey, EntryKey, SectionKey } from '../sheet.ts'
import { listed } from './listed.ts'

/**
 * What offices might write instead, thought up for these tests and kept apart from the product's vocabulary: lots.test.ts counts
 * how few of them stand anywhere in src or config. Never copy one of them there.
 */
export const FOREIGN_ENTRIES: Readonly<Record<EntryKey, readonly string[]>> = {
  branchName: listed`
    支部名称（全称） 申请支部 参评支部 申报集体 党支部全名 基层党组织名称 拟推荐支部 创建支部名称
    支部规范名称 参选党支部 培育支部名称 申报主体（党支部） 本支部名称 申请党支部名称 支部（全称）
  `,
  parentOrg: listed`
    隶属党委 上级党委 上级党组织名称 归口党委 隶属二级党委 主管党委 直接上级党委 院级党组织 学院党组织
    隶属基层党组织 上一级党组织 党委归属
  `,
  branchType: listed`支部性质 支部构成类型 支部分类 支部属性 党员构成类别 类型（勾选） 支部组成类型 支部所属类型`,
  memberCount: listed`
    党员数量 党员规模 在册党员数 党员合计 支部党员数 在籍党员人数 党员总人数 党员（名） 党员队伍人数
    现有党员数 支部党员规模 党员人数合计 党员数（含预备）
  `,
  'secretary.name': listed`
    支部负责同志 现任书记 支部带头人 支部负责人 书记同志姓名 支部主要负责人 现任支部书记 支书姓名
    支部书记（姓名） 支部班长 党支部负责人姓名 书记（现任）
  `,
  'secretary.post': listed`现任职务 行政岗位 所任职务 任职岗位 兼任职务 行政任职 担任职务`,
  'secretary.title': listed`技术职称 现聘职称 职称等级 聘任职称 专业技术职称 所评职称`,
  phone: listed`
    联系人手机 移动电话 联络电话 手机号 联系号码 办公电话 电话号码 常用联系电话 书记手机 联系手机号
    书记联系电话 联系电话（手机） 手机/座机 支部联系电话 咨询电话 通讯电话
  `,
  email: listed`电子信箱 联系邮箱 工作邮箱 常用邮箱 邮箱地址 E-mail地址 校内邮箱 电邮 电子邮件地址`,
}

export const FOREIGN_SECTIONS: Readonly<Record<SectionKey, readonly string[]>> = {
  honours: listed`
    曾获表彰 所获表彰奖励 获得表彰情况 获奖与表彰 荣誉一览 曾获荣誉称号 近年来所获奖项 荣誉清单
    近三年受到的表彰 评优评先情况 受奖情况 表彰奖励记录 近三年取得的荣誉 先进称号获得情况 党内表彰情况
    2021年以来获得的表彰 荣誉与奖励 支部和党员获奖 主要奖励 近三年表彰奖励 支部荣誉簿 集体与个人表彰
    支部、书记、党员获奖情况一览 荣誉获得情况 受到表彰奖励的情况
  `,
  reviewGrades: listed`
    书记述职测评结果 述职评议结论 近三年述职等次 抓基层党建述职情况 年度党建述职等次 书记述职考评 述职结果
    近三年党建考评等次 抓党建工作述职结论 党建述职评议情况
  `,
  basis: listed`
    支部工作现状 已有工作基础 建设现状 基本做法 近年来工作回顾 现有条件与基础 已开展的工作 支部特色亮点
    党建工作情况 支部履职情况 “七个有力”落实情况 对标“七个有力”情况 前期做法 工作底子 做了哪些工作
    工作成绩与特色 支部建设现状 做法与成绩 近三年工作开展情况 现有工作积累 建设基础与现状 支部工作总结
    工作开展及成绩 我们已经做到的
  `,
  idea: listed`
    总体设想 创建设想 基本思路 总体构想 建设理念 怎么想的 创建愿景 主攻方向 总体考虑 创建定位 建设构想
    指导思想与总体目标 工作思路 思路与方向 创建方向 总体谋划 创建构思 建设的基本考虑 谋划与定位
  `,
  measures: listed`
    建设任务与举措 打算怎么干 工作推进计划 推进安排 任务清单 任务与进度 创建任务书 任务分解 行动计划
    创建工作安排 下一步打算 两年任务安排 实施步骤 实施路径 工作抓手 任务分解表 分年度任务 施工图
    具体做法与进度 落实办法 建设内容及进度 创建工作推进表 两年怎么干 重点工作及时间表 具体安排 推进举措
    建设项目与时间安排 工作任务及完成时间 创建任务
  `,
  outcomes: listed`
    预计达到的效果 预计成果 预期产出 目标成果 拟达到的成效 拟取得的成果 期望达到的目标 成果预期 绩效目标
    想干成什么样 预计取得的成果 交付成果 考核目标 建设成效目标 成效展望 预期收获 完成后的成效 目标与成果
    预期达到的成效 可检验的成果 创建成果目标 预期效果
  `,
}

export const FOREIGN_COLUMNS: Readonly<Record<ColumnKey, readonly string[]>> = {
  'honours.date': listed`获得年月 获评时间 何时获得 受表彰时间 颁发时间 授奖年月 日期 获评年月 表彰年月`,
  'honours.name': listed`奖励名称 称号 表彰名称 获得荣誉 荣誉 表彰奖励名称 称号名称 奖励或称号 荣誉（称号）`,
  'honours.recipient': listed`获得者 受表彰者 受奖者 获奖主体 集体/个人 获得人 受表彰对象 荣誉主体 谁获得的`,
  'honours.level': listed`等级 奖励等级 荣誉层级 表彰级别 表彰层级 奖项等级`,
  'honours.grantedBy': listed`授奖单位 发文单位 表彰机关 授予部门 评选单位 表彰部门 颁证单位 授予机构 由谁授予`,
  'measures.text': listed`事项 任务名称 工作事项 做什么 重点工作 工作要点 任务描述 建设项目 工作项目 要做的事`,
  'measures.due': listed`何时完成 完成节点 截止时间 时间要求 计划时间 进度要求 什么时候完成 完成时点 预定时间 截至时间 完成年月`,
}

export const FOREIGN_TITLES: readonly (readonly string[])[] = [
  ['样板党支部创建申请书'],
  ['大连理工大学', '党建样板支部遴选申请表'],
  ['“样板支部”培育申请表'],
  ['党支部样板创建', '申 请 材 料'],
  ['党建工作样板支部遴选推荐表'],
  ['样板支部遴选申报材料'],
  ['机械工程学院样板支部推荐对象登记表'],
  ['样板党支部申报表'],
  ['党建“样板支部”建设任务书'],
]
