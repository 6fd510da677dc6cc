import { listed } from './listed.ts'

export const BRANCHES = listed('党支部 支部')
/** What a university consists of. */
export const UNITS = listed('学院 院系 单位 部门')
/** Who leads the party in them. */
export const COMMITTEES = listed('党委 党总支')
