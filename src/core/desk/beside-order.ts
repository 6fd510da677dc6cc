import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import type { CaseVerb } from './command.ts'
import { PART } from './half-width.ts'
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
const AGAINST = patternWith('u')`${DENIES}|${TAKEN_BACK}`
/** As a reason that is told it tells the applicant nothing. */
const ONLY_AGAINST = pattern`^(?:${[
  ...TAKEN_BACK,
  ...listed('不用 不必 不妥 不对 不行 不好 不合适 不可以 不能 不是 不要 先不'),
]}|[了吧的啊。！!\s])+$`
const FOR = pattern`^${listed('已 均 都 经 按')}|${listed(`
  齐全 齐备 备齐 核对 核实 核验 核查 核准 研究 审议 讨论 审核 审阅 审查 审定 通过 符合 合格 达标 合规 完整 规范 属实 真实 清晰 清楚 有效 良好 优秀 很好
  非常好 认可 同意 批准 特批 会议 党委会 支委会 已改 改好 改正 更正 补齐 补好 补交 确认 电话告知 办理 重复
`)}`
const CLAUSES = patternWith('u')`(?:${PART}|[()（）！!])+`

const speaksFor = (clause: string): boolean => FOR.test(clause) || clause.replace(DENIED_FAULT, '') !== clause

/** Whether words hold back from what is ordered beside them. */
export const holdsBack = (words: string): boolean => AGAINST.test(words.replace(DENIED_FAULT, ''))

/**
 * Whether the words behind a verb leave it in doubt, as «受理 无望» and «受理 书记说再看看» do: it is shown before it is done. What the applicant is
 * told are faults by their nature; else all of it must speak for what is done.
 */
export const isDoubtful = (words: string, verb: CaseVerb): boolean => {
  if (isTold(verb)) return ONLY_AGAINST.test(words)
  if (verb === 'undo' || words === '') return false
  return holdsBack(words) || !words.split(CLAUSES).every(clause => clause === '' || speaksFor(clause))
}
