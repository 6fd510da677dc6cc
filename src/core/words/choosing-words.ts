import { listed } from './listed.ts'

/** What a call does with those who apply. */
export const CHOOSING = listed('推荐 评选 遴选 申报 征集')
/** What an office does with a call: titles of notices begin with it. */
export const UNDERTAKING = listed('做好 组织 开展 举办')
/** With which titles of calls end: they tell nothing of what it is about. */
export const TITLE_ENDS: readonly string[] = [...CHOOSING, ...listed('推荐对象 推选 评审 工作 活动')]
