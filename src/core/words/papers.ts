import { NOTICES } from './announcing-words.ts'
import { listed } from './listed.ts'

/** What the form is called with which one applies. */
const APPLICATION_FORMS = listed('申报书 申报表 申请书 申请表 推荐表')

/** The same, and what people call it with all that is sent with it. */
export const APPLICATION_PAPERS: readonly string[] = [...APPLICATION_FORMS, '申报材料', '申请材料']

/** Lists of many applicants, which units send beside the forms. */
export const LISTS = listed('汇总表 一览表 统计表 名单 名册 清单')

export const PAPERS: readonly string[] = [...APPLICATION_PAPERS, '汇总表']

/** Forms of whatever matter. */
export const FORMS: readonly string[] = [
  ...APPLICATION_FORMS,
  ...listed('登记表 审批表 备案表 考核表 情况表 信息表 任务书 志愿书 合同书 推荐书 自荐表 评审表 申报单 提名书 提名表'),
]

/** What one is about tells whether it is ours. */
export const FORM_PAPERS: readonly string[] = [
  ...[...FORMS, ...APPLICATION_PAPERS],
  ...listed('鉴定表 考察表 报告书 材料'),
]

/** Papers that are no form to apply with, whatever they are about. */
/** What students and offices write and send about under their names, whatever call is open. */
export const DAILY_PAPERS: readonly string[] = listed(
  '作业 课后题 试卷 大纲 教案 开题 成绩 成绩单 实验报告 调课 课表 值班表 考勤表 请假 申请 推荐信 整改情况 情况说明',
)

export const OTHER_PAPERS: readonly string[] = [
  ...[...NOTICES, ...LISTS],
  ...listed('通知书 公函 函 批复 请示 决定 决议 规定 细则 条例 章程 办法 实施方案 工作方案 活动方案 工作计划'),
  ...listed('工作要点 总结 小结 报告 汇报 汇报材料 心得 体会 发言稿 讲话稿 讲稿 讲话 记录 记录表 记录本 纪要'),
  ...listed('签到表 花名册 台账 证书 证明 证明书 证明信 奖状 聘书 介绍信 感谢信 倡议书 承诺书 协议 协议书 合同'),
  ...listed(
    '请假条 请假单 假条 报销单 发票 收据 简历 新闻 新闻稿 通讯稿 报道 简报 论文 教案 日程 日程表 议程 手册 指南',
  ),
]
