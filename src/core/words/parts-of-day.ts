import { listed } from './listed.ts'

export const MORNING = listed('凌晨 早上 早晨 早 上午')
export const NOON = '中午'
export const AFTERNOON = listed('下午 傍晚 晚上 晚')
export const PARTS_OF_DAY: readonly string[] = [...MORNING, NOON, ...AFTERNOON]
export const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天]/
