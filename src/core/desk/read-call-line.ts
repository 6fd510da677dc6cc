import { BRANCH_TYPES } from '../call/amending.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { CallChange, CallCommand, Command, Reading } from './command.ts'
import { type At, spoken } from './desk-words.ts'
import { firstWord, halfWidth, PART, trimmed, wordsOf } from './half-width.ts'
import { refused } from './read-case-line.ts'

type Read = (rest: string, at: At) => Reading

/** A line about a whole call. null: it begins with none of the words. */
export function readCallLine(line: string, at: At): Reading | null {
  const found = LINES.find(
    ({ word, attached }) => line.startsWith(word) && (attached === true || isEnd(line.slice(word.length))),
  )
  return found === undefined ? null : found.read(trimmed(line.slice(found.word.length)), at)
}

const END = pattern`^(?:${PART}|[\d=＝（(]|${listed('一下 吧 发 给 给我 增加 添加 新增 补充 更正 别名 邮箱 全部 所有 推荐 备选 不推荐 至 到')}|$)`
const isEnd = (rest: string): boolean => END.test(rest)

export const command = (said: Command): Reading => ({ kind: 'command', command: said })
export const amend = (call: string | null, change: CallChange, reason: string): Reading =>
  command({ what: 'amend', call, change, reason: reason === '' ? BY_MAIL : reason })

/** The reason on record where none was written. */
export const BY_MAIL = '邮件登记'

const simple =
  (what: 'remind' | 'summary' | 'papers'): Read =>
  (_, { call }) =>
    command({ what, call })

const onOne =
  (what: 'exclude' | 'restore', example: string): Read =>
  (rest, { call, words }) => {
    const { word: branch, rest: reason } = firstWord(rest)
    if (branch === '') return refused(spoken(`请写明{applicant}，如：${example}`, words))
    if (what === 'exclude' && reason === '')
      return refused(spoken(`排除须写明理由（只存档，不告知对方），如：${example}`, words))
    return amend(call, { what, branch }, reason)
  }

const VERDICTS: Readonly<Record<string, 'pass' | 'fail'>> = {
  通过: 'pass',
  合格: 'pass',
  符合: 'pass',
  属实: 'pass',
  不通过: 'fail',
  不合格: 'fail',
  不符合: 'fail',
  不属实: 'fail',
}
const EVERYBODY = ['全部', '所有', '全体']
const SETTLE = '核实须写明{applicant}、条件和“通过”或“不通过”，如：核实 {one} 近1年 通过 5月21日会议研究'

const settle: Read = (rest, { call, words }) => {
  const all = wordsOf(rest)
  const at = all.findIndex(word => Object.hasOwn(VERDICTS, word))
  const verdict = VERDICTS[all[at] ?? '']
  if (at < 2 || verdict === undefined) return refused(spoken(SETTLE, words))
  const [who = '', ...check] = all.slice(0, at)
  const behind = rest.slice(rest.indexOf(all[at] ?? '') + (all[at]?.length ?? 0))
  const applicant = EVERYBODY.includes(who) ? null : who
  const reason = trimmed(behind)
  return command({
    what: 'check',
    call,
    applicant,
    check: check.join(''),
    verdict,
    reason: reason || BY_MAIL,
  } as CallCommand)
}

const file: Read = (rest, { call, words }) => {
  const applicant = trimmed(rest)
  return applicant === ''
    ? refused(spoken('请写明{applicant}，如：材料 {one}', words))
    : command({ what: 'file', call, applicant })
}

const result: Read = (rest, { call }) => {
  const [group, ...more] = wordsOf(rest)
  if (group === undefined) return refused('请写明哪一组，并附上填好“结果”一栏的汇总表，如：结果 推荐')
  return more.length > 0 ? refused('结果一行写一组，只写组名，如：结果 推荐') : command({ what: 'result', call, group })
}

const ROSTER =
  '写法：名册 增加 {fresh},教师；名册 改 {other} {fresh}；名册 别名 {other} 简称；名册 邮箱 {other} li@dlut.edu.cn'
const ONLY = '名称后只写类型（{types}）和邮箱，如：名册 增加 {fresh},教师'
const TYPES = Object.keys(BRANCH_TYPES)

type How = 'add' | 'correct' | 'alias' | 'address'
/** Longer words first. */
const HOWS: readonly (readonly [word: string, how: How])[] = [
  ...listed('增加 添加 新增 补充 加').map(word => [word, 'add'] as const),
  ...listed('改为 更正 修改 更名 改').map(word => [word, 'correct'] as const),
  ...listed('别名 简称').map(word => [word, 'alias'] as const),
  ...listed('邮件地址 邮箱 地址').map(word => [word, 'address'] as const),
]

/** «增加教工第九党支部» as «增加 教工第九党支部»; an address bears dots, which part other words. */
const roster: Read = (rest, { call, words }) => {
  const [word = '', how] = HOWS.find(([one]) => rest.startsWith(one)) ?? []
  const said = rest.slice(word.length).split(/[\s,、，;；:：()（）]+/u)
  const [branch, ...more] = said.map(trimmed).filter(one => one !== '')
  const change = branch === undefined || how === undefined ? null : changeOf(how, branch, more)
  if (change !== null) return amend(call, change, '')
  return refused(
    spoken(how === 'add' && branch !== undefined ? ONLY.replace('{types}', TYPES.join('、')) : ROSTER, words),
  )
}

const isAddress = (word: string): boolean => /^[^\s@]+[@＠][^\s@]+$/u.test(word)

/** null: something stands there that the change does not have. */
function changeOf(how: How, branch: string, more: readonly string[]): CallChange | null {
  const types = more.filter(word => TYPES.includes(word))
  const emails = more.filter(isAddress).map(word => halfWidth(word).toLowerCase())
  const [name, ...others] = more.filter(word => !TYPES.includes(word) && !isAddress(word))
  const type = types.length === 0 ? {} : { type: BRANCH_TYPES[types[0] ?? ''] ?? null }
  const [value] = more
  if (types.length > 1 || others.length > 0) return null
  if (how === 'add')
    return name === undefined ? { what: how, row: { name: branch, type: null, aliases: [], emails, ...type } } : null
  if (value === undefined) return null
  if (how === 'correct')
    return emails.length > 0 ? null : { what: how, branch, row: { ...type, ...(name === undefined ? {} : { name }) } }
  return more.length > 1 ? null : { what: how, branch, value: halfWidth(value) }
}

/** Longer words first; `attached`: a name may stand right behind. */
const LINES: readonly { readonly word: string; readonly read: Read; readonly attached?: true }[] = [
  { word: '名册', read: roster },
  { word: '排除', read: onOne('exclude', '排除 {other} 5月21日会议研究'), attached: true },
  { word: '恢复', read: onOne('restore', '恢复 {other}'), attached: true },
  { word: '核实', read: settle, attached: true },
  { word: '催报', read: simple('remind') },
  { word: '汇总表', read: simple('summary') },
  { word: '汇总', read: simple('summary') },
  { word: '评审材料', read: simple('papers') },
  { word: '材料', read: file },
  { word: '结果', read: result },
]
