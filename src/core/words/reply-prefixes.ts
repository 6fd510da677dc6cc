import { listed } from './listed.ts'

/** What an answer is called. */
export const ANSWERS = listed('回复 答复 回覆 答覆')
/** What mail programs put before the subject of an answer, before a colon; lower case. */
export const ANSWER_PREFIXES: readonly string[] = ['re', 'aw', ...ANSWERS]
/** And before that of a forwarded mail. */
export const FORWARD_PREFIXES = listed('fw fwd 转发 轉發 转寄 自动转发')
export const REPLY_PREFIXES: readonly string[] = [...ANSWER_PREFIXES, ...FORWARD_PREFIXES]
