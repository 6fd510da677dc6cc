import { CHOOSING } from '../../words/choosing-words.ts'
import { listed } from '../../words/listed.ts'

/** The call that is on. */
export const THIS_TIME = listed('本次 此次 这次 今年 本届')
/** What somebody takes part in. */
export const OCCASIONS: readonly string[] = [...CHOOSING, '参评', '评审']
/** What somebody means to do about it. */
export const INTENTIONS = listed('计划 意向 打算 安排')
