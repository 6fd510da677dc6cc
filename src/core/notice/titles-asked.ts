import { listed } from '../words/listed.ts'
import { FORMS, LISTS } from '../words/papers.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { fold, type Notice, type Said, type Sentence } from './notice.ts'
import { OPTIONAL, SENDING } from './vocabulary.ts'

/** A form or list by its title, with what stands behind it. */
export type TitledPaper = { readonly title: string; readonly said: string; readonly after: string }

export const FORMS_ASKED: readonly string[] = [
  ...FORMS,
  ...listed('自荐书 报名表 征集表 采集表 自查表 测评表 意向书 立项书 备案书'),
]
/** A form of whatever kind, anywhere in a text. */
export const NAMES_FORM = pattern`${FORMS_ASKED}`
const LISTS_ASKED: readonly string[] = [...LISTS, '名单表', '排序表', '汇总名单']
const FORM_END = pattern`${FORMS_ASKED}$`
const LIST_END = pattern`${LISTS_ASKED}$`

export const SENDS = pattern`${[...SENDING, ...listed('上报 填写 填报 附 打包 交至 递交 材料 电子版 报名 附件')]}`
/** «1.《…申报表》»: an item of a list of papers. */
const ENUMERATED = /^(?:\(?[\d一二三四五六七八九十]{1,2}[.、)]?)?《/
const ITEM = /^\(?\d{1,2}[.、)]([^《》,。;:()]{2,30})(\([^()]{1,30}\))?(?=[;。,]|$)/
export const TITLED = /《([^《》]{2,40})》/g
/** «…及汇总表的电子版»: a list without brackets. */
const AND_WORDS = listed('及 和 与 连同')
const AND = [...AND_WORDS, ...listed('、 并附 以及'), /^(?:\(?\d{1,2}[.、)])?/]
const BARE_LIST = patternWith('u')`${AND}(["“”\p{Script=Han}]{0,10}${LISTS_ASKED})(?!》)`
/** «填写申报表»: a form without brackets. */
const BEFORE_FORM = [...AND_WORDS, ...listed('填写 填报 将 提交 报送 附')]
const BARE_FORM = patternWith('u')`${BEFORE_FORM}(["“”\p{Script=Han}]{0,16}?${FORMS_ASKED})(?!》)`

