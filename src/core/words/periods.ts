import { listed } from './listed.ts'

/** What comes again: behind 每. */
export const PERIODS = listed('学期 学年 季度 年 月 周')
