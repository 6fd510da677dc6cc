import { listed } from '../words/listed.ts'
import { FORMS, LISTS } from '../words/papers.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { SEALS } from '../words/seal-words.ts'
import { AT_MOST, MANY_BEHIND } from './counts.ts'
import { fold, type Notice, type Said, type Sentence } from './notice.ts'
import { formatsIn, PAPER_KINDS, SCANS } from './papers-asked.ts'
import { PAPER_NOUNS } from './papers-between.ts'
import { paper, type ReadDeliverable } from './read-deliverable.ts'
import { BRACKETED, FORMS_ASKED, isForm, isList, isOptional, SENDS, TITLED } from './titles-asked.ts'
import { APPLICANTS } from './vocabulary.ts'

/** What opens an item: a number, a circled one, the first cell of a row. */
const MARK = /^(?:[^：:。；]{2,8}[：:](?=[①-⑳]))?(?:[（(]?[\d一二三四五六七八九十]{1,2}[.．、)），,]|[①-⑳])\s*/
const NO_PAPER = pattern`[《@]|${listed('汇总表 一览表 纸质 视频 填写 以内出生')}|不超过\d+(?![\d页字张份分兆MK])|不[低高]于`
/** «论著(不超过5篇)首页»: how many is said in brackets. */
const PIECES = pattern`(?:${AT_MOST}|限)?\d+[篇项件部份张]`
const HOW_MANY = pattern`\(${PIECES}\)|(?<=\()${PIECES},`
const ELSEWHERE = pattern`${listed('系统 平台')}`
/** What proves something is a paper, whatever it comes as; what one must have is none. */
const PROOF = pattern`^(?!${listed('具有 具备 获得 持有 取得')}).*${listed('证明 截图 复印件 扫描件 查重报告 检测报告')}$`
/** «教学大纲、教学设计各1份»: each of them. */
export const isEach = (folded: string): boolean => /各[一1][份个]/.test(folded)
const ASKED = /必[交须填]|选[交报]|可选|如有/
const MANY = /^(?:[2-9]|\d{2,}|[二两三四五六七八九十])[篇份张幅件项]/

/** Papers that stand as items of a list with what they come as: «（三）2寸免冠证件照，jpg格式», «③推荐信（签字扫描，PDF，必须）». */
export const itemsAsked = ({ sentences }: Notice): Said<ReadDeliverable>[] =>
  sentences.flatMap((sentence, at) => itemOf(sentence, sentences.slice(0, at)))

const HEAD_OF_TABLE = pattern`^(?:序号,)?(?:[^,。]{0,4}材料[^,。]{0,4}|文件名?称?),(?=.*${listed('格式 要求 份数 形式')})[^。]*$`
/** Below the heads of its columns, «材料，格式，份数», and nothing else between. */
function isRow(sentence: Sentence, before: readonly Sentence[]): boolean {
  const head = before.findLastIndex(({ folded }) => HEAD_OF_TABLE.test(folded))
  return head >= 0 && [...before.slice(head + 1), sentence].every(({ folded }) => /^[^。]*,[^。]*$/.test(folded))
}

/** Whether the nearest sentence that says what a list is about, its heading or its first item, speaks of sending. */
function isOfPapers(upTo: readonly Sentence[]): boolean {
  const about = upTo.slice(-8).findLast(({ folded }) => SENDS.test(folded) || NO_LIST_OF_PAPERS.test(folded))
  return about !== undefined && !NO_LIST_OF_PAPERS.test(about.folded)
}
const NO_LIST_OF_PAPERS = /条件|资格|范围|^附件/
const NOUN_END = pattern`^(?!${listed('具有 具备 获得 持有 取得')}).*${PAPER_NOUNS}$`

function itemOf(sentence: Sentence, before: readonly Sentence[]): Said<ReadDeliverable>[] {
  const { said } = sentence
  if (!MARK.test(said) && !isRow(sentence, before)) return []
  const rest = fold(said.replace(MARK, '')).replace(HOW_MANY, '')
  const formats = formatsIn(rest)
  const whole = titleOf(rest)
  const kind = PAPER_KINDS.find(({ named }) => new RegExp(`(?:${named.source})$`).test(whole))
  const isNamed = (kind !== undefined || NOUN_END.test(whole)) && (isRow(sentence, before) || isOfPapers(before))
  const isPaper = formats !== null || ASKED.test(rest) || PROOF.test(whole) || isNamed
  if (!isPaper || NO_PAPER.test(rest) || ELSEWHERE.test(rest.replace(/\([^()]*\)/g, ''))) return []
  const titles = isEach(rest) ? whole.split(/[、和及]/).map(titleOf) : [whole]
  return titles.filter(isTitle).map(title => ({
    value: paper({
      ...{ title, formats: formats ?? kind?.formats ?? SCANS, required: !isOptional(rest) && !OF_A_KIND.test(rest) },
      many:
        kind?.required === false ||
        MANY.test(rest) ||
        rest.split(',').some(part => MANY_BEHIND.test(part)) ||
        isManyIn(fold(said), title) ||
        (title.includes('、') && !PROOF.test(title)),
    }),
    said,
  }))
}

