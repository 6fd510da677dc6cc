import { listed } from './listed.ts'

/** By which an office tells many something. */
export const NOTICES = listed('通知 通告 公告 公示 通报')
/** What else it sends to many: what is held, and lists of people. */
export const NEWS = listed('答疑 会议 培训 宣讲 名单 评审 说明 讲话 简报')
