import type { FieldType, SectionType } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { knownLabel } from './known-labels.ts'
import { fold, type Notice } from './notice.ts'

export type DraftedField = {
  readonly id: string
  readonly label: string
  readonly type: FieldType | SectionType
  readonly required: boolean
}

/** A form's description in the making; `said` is null where the blank form itself tells it. */
export type FormDraft = {
  readonly title: string
  readonly fields: readonly DraftedField[]
  readonly sections: readonly DraftedField[]
  readonly said: string | null
  /** It hangs on the notice, in the same file. */
  readonly isAppended?: boolean
  /** Labels that it prints a second time, for another person or thing: only the first is read. */
  readonly twice?: readonly string[]
}

/** A form without a blank: the labels that the notice lists behind its title, «《申请表》（党支部名称、活动主题、…）». */
export function formOfNotice({ sentences }: Notice, title: string): FormDraft | null {
  for (const { said, folded } of sentences) {
    const named = `《${titleIn(folded, title)}》`
    const at = folded.indexOf(named)
    if (at < 0) continue
    const labels = bracketed(folded.slice(at + named.length))
      .replace(/^[^:]{1,10}:/, '')
      .split(/[、,]/)
      .map(label => label.trim())
      .filter(label => label !== '' && label.length <= 20)
    // A list of persons, a row for each, is no form.
    if (labels[0] === '序号') return null
    if (labels.length >= 3) return { title, ...described(labels, () => true), said }
  }
  return null
}

/** What stands in the bracket that opens the text, brackets within it and all; '' where none does. */
function bracketed(text: string): string {
  if (!text.startsWith('(')) return ''
  let depth = 0
  for (const [at, letter] of [...text].entries()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (depth === 0) return [...text].slice(1, at).join('')
  }
  return ''
}

/** The title as it stands between 《 and 》, where what is quoted in it may be. */
function titleIn(folded: string, title: string): string {
  const found = [...folded.matchAll(/《([^《》]{2,40})》/g)].find(([, one = '']) => one.replace(/["“”]/g, '') === title)
  return found?.[1] ?? title
}

/** Labels with ids and guessed types: fields and sections, each id once. */
function described(
  labels: readonly string[],
  isRequired: (label: string) => boolean,
): Pick<FormDraft, 'fields' | 'sections'> {
  const ids = createIds()
  const all = labels.map(written => {
    const label = written.trim()
    const known = knownLabel(fold(label))
    const field = {
      id: ids(known?.id ?? null),
      label,
      type: known?.type ?? guessType(fold(label)),
      required: isRequired(label),
    }
    return { field, isSection: known?.isSection ?? false }
  })
  return {
    fields: all.filter(({ isSection }) => !isSection).map(({ field }) => field),
    sections: all.filter(({ isSection }) => isSection).map(({ field }) => field),
  }
}

/** Each id once; a label that isn't known has a number. */
export function createIds(): (wished: string | null) => string {
  const used = new Set<string>()
  let unnamed = 0
  return wished => {
    if (wished === null) unnamed += 1
    const stem = wished ?? `item${unnamed}`
    let id = stem
    for (let number = 2; used.has(id); number++) id = `${stem}${number}`
    used.add(id)
    return id
  }
}

const PERSONS = listed(
  '姓名 负责人 书记 联系人 申请人 申报人 主持人 作者 教师 导师 填报人 填表人 推荐人 完成人 主席 班长 团长 队长 班主任 辅导员 团支书 安全员 联络员',
)
const NUMBERS = listed('学号 工号 证号 编号 号码 账号 卡号')
const SUMS = listed('经费 金额 预算 资金')
const DAYS = listed('时间 日期 年月 生日')
const COUNTS = listed('年龄 年限 学时 学分 名额 男生 女生 教龄 党龄 绩点 面积 得分 四级成绩 六级成绩 综合成绩 总成绩')
const KINDS = listed('类型 类别 性别 组别 级别 等级')
const COUNTED = listed('篇 件 项 个 人 家 天 分钟 次 人次 小时 学时 年 岁 周岁 分 门 场 期 册 部 % ㎡ m2 平方米 平米')
const IN_BRACKETS = /(?:\(.*\))?$/
/** By how a label ends. */
const TYPES: readonly (readonly [RegExp, FieldType])[] = [
  [/\(万?元\)$/, 'money'],
  [pattern`\(${COUNTED}\)$`, 'number'],
  [pattern`${PERSONS}$`, 'person'],
  [pattern`${NUMBERS}$`, 'digits'],
  [/电话|手机|联系方式/, 'phone'],
  [/[邮信]箱|e-?mail/i, 'email'],
  [pattern`${SUMS}${IN_BRACKETS}`, 'money'],
  [pattern`${DAYS}${IN_BRACKETS}`, 'date'],
  [patternWith('u')`${[...COUNTS, /数量|[\p{Script=Han}][数率]/u]}${IN_BRACKETS}`, 'number'],
  [pattern`${[...KINDS, /是否.{1,20}/]}${IN_BRACKETS}`, 'choice'],
]

export const guessType = (label: string): FieldType => {
  const own = label.replace(/(?<=\p{Script=Han}) ?[A-Za-z][A-Za-z .'’/-]*$/u, '')
  const type = TYPES.find(([words]) => words.test(own))?.[1] ?? 'text'
  // «主讲课程及学时（课程名称、学时、人数）» is several things.
  return type === 'number' && /[和、]|(?<!参)与|及(?![格时])/.test(own) ? 'text' : type
}
