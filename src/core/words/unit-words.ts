import { listed } from './listed.ts'

export const BRANCHES = listed('党支部 支部')
/** What a university consists of. */
export const UNITS = listed('学院 院系 单位 部门')
/** Who leads the party in them. */
export const COMMITTEES = listed('党委 党总支')
/** The league's and the union's, as notices write to them. */
export const MASS_BODIES = listed('部门工会 二级工会 分工会 分团委 团总支')
const CLASSES = listed('班级 团支部')
/** Who may recommend applicants, each so many. */
export const RECOMMENDERS: readonly string[] = [...BRANCHES, ...CLASSES, '学院', '单位']
