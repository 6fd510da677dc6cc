import { listed } from './listed.ts'

/** What a paper is called by which an office tells many something. */
export const NOTICES = listed('通知 通告 公告 公示 通报')
