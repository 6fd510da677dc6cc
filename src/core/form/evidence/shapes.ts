import { readIntervals } from '../../dates/dates.ts'
import { isNamed } from '../../honours/surnames.ts'
import { listed } from '../../words/listed.ts'
import { onceForText } from '../../words/once-for.ts'
import { pattern } from '../../words/pattern.ts'
import { BRANCH_TYPES, POSTS, TITLES } from '../../words/value-words.ts'
import type { FieldType } from '../description.ts'
import { TOTAL } from '../values/member-count.ts'
import { readPerson } from '../values/person.ts'
import { chosenWords, withBoxes } from '../values/ticks.ts'

/** How well a text looks like an answer of a kind: 1 as only such answers do, 0 tells nothing, -1 as none does. */
export type Fit = -1 | 0 | 1

const PHONE =
  /^(?:\+?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|\(?0\d{2,3}\)?[-—\s]?\d{7,8}(?:[-转]\d{1,5})?|\d{7,8}|\d{5,6})$/
const ANY_PHONE = /(?<!\d)(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-—\s]{0,2}\d{7,8})(?!\d)/
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/
const AROUND_AT = /\s?@\s?/g
/** «yuw enche@ dlut.edu.cn», the only thing in its place: a font without widths parts what is one. */
const SPACED = /^(?!e?-?mail\b)[a-z._-]{1,40}(?:\s[\w.+-]{1,40}){0,4}\s?@\s?[a-z.\s-]{4,80}$/
/** An address that nothing parts, and words of their own: labels, and a name that the address says again. */
const COMPLETE = /[\w.+-]@[\w.-]+\.(?:cn|com|net|org|edu|gov)(?=\s|$)/
const BESIDE =
  /(?:^|\s)(?:e-?mail|mail|qq|tel|phone|mobile|fax|wechat|address)(?=\s|$)|(?:^|\s)([a-z]{2,})\s(?:.*\s)?\1/
function whole(text: string): string {
  const joined = text.replace(AROUND_AT, '@').replace(/\s(?=\.[a-z])/g, '')
  const isParted = SPACED.test(text.trim()) && !COMPLETE.test(text.replace(/\s(?=\.[a-z])/g, '')) && !BESIDE.test(text)
  return isParted ? text.replace(/\s/g, '') : joined
}

