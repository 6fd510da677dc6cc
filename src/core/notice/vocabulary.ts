import { listed } from '../words/listed.ts'

/** «1.», «(二)», «3、» ahead of an item. */
export const MARK = /\(?[\d一二三四五六七八九十]{1,2}[.、)]/
/** What applicants do with their papers. */
export const SENDING = listed('发送 发至 发到 报送 提交')
/** Who applies by themselves. */
export const APPLICANTS = listed('申请人 申报人 申请者 申报者 本人')
/** By what a notice tells that a date is another now. */
export const POSTPONING = listed('延长 延期 顺延 推迟 调整 变更 延 改')
/** What a site prints over a notice, beside the day. */
export const PRINTED_BY_SITES = listed('发布 来源 作者 浏览 点击 阅读')
/** What is held later, and asks nobody for anything. */
export const EVENTS = listed('评审会 汇报会 答辩 颁奖 开班 投票')
/** What is granted. */
export const HONOURS = listed('奖 荣誉 称号 表彰')
/** Said of what need not come. */
export const OPTIONAL = listed('选填 如有 若有 可选')
/** Behind a day or a time by which something is to be done. */
export const BY_THEN = /[之以]?前(?!后)|截止|止/
