import { listed } from './listed.ts'

/** What mail programs put before the subject of an answer or of a forwarded mail, before a colon; lower case. */
export const REPLY_PREFIXES: readonly string[] = listed('re aw fw fwd 回复 答复 回覆 答覆 转发 轉發 转寄 自动转发')
