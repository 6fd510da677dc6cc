import { listed } from './listed.ts'

/** Bodies outside of party, state and university: what they grant counts for nobody knows what. */
export const OUTSIDE_BODIES = listed('公司 集团 企业 协会 学会 研究会 联盟 基金会 组委会')
