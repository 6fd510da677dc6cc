import { GREETINGS } from '../words/greetings.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'

/** What people put around a right name to get it read: each list is the alternatives of one place in the phrase. */
const PLEASE = listed('敬请 烦请 恳请 还请 务请 望请 麻烦 劳烦 有劳 请 望 盼 务必 烦 敬祈')
const WHO = listed('各位 领导 老师 学院 党委 您 办公室 组织员')
const HOW = listed('及时 尽快 尽早 注意 予以 协助 帮忙 帮 优先 速 给予')
const DO = listed('查收 查阅 查看 审阅 审核 审批 审查 审定 批阅 批示 接收 收阅 收取 签收 回复 回执 回信')
const DO_TOO = listed('确认 确认收到 知悉 处理 办理 过目 阅示 指正 收悉 复 登记 受理')
const AFTER = listed('一下 为盼 为荷 谢谢 感谢 多谢 ! 。 , ~')

/** «现报送…», «关于报送…的请示» */
const NOW = listed('现将 现 兹 特 谨 关于')
const SEND = listed('报送 呈报 上报 申报 提交 呈送 递交 发送 补交 补报 补发 补送 重新报送 投稿 参赛')

/** Whole by themselves. */
const ALONE = [
  ...[...GREETINGS, ...SEND, pattern`${NOW}${SEND}`],
  ...listed(`
    收到请回复 收到请回 收到盼复 收到回复 收到请确认 如收到请回复 如已收到请回复 阅后请回复 收悉请回复 紧急
    加急 特急 急件 急 非常重要 重要邮件 重要文件 重要 火急 限时 以此为准 以此件为准 以此版为准 以此份为准
    以本件为准 以本次为准 以这次为准 以这份为准 以这个为准 请以此为准 请以此件为准 请以本次为准 之前的作废
    前一份作废 前件作废 替换前件 替换上一版
    重发 重报 重交 重新发送 重新提交 再次发送 再次提交 再发 更正 更新 更换 替换 修改后
    修改后重发 已修改 代发 代交 代报 代转 转交 转呈 转报 转 微信转发 微信 企业微信 企业微信转发 qq转发
    qq 钉钉 飞书 来自微信 来自qq 来自手机 手机发送 来自企业微信 尊敬的老师 各位老师好 领导好 打扰了
    材料报送 申报提醒 申报材料 最新 最新版 最终 最终稿 完整版 齐全 附件 见附件 详见附件 请见附件
  `),
]

/** What courtesies consist of. */
export const COURTESY_WORDS: readonly string[] = [
  ...[...PLEASE, ...WHO, ...HOW, ...DO, ...DO_TOO],
  ...ALONE.filter(one => typeof one === 'string'),
]

/** One courtesy at the beginning of tidied text. */
export const COURTESY = pattern`^${[
  ...[...ALONE, ...DO],
  pattern`${PLEASE}${WHO}{0,3}${HOW}{0,2}${[...DO, ...DO_TOO]}`,
]}${AFTER}{0,3}`
