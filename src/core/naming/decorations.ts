import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import { FINAL_VERSIONS } from '../words/versions.ts'
import { COURTESY } from './courtesies.ts'
import type { Tidied } from './normalise.ts'

// All patterns meet tidied text: lower case, half width, no white space, no brackets, every dash a «-».
export const VERSIONS: readonly string[] = [
  ...FINAL_VERSIONS,
  ...listed(`
    副本 复件 拷贝 新建 copyof copy 已修改 扫描件 初稿 final new ver v 最终 终版 修改 修订版 修订 更新版 更新 新版
    正式 电子版 电子 盖章版 盖章 签字版 签字 扫描版 word版 word pdf版 pdf 版本 版
  `),
]

const FRONT: readonly RegExp[] = [
  pattern`^${REPLY_PREFIXES}\d{0,3}:`,
  pattern`^${REPLY_PREFIXES.filter(prefix => /\p{Script=Han}/u.test(prefix))}`,
  // What mail gateways put there.
  /^(?:external|spam|外部邮件|(?:疑似)?垃圾邮件|可疑邮件):?/,
  /^(?:邮件)?(?:主题|标题|文件名):/,
  /^附件?[\d一二三四五六七八九十]{0,2}/,
  COURTESY,
  pattern`^${VERSIONS}`,
  /^[\d年月日号][\d年月日号.\-/]*/,
]
const SEPARATORS_IN_FRONT = /^[^\p{L}\p{N}]+/u
const BEHIND = pattern`(?:${VERSIONS}|[\d年月日号.\-/,;:])$`
const EXTENSIONS = /(?:\.(?:docx?|wps|pdf|zip|rar|7z|rtf|odt|ofd|txt|xlsx?|pptx?|jpe?g|png|xml|html?))+$/
const AT_MOST = 20

/** Where a tidied name may begin: at 0, and behind each thing that people and programs put in front of it. */
export const beginnings = (text: string): readonly number[] => {
  const found = [0]
  let rest = text.replace(SEPARATORS_IN_FRONT, '')
  while (found.length < AT_MOST) {
    const length = FRONT.reduce((longest, pattern) => Math.max(longest, pattern.exec(rest)?.[0].length ?? 0), 0)
    if (length === 0) return found
    rest = rest.slice(length).replace(SEPARATORS_IN_FRONT, '')
    found.push(text.length - rest.length)
  }
  return found
}

/** Where a tidied name ends in front of its extension, also a doubled one. */
export const endOfStem = (text: string): number => text.replace(EXTENSIONS, '').length

/** Where a tidied name ends in front of extension, copy and version marks, numbers and dates. */
export const endOfCore = (text: string): number => {
  let end = endOfStem(text)
  for (let steps = 0; steps < AT_MOST; steps++) {
    const mark = BEHIND.exec(text.slice(Math.max(0, end - 12), end))
    if (mark === null) return end
    end -= mark[0].length
  }
  return end
}

/** «（定稿）», «_修改2», «(1)»: what a bracket or a dash holds apart at the end of what somebody wrote. */
const APART = /(?:\p{Ps}([^\p{Ps}\p{Pe}]{1,12})\p{Pe}|[\p{Pd}_+]([^\p{Ps}\p{Pe}\p{Pd}_+]{1,12}))$/u
const MARKS = patternWith('i')`^(?:${VERSIONS}|\d{1,2}(?!\d))+$`

/** Where what somebody wrote ends in front of marks that stand apart; what merely ends like one, «微电子», goes on. */
export const endOfWords = ({ text, origin, received }: Tidied): number => {
  let left = received.slice(0, origin[endOfStem(text)] ?? received.length).trimEnd()
  for (let steps = 0; steps < AT_MOST; steps++) {
    const [all = '', inBrackets, behindDash] = APART.exec(left.slice(-20)) ?? []
    if (!MARKS.test((inBrackets ?? behindDash ?? '').trim())) break
    left = left.slice(0, -all.length).trimEnd()
  }
  const end = origin.findIndex(index => index >= left.length)
  return end < 0 ? text.length : end
}
