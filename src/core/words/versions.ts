import { listed } from './listed.ts'

/** What a paper is called that is finished. */
export const FINAL_VERSIONS = listed('终稿 定稿 正式版 最终版 修改版')
