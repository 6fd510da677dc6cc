import { CHOOSING, UNDERTAKING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { readDay, withDigits } from './day-words.ts'
import type { Said } from './notice.ts'

/** Who announces; `body`: the committee of the unit that signs, '' where the unit itself does. */
export type Issuer = {
  readonly unit: Said<string> | null
  readonly university: Said<string> | null
  readonly body: string
  /** Several that sign together: a person says which one it is. */
  readonly several: readonly string[]
}

const COMMITTEES = listed('党委 党总支 团委 工会 委员会')
const DEPARTMENTS = listed('学院 学部 研究院 系 处 图书馆 中心 团委 委员会')
const BODIES = [
  ...[...COMMITTEES, ...DEPARTMENTS],
  ...listed('大学 研究生院 研究所 实验室 实验中心 部 办公室 书院 医院 机关 组委会 党校 学生会 研究生会 科 协会 校区'),
]
const COMMITTEE = pattern`${[...COMMITTEES, ...listed('党工委 党支部 分团委 分党委 分党校')]}$`
const BODY = patternWith('u')`^[\p{Script=Han}()·]{0,40}${BODIES}$`
/** Over the date of a notice stands who signs, whatever it is called. */
const SIGNED = /^[\p{Script=Han}·]{2,24}[会组院馆所室团处部科系校心委办社]$/u
const DATED = /^(?:(?:19|20)\d\d年?)?\d{1,2}月\d{1,2}日/
/** «江海师范学院教务处»: of a college alone its own departments can't be told from it. */
const UNIVERSITY = /^([^()]{2,12}?(?:大学|学院|医院))(.+)$/
const OFFICES = listed('组织 宣传 统战 学工 工作 武装')
const OF_UNIVERSITY = pattern`${DEPARTMENTS}|${OFFICES}部`
const OF_UNIT = pattern`${[...DEPARTMENTS, ...COMMITTEES, ...listed('大学 部 室 机关 医院 校')]}$`
const COMMITTEE_ALONE = pattern`^${COMMITTEES}$`

type Lines = {
  readonly heading: string
  readonly said: string
  /** With the spaces that part two names in one line. */
  readonly lines: readonly string[]
  readonly folded: readonly string[]
}

export function issuerOf(around: Lines): Issuer {
  const signers = signersOf(around)
  const before = /^(.{3,40}?)关于/.exec(around.heading)?.[1]
  const header = around.folded
    .slice(0, 2)
    .find(line => /(?:大学|学院).+/.test(line) && BODY.test(line) && line.length <= 24)
  const names =
    signers.length > 0
      ? signers
      : before !== undefined && BODY.test(before)
        ? [before]
        : header === undefined
          ? []
          : [header]
  const [first] = names
  const university = titled(around) ?? letterhead(around)
  if (first === undefined) return { unit: null, university, body: '', several: [] }
  const said = around.lines[around.folded.findLastIndex(line => line.includes(first))] ?? around.said
  if (names.length > 1) return { unit: null, university, body: '', several: names }
  const parts = partsOf(normal(first), said)
  return { ...parts, university: parts.university ?? university, several: [] }
}

/** «2026年度滨海大学研究生项目»: whose it is, by its title; 大学生 and 全国大学 are none. */
function titled({ heading, said }: Lines): Said<string> | null {
  const [, ahead = ''] = /^(.+?大学)(?!生|.*大学(?!生))/.exec(heading) ?? []
  const value = ahead.replace(BEFORE_NAME, '')
  return /^\p{Script=Han}{2,8}大学$/u.test(value) && !NO_NAME.test(value) ? { value, said } : null
}
/** «滨海理工大学文件», «中共滨海理工大学委员会组织部» over the title. */
function letterhead({ folded, heading }: Lines): Said<string> | null {
  const above = folded.slice(0, Math.min(3, Math.max(0, folded.indexOf(heading))))
  for (const said of above) {
    const [, value = ''] = /^(?:中共)?(\p{Script=Han}{2,8}大学)(?!生)\p{Script=Han}{0,16}$/u.exec(said) ?? []
    if (value !== '' && !NO_NAME.test(value)) return { value, said }
  }
  return null
}
const BEFORE_NAME = pattern`^.*(?:关于|年度?|届|${[...UNDERTAKING, ...CHOOSING, ...listed('参加 报名 报送 受理 启动 推选 申请 选拔 表彰 提名 延长')]})`
const NO_NAME = pattern`${listed('转发 全国 全省 全市 各 高校 国际 世界 党 老年 我 本校 属 一流 重点 公布')}`

/** Who stands over the date at the end: one, or several in a line or in lines of their own. */
function signersOf({ folded, lines }: Lines): string[] {
  const from = Math.max(0, folded.length - 8)
  const last = folded.slice(from)
  const dated = last.findLastIndex(line => line.length < 20 && (readDay(line) !== null || DATED.test(withDigits(line))))
  const glued = last.map(line => /^(.{4,40}?)(?:20\d\d|二[〇零○])/.exec(line)?.[1]).find(one => BODY.test(one ?? ''))
  const over = dated > 0 ? [dated - 2, dated - 1].filter(at => at >= 0 && !/^\(/.test(last[at] ?? '')) : []
  const signed = over.flatMap(at => partsIn(lines[from + at] ?? '', last[at] ?? ''))
  const own = signed.map(withoutBracket).filter(name => BODY.test(name) || SIGNED.test(name))
  if (own.length === 0) return glued === undefined ? [] : [glued]
  const [upper = '', ...rest] = own
  // «江海理工大学» over «机械工程学院» is one name in two lines.
  if (rest.length === 1 && /大学$/.test(upper)) return [`${upper}${rest[0]}`]
  return [...new Set(own)]
}

/** «人事处（党委教师工作部）» signs as 人事处. */
const withoutBracket = (name: string): string => name.replace(/(?<=.{3})\([^()]{1,20}\)$/, '')

/** Names that a space parts; letters that are spaced out are one name. */
function partsIn(spaced: string, whole: string): string[] {
  const parts = spaced.split(/\s+|、/).filter(part => part !== '')
  const isOne = /大学$/.test(parts[0] ?? '') && parts.length === 2
  return parts.length > 1 && !isOne && parts.every(part => part.length >= 3 && BODY.test(part)) ? parts : [whole]
}

/** «中共…委员会» is the 党委 of what stands between, «共青团…委员会» its 团委. */
const normal = (name: string): string =>
  name
    .replace(/^(?:中共|中国共产党)(.+?)委员会/, '$1党委')
    .replace(/^共青团(.+?)委员会/, '$1团委')
    .replace(/^(?:中共|共青团|中国共产党)/, '')

function partsOf(name: string, said: string): Omit<Issuer, 'several'> {
  const [, whole = '', behind = ''] = UNIVERSITY.exec(name) ?? []
  const isOfUniversity = /大学$/.test(whole)
    ? behind !== ''
    : OF_UNIVERSITY.test(behind) && !COMMITTEE_ALONE.test(behind)
  const rest = isOfUniversity ? behind : name
  const bare = rest.replace(COMMITTEE, '')
  // «校工会», «党委», «团委» stand for themselves, «医学伦理委员会» for a committee that is of no unit.
  const isOfNone = /委员会$/.test(rest) && !OF_UNIT.test(bare)
  const isWhole = bare.length <= 1 || isOfNone
  return {
    unit: { value: isWhole && !isOfNone ? rest.replace(/(?<=.{4})委员会$/, '') : isWhole ? rest : bare, said },
    university: isOfUniversity ? { value: whole, said } : null,
    body: isWhole ? '' : rest.slice(bare.length),
  }
}