const SENDERS = listed('单位 学院 部门 团队 选手 作者 个人 申请人 申报人 同学 教师 项目 作品')
const OF_ALL = listed('条件 要求 申报 申请 报名 参赛 参评 参加 推荐 意向 意愿 评选 入选')
const MODAL = listed('请 须 应 需 还 可 要 同时')
const HANDS_IN = listed('附 提供 提交')
const KINDS_OF_PEOPLE = listed('研究生 本科生 博士 硕士 留学生 学生 教师 团队 新生 校外')
/** «集中报送的另附…», «提名2项及以上的单位提供», «修订教材另提供», «(研究生提供)», «(入选后提交)»: said of what only some are to send. */
const OF_SOME = patternWith('u')`${[
  pattern`(?<!${OF_ALL})的${SENDERS}?,?${MODAL}{0,2}(?:另|随邮件|一并)?${HANDS_IN}`,
  patternWith('u')`\p{Script=Han}另${MODAL}?附?${HANDS_IN}`,
  pattern`[(,][仅只]?${KINDS_OF_PEOPLE}[^,;()]{0,6}${HANDS_IN}`,
  pattern`[(,][如若]${listed('为 是 系 属 涉及 申请')}`,
  pattern`${listed('入选 立项 获批 获奖 录取')}[^,;()]{0,4}后`,
]}`

/** «(单价10万元及以上的设备须提供)», «(如申请免除，提交免除申请)», «(仅重点项目)»: said of what only some are to send. */
export const BRACKETED = patternWith(
  'u',
)`\((?!必)(?:仅限?|限)[^()]{2,}\)|\((?![^()]*必)[^()]{4,}${HANDS_IN}[^()]{0,8}\)`

/** «由各单位科研秘书填写»: what another than the applicant makes. */
const BY_OTHERS = patternWith('u')`由\p{Script=Han}{2,12}${listed('填写 填报 汇总 提供 出具 报送')}`

/** Said of what need not come. */
const MAY_LACK = pattern`${[...OPTIONAL, ...listed('可附 可以附 自愿 可提供 酌情 不作要求 选交 选报 可一并 自选')]}`
export const isOptional = (text: string): boolean =>
  MAY_LACK.test(text) || OF_SOME.test(text) || BRACKETED.test(text) || BY_OTHERS.test(text)

export const isNumbered = (folded: string): boolean => /^\(?\d{1,2}[.、)]/.test(folded)
export const isForm = (title: string): boolean => FORM_END.test(bare(title)) && !isList(title)
export const isList = (title: string): boolean => LIST_END.test(bare(title))
export const listWord = (title: string): string => LIST_END.exec(title)?.[0] ?? formWord(title) ?? title
/** 申报表, of «“最佳党日”活动申报表». */
export const formWord = (title: string): string | null =>
  (FORM_END.exec(bare(title)) ?? ANY_FORM.exec(bare(title)))?.[0] ?? null
const ANY_FORM = /\p{Script=Han}{2}[书表]$/u

/** Without a bracket or a format behind it, and without quotes. */
export const bare = (title: string): string =>
  title
    .replace(/\([^()]*\)$/, '')
    .replace(/["“”]/g, '')
    .replace(/(?:word|pdf|excel)(?:版|格式|文件)?$/i, '')

export const isSameTitle = (title: string, other: string | null): boolean =>
  other !== null && (fold(other).includes(bare(title)) || bare(title).includes(fold(other)))

/** Among the appendices: what the office lists itself. */
const HANDED_OUT = /名[单册]$/

const APPENDIX = /^附件?\d?:/

/** A list that only the appendices name, and by its number nobody is asked for: the office's own, or what units keep. */
export function isOnlyAppended({ said, title }: TitledPaper, { sentences }: Notice): boolean {
  const appendices = sentences.findIndex(({ folded }) => APPENDIX.test(folded))
  const own = sentences.findIndex(one => one.said === said)
  if (appendices < 0 || own < appendices) return false
  const [, number = ''] = /(\d{1,2})[.、:]/.exec(fold(said)) ?? []
  const byNumber = new RegExp(`附件[^,;。]{0,6}${number}`)
  return !sentences
    .slice(0, appendices)
    .some(({ folded }) => byNumber.test(folded) || (SENDS.test(folded) && folded.includes(listWord(title))))
}

/** Every form and list that the notice names where it speaks of papers; what stands in brackets first. */
export function titlesIn({ sentences }: Notice): TitledPaper[] {
  const appended = sentences.findIndex(({ folded }) => APPENDIX.test(folded))
  const isHandedOut = ({ title, said }: TitledPaper) =>
    HANDED_OUT.test(title) && appended >= 0 && sentences.findIndex(one => one.said === said) >= appended
  const found = [...sentences.flatMap(bracketed), ...sentences.flatMap(enumerated), ...sentences.flatMap(unbracketed)]
  return found.filter(
    (one, at) =>
      !isHandedOut(one) &&
      found.findIndex(
        other => isSameTitle(other.title, bare(one.title)) && isList(other.title) === isList(one.title),
      ) === at,
  )
}

function bracketed({ said, folded }: Sentence): TitledPaper[] {
  if (!SENDS.test(folded) && !ENUMERATED.test(folded)) return []
  return [...folded.matchAll(TITLED)].map(match => ({
    ...{ said, title: match[1] ?? '', after: folded.slice(match.index + match[0].length) },
  }))
}

function enumerated({ said, folded }: Sentence): TitledPaper[] {
  const [, title = '', after = ''] = ITEM.exec(folded) ?? []
  return isForm(title) || isList(title) ? [{ said, title, after }] : []
}

const HUNG_ON = /^(?:附件?)?[:：]?(?:\d{1,2}[.、:：])?([^,。;:]{4,40}?)(?:\.docx?)?$/
/** The forms in the list of appendices. */
export function formsAppended({ sentences }: Notice): Said<string>[] {
  const from = sentences.findIndex(({ folded }) => APPENDIX.test(folded))
  if (from < 0) return []
  return sentences.slice(from).flatMap(({ said, folded }) => {
    const title = HUNG_ON.exec(folded)?.[1] ?? ''
    return isForm(title) ? [{ value: bare(title), said }] : []
  })
}

const NO_TITLE = /^附件|分配表|^[一二三四五六七八九十]{1,3}、[^,。;:]{2,12}$/

/** «请各学院将汇总表…». */
const SENT_AHEAD = pattern`^.*${listed('将 把 连同 填写 填报 提交 报送')}`

function unbracketed({ said, folded }: Sentence): TitledPaper[] {
  const plain = folded.replace(TITLED, '《》')
  if (!(SENDS.test(folded) || isNumbered(folded)) || NO_TITLE.test(folded)) return []
  return [BARE_LIST, BARE_FORM].flatMap(pattern => {
    const match = pattern.exec(plain)
    return match?.[1] === undefined
      ? []
      : [{ said, title: match[1].replace(SENT_AHEAD, ''), after: plain.slice(match.index + match[0].length) }]
  })
}
