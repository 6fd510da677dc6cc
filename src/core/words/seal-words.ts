import { listed } from './listed.ts'

/** What is put on paper by hand, so that only a scan shows it. */
export const SEALS = listed('盖章 签字 签名 签章 公章')
