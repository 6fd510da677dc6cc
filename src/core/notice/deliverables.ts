import type { DocumentKind } from '../document/document.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { MANY_BEHIND } from './counts.ts'
import { isOther } from './deadline-where.ts'
import { isEach, itemsAsked, scanAsked } from './items-asked.ts'
import { isOfEarlierStage, isOfLaterStage, withoutClosing } from './later-stages.ts'
import { INTO_ONE, isMerged } from './merged-papers.ts'
import { fold, type Notice, type Said } from './notice.ts'
import { formatsBehind, formatsIn, PAPER_KINDS, TEXTS } from './papers-asked.ts'
import { papersBetween } from './papers-between.ts'
import { paper, type ReadDeliverable } from './read-deliverable.ts'
import {
  bare,
  FORMS_ASKED,
  isForm,
  isList,
  isNumbered,
  isOnlyAppended,
  isOptional,
  isSameTitle,
  listWord,
  SENDS,
  TITLED,
  type TitledPaper,
  titlesIn,
} from './titles-asked.ts'
import { SENDING } from './vocabulary.ts'

/** `otherForms`: forms of other kinds of applicants, each a call of its own. */
type AskedPapers = {
  readonly deliverables: readonly Said<ReadDeliverable>[]
  readonly otherForms: readonly Said<string>[]
}

/** «5篇代表性» ahead of a title. */
const MANY = /(?:[2-9]|\d{2}|[二两三四五六七八九十])[篇份张幅][\p{Script=Han}]{0,6}$/u
/** What is written into the form, or comes on paper only. */
const NO_FILE = pattern`${listed('附在 附于 后附 填入 另附页 不需 无需 不必 纸质 贴')}`

/** «论文全文重复率不超过15%» is said of a paper. */
const ATTRIBUTE = pattern`^的?${listed('重复率 查重 复制比 字数 篇幅 水平 质量')}`

/** The documents asked for, the form first; `formTitle`: the title of the blank form, where there is one. */
export function readDeliverables(whole: Notice, formTitle: string | null): AskedPapers {
  const notice = withoutClosing(whole)
  const titles = titlesIn(notice)
  const forms = titles.filter(({ title, said }) => isForm(title) && !isRowsForm(title, said))
  const form = forms.find(({ title }) => isSameTitle(title, formTitle)) ?? forms[0]
  const own = formTitle ?? (form === undefined ? null : bare(form.title))
  const lists = titles.filter(({ title, said }) => isList(title) || (own === null && isRowsForm(title, said)))
  const papers = [...PAPER_KINDS.flatMap(kind => paperOf(kind, notice)), ...(own === null ? [] : scanAsked(notice))]
  const isTold = (title: string) =>
    papers.some(({ value }) => value.title.includes(title) || title.endsWith(value.title))
  const ofLists = itemsAsked(notice).filter(
    item => !papers.some(({ said }) => said === item.said && !isEach(item.said)),
  )
  const items = [...ofLists, ...papersBetween(notice)].filter(
    ({ value }, at, all) =>
      !isTold(value.title) &&
      own?.endsWith(value.title) !== true &&
      all.findIndex(one => one.value.title === value.title) === at,
  )
  const inStage = (one: Said<ReadDeliverable>): Said<ReadDeliverable> =>
    isOfEarlierStage(one.said, notice) || isOfLaterStage(one.said, notice) || isMerged(one.said, notice)
      ? { ...one, value: { ...one.value, required: false } }
      : one
  const asked = [...lists, ...papers, ...items].length > 0 || own !== null
  return {
    deliverables: [
      ...(asked ? [] : workOf(notice)),
      ...(own === null ? [] : [{ value: formOf(own, form?.after ?? ''), said: form?.said ?? '' }]),
      ...lists.slice(0, 1).map(list => inStage({ value: rowsOf(list, own !== null, notice), said: list.said })),
      ...papers.map(inStage),
      ...items.map(inStage).map(({ value, said }, at) => ({ value: { ...value, id: `item${at + 1}` }, said })),
    ],
    otherForms: formTitle === null && own === null ? [] : othersOf(forms, form),
  }
}

const WORK = pattern`${listed('征文 论文 案例 作品 稿件 文章 方案 文稿')}`
const IS_SENT = pattern`${[...SENDING, '命名', '投稿', '投至', '格式']}`

