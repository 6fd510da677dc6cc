import { listed } from './listed.ts'
import { pattern } from './pattern.ts'

export const MORNING = listed('凌晨 早上 早晨 早 上午')
export const NOON = '中午'
export const AFTERNOON = listed('下午 傍晚 晚上 晚')
export const PARTS_OF_DAY: readonly string[] = [...MORNING, NOON, ...AFTERNOON]
/** In front of a day's numeral. */
export const WEEK = /周|星期|礼拜/
export const WEEKDAY = pattern`${WEEK}[一二三四五六日天]`