/** The address in a text, «zhang @dlut.edu.cn» too. */
export const emailIn = (text: string): string | null => EMAIL.exec(whole(text.normalize('NFKC')))?.[0] ?? null
const COUNT =
  /^(?:共|现有|约)?\s?(?:[\d]{1,4}|[〇零一二三四五六七八九十百]{1,5})\s?[名人位个]?(?:党员|左右)?(?:$|[(,，;；、。\s])/
const DATE_ALONE = /^[\d〇零一二三四五六七八九十.\-/年月日\s]+$/
const BRANCH = /(?:支部|支部委员会|党总支)(?:\([^()]*\))?$/
const BODIES = listed('党委 党总支 委员会 党组 大学 中心 研究所 实验室 机关 部 处 院 系 党工委')
const BODY = pattern`${BODIES}(?:\([^()]*\))?$`
const SENTENCE = /[。；;！!]|，.*，/

const endsInOne = (text: string, words: string): boolean => listed(words).some(word => text.endsWith(word))

/** Whether a text reads like prose or like a short answer. */
export const isProse = (text: string): boolean => text.length > 40 || SENTENCE.test(text)

const SHAPES: Readonly<Record<string, (text: string) => Fit>> = {
  phone: text => {
    if (PHONE.test(text)) return 1
    const found = ANY_PHONE.test(text)
    return found && text.length < 60 ? 1 : /\d{5}/.test(text) && text.length < 40 ? 0 : -1
  },
  email: text => (EMAIL.test(text) && text.length < 80 ? 1 : text.length < 6 ? 0 : -1),
  number: text =>
    COUNT.test(text) || TOTAL.test(text)
      ? DATE_ALONE.test(text) && text.length > 4
        ? -1
        : 1
      : /[\d一二三四五六七八九十]/.test(text) && text.length < 30
        ? 0
        : -1,
  person: text => {
    const plain = text.replace(/ |\([^()]*\)/g, '')
    if (isNamed(plain) || readPerson(text).beside !== null) return 1
    return /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?$/u.test(plain) && !isWord(plain) ? 0 : -1
  },
  branch: text => (isProse(text) ? -1 : BRANCH.test(text) && text.length > 3 ? 1 : text.includes('支部') ? 0 : -1),
  body: text => (isProse(text) || BRANCH.test(text) ? -1 : BODY.test(text) && text.length > 2 ? 1 : 0),
  title: text => {
    if (text.length > 20) return -1
    // «兼职辅导员» is what somebody does beside.
    if (endsInOne(text, TITLES) && !endsInOne(text, POSTS)) return 1
    return isNamed(text) || /\d{3}/.test(text) ? -1 : 0
  },
  post: text =>
    text.length > 40
      ? -1
      : endsInOne(text, POSTS) || text.endsWith('辅导员')
        ? 1
        : isNamed(text) || /\d{3}/.test(text)
          ? -1
          : 0,
  type: text =>
    /[□☑○●√✓]/.test(withBoxes(text)) || isTypeWord(text)
      ? 1
      : text.length > 24 || /\d{2}/.test(text) || isNamed(text)
        ? -1
        : 0,
  date: text => (readIntervals(text).length > 0 && text.length < 40 ? 1 : -1),
}

const TYPE_WORDS: readonly string[] = Object.values(BRANCH_TYPES).flatMap(listed)

const isTypeWord = (text: string): boolean => TYPE_WORDS.includes(text.replace(/党?支部$|\s/g, ''))

/** Short words that stand where names do and are none. */
const isWord = (text: string): boolean =>
  [TITLES, POSTS].some(words => endsInOne(text, words)) || /[男女族级类型党团员组织院系部委处室校学生师工]$/.test(text)

const BY_TYPE: Readonly<Partial<Record<FieldType, string>>> = {
  ...{ phone: 'phone', email: 'email', number: 'number', person: 'person', choice: 'type', date: 'date' },
}
const BY_KIND: Readonly<Record<string, string>> = {
  ...{
    phone: 'phone',
    email: 'email',
    branchName: 'branch',
    parentOrg: 'body',
    'secretary.title': 'title',
    'secretary.post': 'post',
  },
}

/** How well an answer suits a field, by its kind where that has a shape of its own, else by its type. */
export function fitOf(text: string, { kind, type }: { readonly kind: string | null; readonly type: FieldType }): Fit {
  const shape = SHAPES[BY_KIND[kind ?? ''] ?? BY_TYPE[type] ?? '']
  const plain = whole(text.normalize('NFKC').trim().replace(/\s+/g, ' '))
  return shape === undefined ? 0 : shape(shape === SHAPES.branch ? plain.replace(/ /g, '') : plain)
}

/** A name that its cell broke is one, several are listed; what else stands in lines under a name is another matter's. */
export function inOneLine(text: string): string {
  const lines = text.split(/\s*\n\s*/).filter(line => line !== '')
  const [first = ''] = lines
  if (lines.length < 2 || isNamed(text.replace(/\s/g, ''))) return lines.join('')
  if (!isNamed(first.replace(/\s/g, ''))) return text
  return lines.every(line => fitOf(line, { kind: null, type: 'person' }) >= 0) ? lines.join('、') : first
}

/** Whether an answer can be nothing else than the field's, whatever its label says: a number, an address, a branch's name, boxes of its words. */
export function isUnmistakable(text: string, kind: string | null): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (kind === 'phone' || kind === 'email' || kind === 'branchName') return fitOf(text, { kind, type: 'text' }) === 1
  if (kind === 'secretary.name') return isNamed(plain)
  if (kind === 'secretary.title') return listed(TITLES).includes(plain)
  if (kind === 'parentOrg') return plain.length < 30 && /(?:党委|党总支)$/.test(plain)
  return kind === 'branchType' && /[□☑√]/.test(text) && plain.split(/[□☑√、，,()]+/).filter(isTypeWord).length > 1
}

const ANSWERS = pattern`^${[...listed('男 女 较好 良好 优秀 合格 一般 较差 汉 中共党员 博士 硕士 本科 研究生'), /..?族/]}$`
/** «4人», «约1.5万元», «五年»: so much of something. */
const MEASURES = listed('人 名 位 个 项 篇 部 元 万元 万 年 岁 月 个月 天 周 日 学时 课时 学分 分 次 件 张 份 册 本 套')
const AMOUNT = pattern`^[共约计¥]?(?:\d{1,9}(?:\.\d{1,4})?(?:%|${MEASURES})?|[一二三四五六七八九十百两]{1,4}${MEASURES})$`
/** «依托实验室», «挂靠单位»: what asks for a body, and is none. */
const ASKS_BODY = pattern`^${listed('依托 挂靠 指导 所属 所在 隶属 合作 主管 推荐 承担 牵头 共建')}${listed('单位 学院 实验室 中心 研究所 党委 部 系 院 处')}$`
/** Whether a short text can only be an answer, whatever label stands beside it. */
export const isAnswerShaped = onceForText((text): boolean => {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (isProse(text) || /[□☑√]|\d{3}|@/.test(text) || chosenWords(text).length === 0) return true
  if (ASKS_BODY.test(plain)) return false
  if (AMOUNT.test(plain) || readIntervals(text).length > 0) return true
  if (plain.length > 4 && (BRANCH.test(plain) || BODY.test(plain))) return true
  return isNamed(plain) || listed(TITLES).includes(plain) || TYPE_WORDS.includes(plain) || ANSWERS.test(plain)
})