/** «征文以“学院+班级+标题”命名，…发送至…»: where nothing else is named, the work itself comes. */
function workOf({ sentences }: Notice): Said<ReadDeliverable>[] {
  const found = sentences.find(({ folded }) => WORK.test(folded) && IS_SENT.test(folded) && !/通知/.test(folded))
  if (found === undefined) return []
  const title = WORK.exec(found.folded)?.[0] ?? ''
  return [{ value: paper({ id: 'paper', title, formats: formatsIn(found.folded) ?? TEXTS }), said: found.said }]
}

/** «《报名表》（序号、姓名、…）»: a list, whatever it is called. */
const isRowsForm = (title: string, said: string): boolean =>
  said
    .normalize('NFKC')
    .replace(/["“”]/g, '')
    .includes(`${bare(title)}》(序号`)

/** Of those that the notice puts in brackets: «申报表» alone is the form once more. */
const othersOf = (forms: readonly TitledPaper[], form: TitledPaper | undefined): Said<string>[] =>
  forms
    .filter(
      one =>
        one !== form && one.title.length > 4 && !isSameTitle(one.title, form === undefined ? null : bare(form.title)),
    )
    .filter(({ said, title }) => said.normalize('NFKC').includes(`《${title}》`))
    .map(({ title, said }) => ({ value: bare(title), said }))

const formOf = (title: string, after: string): ReadDeliverable =>
  paper({ id: 'form', title, reads: 'form', formats: formFormats(after) })

/** A scan alone can't be checked by a machine: the Word form may come too, and a person looks for the seal. */
const formFormats = (after: string): readonly DocumentKind[] | null => {
  const formats = formatsBehind(after)
  return formats?.includes('image') === true ? null : formats
}

/** «学术成果一览表»: what one applicant has. */
const OF_ONE = pattern`^(?!.*${listed('推荐 申报 汇总 报名 人选')}).*${listed('成果 论文 业绩 著作 专利 获奖 成绩')}`

/** Rows are compared with the forms, where there are any. */
function rowsOf(list: TitledPaper, hasForm: boolean, notice: Notice): ReadDeliverable {
  const title = bare(list.title)
  const areRows = hasForm && !OF_ONE.test(title)
  return paper({
    ...{ id: 'list', title, name: `*${listWord(title)}*` },
    required: !isOptional(clauseAround(list)) && !isOnlyAppended(list, notice),
    ...(areRows ? { reads: 'rows' } : { formats: ['xlsx', 'docx', 'doc'] }),
  })
}

/** What is said of a title: from the comma ahead of it to the one behind it. */
const clauseAround = ({ said, title }: TitledPaper): string => clauseWith(title, fold(said))

/** «《申请表》（活动名称、活动方案、…）»: what it asks for. */
const WITH_FIELDS = /《[^《》]{2,40}》\((?=(?:[^()]*、){2})(?:[^()]|\([^()]*\))*\)/g
/** «与教学设计相对应的课件» is no 教学设计. */
const LIKE_ANOTHER = /与[^,、;]{2,12}(?:对应|配套|一致)的/
/** Of pictures and evidence: what tells that they must come. */
const COUNTED = /[\d一二两三四五六七八九十]张/
const INSISTED = pattern`连同|(?<!\d)[1一][份套个](?!学时)|${INTO_ONE}|${COUNTED}|免冠|证件照|[一二两12]寸`
/** Commas within brackets part nothing. */
const APART = /(?:[^,、;()]|\([^()]*\))+/g
const clauseWith = (title: string, folded: string): string =>
  folded.match(APART)?.find(one => one.includes(title)) ?? ''
/** «为总结推广工作经验,学校决定…», «总结提炼经验»: why, and what is done. */
const PURPOSE = pattern`^为(?:.*,(?=[^,]*${listed('决定 拟 现 特 请 须 应 报送 提交')})|[^,]*,)`
const AS_VERB = pattern`(?<!${listed('活动 工作 成果')})总结(?=${listed('推广 提炼 凝练 交流')}|[^,、;《》()及和与]{0,12}${listed('经验 成绩 成效 做法')}(?!材料))`

/** What a paper is asked for with the mail tells more than that it goes to the class before. */
const mailedFirst = (notice: Notice) =>
  notice.sentences.toSorted(
    (a, b) => Number(isOfEarlierStage(a.said, notice)) - Number(isOfEarlierStage(b.said, notice)),
  )

function paperOf(kind: (typeof PAPER_KINDS)[number], notice: Notice): Said<ReadDeliverable>[] {
  for (const { folded, said } of mailedFirst(notice)) {
    const plain = [WITH_FIELDS, TITLED, LIKE_ANOTHER, PURPOSE, AS_VERB].reduce(
      (text, one) => text.replace(one, ''),
      folded,
    )
    const match = SENDS.test(folded) || isNumbered(folded) ? kind.named.exec(plain) : null
    if (match === null || isOther(folded) || /^附件?\d?:/.test(folded)) continue
    const [title] = match
    const whole =
      kind.id === 'evidence' && isNumbered(folded)
        ? wholeTitle(plain, match)
        : `${ownWords(kind, plain.slice(0, match.index))}${title}`
    const behind = plain.slice(match.index + title.length)
    const clause = clauseWith(title, plain)
    const own = clause.replace(OTHERS_BEHIND, '')
    if (ATTRIBUTE.test(behind)) continue
    if (NO_FILE.test(clause) || NO_FILE.test(plain.slice(match.index, match.index + 24))) continue
    return [
      {
        value: {
          ...plainPaper(kind, title, behind),
          title: whole,
          required:
            (kind.required || INSISTED.test(isNumbered(folded) ? plain : clause)) &&
            !isOptional(own) &&
            !(isNumbered(folded) && isOptional(lastClause(plain))),
          many: kind.many || MANY.test(plain.slice(0, match.index)) || MANY_BEHIND.test(behind),
        },
        said,
      },
    ]
  }
  return []
}

/** «3.课件及照片(2-3张),可选。»: said of the whole line, and nothing else. */
const lastClause = (plain: string): string => /,([^,]{2,6})$/.exec(plain)?.[1] ?? ''

/** «作品正文(PDF格式)及查重报告(如有)»: what is said of the second. */
const OTHERS_BEHIND = patternWith('u')`(?<=[\p{Script=Han})])${listed('及 和 与 以及')}(?=\p{Script=Han}{2,8}\().*$`

/** «代表性» of «3.代表性论文全文»: a work's title is its own words. */
function ownWords({ id }: (typeof PAPER_KINDS)[number], ahead: string): string {
  const [, words = ''] = (id === 'paper' && OWN_WORDS.exec(ahead)) || []
  return SAID_OF_SENDING.test(words) ? '' : words
}
const OWN_WORDS = /(?:^\(?\d{1,2}[.、)]|[、,;:])(\p{Script=Han}{2,8})$/u
const SAID_OF_SENDING = /[将请把须应连及和与送报交附供填写]|发(?!表)/

/** «3、家庭经济困难认定证明材料»: of what. */
function wholeTitle(plain: string, { index, 0: title }: RegExpExecArray): string {
  const [ahead = ''] =
    /(?:(?:\p{Script=Han}{2,12}、)+(?=\p{Script=Han}{1,12}等))?\p{Script=Han}{2,16}$/u.exec(plain.slice(0, index)) ?? []
  return `${ahead.replace(OF_ALL_KINDS, '').replace(BESIDE_FORM, '')}${title}`
}

/** «申报书及支撑材料». */
const BESIDE_FORM = pattern`^.*${FORMS_ASKED}[及和与]`
const OF_ALL_KINDS = pattern`^.*${listed('相关 有关 其他 各类 各种 所需 必要 提供 提交 附')}的?`

/** What may be left out of a title: «活动照片» are 照片. */
const OF_WHAT = pattern`^${listed('活动 工作 汇报用 汇报 现场 展示 个人 先进 路演 答辩 项目')}(?=..)`

const plainPaper = (
  { id, formats, required, many }: (typeof PAPER_KINDS)[number],
  title: string,
  after: string,
): ReadDeliverable => ({
  ...{ id, title, required, many, reads: null },
  formats: formatsBehind(after) ?? formats,
  // A work bears its own title; 事迹材料 is called 事迹 by most.
  name: id === 'paper' ? null : `*${title.replace(OF_WHAT, '').replace(/(?<=^事迹)材料$/, '')}*`,
})