const isManyIn = (folded: string, title: string): boolean =>
  folded.includes(title) && MANY_BEHIND.test(folded.slice(folded.indexOf(title) + title.length))

/** «修订教材另提供原版教材版权页扫描件». */
const ADDS = patternWith('u')`^\p{Script=Han}{2,12}另${listed('提供 提交 附')}(?=..)`
/** «申请人须提供…» is said of all, «译著须提供…» of a kind. */
const MUST_ADD = patternWith('u')`^\p{Script=Han}{2,8}${listed('须 需 应 还需 还须')}?${listed('提供 提交')}(?=..)`
const OF_A_KIND = patternWith(
  'u',
)`^(?!.{0,4}${[...APPLICANTS, ...listed('学生 教师 单位 学院 个人 团队 作者 选手 参评 参赛 所有 每 均')]})\p{Script=Han}{2,8}${listed('须 需 应')}${listed('提供 提交')}(?=..)`
/** «申请书一律使用PDF格式». */
const ABOUT_FORM = pattern`${[...FORMS, '文件', '材料']}(?:一律|统一|均)`
/** «以上材料合并为一个PDF». */
const OF_ALL = pattern`^${listed('以上 上述 所有 全部 各项')}`
/** «报送时请勿压缩文件» says how, not what. */
const HOW = pattern`(?<![申邀])请|${listed('勿 须 务必 不得 不要')}`

const isTitle = (title: string): boolean =>
  (PROOF.test(title) || /[证书]$/.test(title)
    ? /^[\p{Script=Han}\w()、]{2,24}$/u
    : /^[\p{Script=Han}\w()]{2,20}$/u
  ).test(title) &&
  !isForm(title) &&
  !isList(title) &&
  !ABOUT_FORM.test(title) &&
  !OF_ALL.test(title) &&
  !HOW.test(title)

const FORMAT_WORDS = listed('word pdf excel jpg jpeg png 扫描 必 选 格式 如有 若有')
const ABOUT_FORMAT = patternWith('gi')`\((?=[^()]*${FORMAT_WORDS})[^()]*\)`

/** «设计图(10页以内)1份». */
const LAST_BRACKET = /\([^()]*\)(?=(?:[一\d]{1,2}[份篇张个件])?$)/

/** Up to the first comma; without how many, and without a bracket about its form. */
const titleOf = (rest: string): string =>
  rest
    .replace(ADDS, '')
    .replace(OF_A_KIND, '')
    .replace(MUST_ADD, '')
    .replace(ABOUT_FORMAT, '')
    .replace(BRACKETED, '')
    .replace(/[,;。:].*$/, '')
    .replace(/\([^()]*$/, '')
    .replace(MANY, '')
    .replace(/等$/, '')
    .replace(LAST_BRACKET, '')
    .replace(/(?:不[少多]于|不超过|至[少多]|最多)(?=\d)/, '')
    .replace(/(?:电子版|扫描版)?(?:各?(?:\d{1,2}[-—–~至到]{1,2})?[一\d]{1,2}[份篇张个件])?$/, '')
    .trim()

const SIGNED = ['签字盖章', ...SEALS]
const SEALED = patternWith(
  'i',
)`(${SIGNED})[^,。;]{0,10}(?:扫描|pdf)|扫描件[^,。;]{0,6}(${SIGNED})|pdf[^,。;、]{0,4}(${SIGNED})`
const BESIDE = /word|电子版|电子稿|可编辑/i

/** «《汇总表》，Word版及加盖公章的扫描件», «签字的《声明》扫描件», «申报表Word版及…»: of the paper that stands nearest. */
function isOfAnother(upTo: string): boolean {
  const [, titled, plain] = [...upTo.matchAll(ANY_PAPER)].at(-1) ?? []
  const title = titled ?? plain
  return title !== undefined && !isForm(title)
}
const ANY_PAPER = patternWith('g')`${TITLED}|(${[...FORMS_ASKED, ...LISTS, ...PAPER_NOUNS, '承诺书']})`

/** A signed or sealed scan that is to come beside the form itself. */
export function scanAsked({ sentences }: Notice): Said<ReadDeliverable>[] {
  for (const { said, folded } of sentences) {
    const match = SEALED.exec(folded)
    const clause = folded.split(/[,;]/).find(one => SEALED.test(one)) ?? ''
    if (
      match === null ||
      isOfAnother(folded.slice(0, match.index + match[0].length)) ||
      /纸质/.test(clause) ||
      !(BESIDE.test(folded) || isOptional(clause))
    )
      continue
    const title = `${match[1] ?? match[2] ?? match[3]}扫描件`.replace('公章', '盖章')
    const value = paper({ id: 'scan', title, formats: ['pdf', 'image'], required: !isOptional(clause), many: true })
    return [{ value, said }]
  }
  return []
}
