import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import type { CaseVerb } from './command.ts'
import { isTold } from './verbs.ts'

/** A fault that is denied: it speaks for something. */
const DENIED_FAULT = patternWith('gu')`[不没無无未非]\p{Script=Han}{0,6}?${listed(
  '问题 误 异议 意见 违纪 违法 违规 不良 缺 漏 错 差 处分 瑕疵 疑 出入 影响 妨 变',
)}|[无毋不][需须必用](?:再|另)?(?=[补另重交提改盖附])|${listed('非常 不仅 不但 不少')}`
const DENIES = patternWith(
  'u',
)`[不没無无未非难缺差欠疑悬勿莫别假拒×✗✘]|[有存]\p{Script=Han}{0,5}${listed('问题 异议 瑕疵 出入 风险 争议 困难')}`
const TAKEN_BACK = listed(
  '算了 作罢 罢了 免谈 免了 够呛 反对 谢绝 取消 撤销 作废 错了 写错 点错 发错 弄错 搞错 再议 再说 再定 再看 再等 再办 再核 等等 等我 缓 暂 延后 推迟 待定 待议 另议 另定 以后 之后 稍后 回头 下周 下次 明天 明日 后天',
)
const TAKES_BACK = patternWith('u')`${TAKEN_BACK}|[先暂][别不缓]|(?:别|不要|勿)[受办动退发]`
const OPPOSITES = listed('过期 超期 逾期 伪造 虚假 作假 抄袭 该退 应退 可能性小')
const AGAINST = patternWith('u')`${DENIES}|${TAKEN_BACK}|${OPPOSITES}`
/** As a reason that is told it tells the applicant nothing. */
const ONLY_AGAINST = pattern`^(?:${[
  ...TAKEN_BACK,
  ...listed('不用 不必 不妥 不对 不行 不好 不合适 不可以 不能 不是 不要 先不 存疑'),
]}|[了吧的啊。！!\s])+$`
/** Whether words hold back from what is ordered beside them. */
export const holdsBack = (words: string): boolean => AGAINST.test(words.replace(DENIED_FAULT, ''))

/** Whether a line of its own takes back what others order: «以上先别办，等我电话». */
export const takesBack = (line: string): boolean => TAKES_BACK.test(line)

/**
 * Whether the words behind a verb leave it in doubt, as «受理 无望» does: it is shown before it is done. A reason to accept must not speak against
 * it; any other may tell a fault, and is in doubt where it says nothing else than no.
 */
export const isDoubtful = (words: string, verb: CaseVerb): boolean => {
  if (verb === 'undo' || words === '') return false
  if (verb === 'accept') return holdsBack(words)
  return ONLY_AGAINST.test(words) || (!isTold(verb) && takesBack(words))
}
