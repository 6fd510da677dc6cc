import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { RECOMMENDERS } from '../words/unit-words.ts'
import { DECORATION } from './condition-text.ts'
import { fold, type Notice } from './notice.ts'

const CHAPTER = /^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}[条章])/
const ARTICLE = /^第[一二三四五六七八九十]{1,3}条/
const PART = /^\([一二三四五六七八九十]{1,3}\)/
const POINT = /^\d{1,2}[.、]/
const WHO_MAY = listed('条件 范围 对象 资格')
const ABOUT = pattern`${[...WHO_MAY, ...listed('标准 要求 检查内容 自查内容')]}`
const NOT_ABOUT = pattern`${listed('支持范围 资助范围 选题范围 研究范围 征集范围 建设范围 工作要求 材料要求 报送要求 有关要求 相关要求 其他要求 组织 程序 安排 纪律 时间 名额 格式 填报要求 提交要求 撰写要求 命名 方式 办法 奖励标准 资助标准 奖项')}`
/** «申报条件», «【申报条件】» in a line of its own, without a number. */
const UNNUMBERED = patternWith('u')`^[【[(]?[\p{Script=Han}]{0,6}${WHO_MAY}[】\])]?:?$`
/** «推荐条件：1.论文盲审成绩…», as a table has it. */
export const LABELLED = patternWith('u')`^\p{Script=Han}{0,6}${WHO_MAY}[:：](?=.{8})`
/** «【评选对象】全校在籍学生», «【申请方式】». */
const BRACKETED = /^[【[]([^】\]]{2,10})[】\]]:?(.*)$/
/** Who is written to is no condition. */
const ADDRESSEES = pattern`^[^,。:]{0,24}${[...RECOMMENDERS, '分工会']}[。;]?$`
/** A condition says one of these. */
const DEMANDS = pattern`${listed('满 以上 已 未 近 应 须 且 年')}|[%\d]`
/** «三、评选比例：三好学生为班级人数的8%，…». */
const INLINE = /^([一二三四五六七八九十]{1,3}[、.][^:,。;]{2,16}):.{4,}/
/** «具体要求如下：», without a number: what is numbered below it. */
const LEAD = /(?:要求|条件|资格)(?:具体)?(?:如下|为)?:$/
/** Whom to ask, and who signs when. */
const CLOSING = patternWith('u')`${[
  pattern`^${listed('联系 咨询 电话 附件 附: 抄送 邮箱 特此通知')}`,
  /^(?:(?:19|20)\d\d|二[〇零○]..)年\d{0,2}.{0,8}日$/,
  /^[\p{Script=Han}·]{2,24}[会组院馆所室团处部科系校心委办]$/u,
]}`
const LONGEST_HEADING = 40

/** A notice of several forms has conditions for each: `others` are those of other kinds than the form's. */
export type FormTitles = { readonly own: string | null; readonly others: readonly string[] }

/** What a line opens: about what, and whether it says something of it itself. */
type Opening = { readonly about: string; readonly says: boolean }

function openingOf(line: string, hasChapters: boolean): Opening | null {
  const whole = fold(line)
  const folded = whole.replace(DECORATION, '')
  const [bracketed = null, about = '', behind = ''] = BRACKETED.exec(folded) ?? []
  if (bracketed !== null) return { about, says: behind.length > 4 }
  if (ARTICLE.test(folded) && !isHeading(folded)) return { about: folded.replace(/[,。:].*$/, ''), says: true }
  const inline = INLINE.exec(folded)?.[1]
  if (inline !== undefined) return { about: inline, says: true }
  const opens =
    CHAPTER.test(folded) ||
    UNNUMBERED.test(folded) ||
    folded.length < whole.length ||
    (POINT.test(folded) && !hasChapters && isShort(folded))
  return isHeading(folded) && opens ? { about: folded, says: folded.replace(/^[^:。]*[:。]?/, '').length > 12 } : null
}

/** What stands under headings about conditions, a chapter's parts as the chapter unless they say otherwise. */
export function conditionLines({ lines }: Notice, titles: FormTitles): string[] {
  const hasChapters = lines.some(line => CHAPTER.test(fold(line)) && isHeading(fold(line)))
  let chapter = false
  let part = false
  let led = false
  return lines.filter(line => {
    const folded = fold(line).replace(DECORATION, '')
    const opening = openingOf(line, hasChapters)
    if (opening !== null) {
      chapter = isAbout(opening.about)
      part = chapter
      return chapter && opening.says
    }
    if (isHeading(folded) && PART.test(folded)) {
      part = !isOthers(folded, titles) && !NOT_ABOUT.test(folded) && (chapter || ABOUT.test(folded))
      return false
    }
    if (CLOSING.test(folded)) return false
    if (LABELLED.test(folded) && isAbout(folded.slice(0, 8))) return true
    const leads = LEAD.test(folded)
    led = (!hasChapters && leads) || (led && (POINT.test(folded) || PART.test(folded)))
    return part || (led && !leads)
  })
}

const isAbout = (folded: string): boolean => ABOUT.test(folded) && !NOT_ABOUT.test(folded)

const isHeading = (folded: string): boolean => folded.length < LONGEST_HEADING && !/[。;]$|[,]/.test(folded)
const isShort = (folded: string): boolean => folded.length <= 14 && (ABOUT.test(folded) || NOT_ABOUT.test(folded))

/** «各教工党支部、学生党支部。» */
export const isAddressees = (folded: string): boolean => ADDRESSEES.test(folded) && !DEMANDS.test(folded)

/** «（二）优秀党务工作者», where another form is that of 优秀党务工作者. */
function isOthers(folded: string, { own, others }: FormTitles): boolean {
  const kind = folded.replace(PART, '').replace(/(?:的)?(?:推荐|评选|申报)?(?:基本)?(?:条件|标准|要求)?:?$/, '')
  return kind.length >= 3 && others.some(title => title.includes(kind)) && own?.includes(kind) !== true
}
