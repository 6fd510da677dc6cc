import { COURTESY } from './courtesies.ts'

// All patterns meet tidied text: lower case, half width, no white space, no brackets, every dash a «-».
const VERSION =
  '副本|复件|拷贝|copy(?:of)?|最终版?|终版|终稿|定稿|初稿|修改版?|修订版?|更新版?|已修改|新版|正式版?|电子版?|盖章版?|签字版?|扫描版|扫描件|word版?|pdf版?|版本|版|final|new|ver|v'
const NUMBER_OR_DATE = String.raw`[\d年月日号][\d年月日号.\-/]*`

const FRONT: readonly RegExp[] = [
  /^(?:re|aw|fwd?|回复|答复|回覆|转发|轉發|转寄|自动转发)\d{0,3}:/,
  /^(?:回复|答复|回覆|转发|轉發)/,
  // What mail gateways put there.
  /^(?:external|spam|外部邮件|(?:疑似)?垃圾邮件|可疑邮件):?/,
  /^(?:邮件)?(?:主题|标题|文件名):/,
  /^附件?[\d一二三四五六七八九十]{0,2}/,
  COURTESY,
  new RegExp(`^(?:${VERSION})`),
  new RegExp(`^${NUMBER_OR_DATE}`),
]
const SEPARATORS_IN_FRONT = /^[^\p{L}\p{N}]+/u
const BEHIND = new RegExp(`(?:${VERSION}|[\\d年月日号.\\-/,;:])$`)
const EXTENSIONS = /(?:\.(?:docx?|wps|pdf|zip|rar|7z|rtf|odt|ofd|txt|xlsx?|pptx?|jpe?g|png|xml|html?))+$/
const AT_MOST = 100

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
