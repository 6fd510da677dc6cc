import { BRANCH_TYPES } from '../call/amending.ts'
import type { RosterRow } from '../call/amendment.ts'
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
const ADD = ['增加', '添加', '新增', '补充', '加']
const CORRECT = ['改', '改为', '更正', '修改', '更名']
const ALIAS = ['别名', '简称']
const ADDRESS = ['邮箱', '地址', '邮件地址']
/** Longer words first. */
const HOWS = [...ADD, ...CORRECT, ...ALIAS, ...ADDRESS].sort((a, b) => b.length - a.length)

const roster: Read = (rest, at) => {
  const { call, words } = at
  const { how, what } = howOf(rest)
  const [name, ...more] = rosterWords(what)
  if (name === undefined) return refused(spoken(ROSTER, words))
  if (ADD.includes(how)) return rosterAdd(name, more, at)
  if (CORRECT.includes(how)) return rosterCorrect(name, more, at)
  const [value] = more
  if (value === undefined || more.length > 1) return refused(spoken(ROSTER, words))
  if (ALIAS.includes(how)) return amend(call, { what: 'alias', branch: name, value }, '')
  if (ADDRESS.includes(how)) return amend(call, { what: 'address', branch: name, value: halfWidth(value) }, '')
  return refused(spoken(ROSTER, words))
}

/** «增加教工第九党支部» as «增加 教工第九党支部». */
function howOf(rest: string): { readonly how: string; readonly what: string } {
  const { word, rest: what } = firstWord(rest)
  const how = HOWS.find(one => word.startsWith(one)) ?? word
  return { how, what: how === word ? what : trimmed(rest.slice(rest.indexOf(how) + how.length)) }
}

/** An address bears dots, which part other words. */
const rosterWords = (text: string): readonly string[] =>
  trimmed(text)
    .split(/[\s,、，;；()（）]+/u)
    .filter(word => word !== '')

const isAddress = (word: string): boolean => /^[^\s@]+[@＠][^\s@]+$/u.test(word)

function rosterAdd(name: string, more: readonly string[], { call, words }: At): Reading {
  const row = rowOf(more)
  if (row === null)
    return refused(
      spoken(`名称后只写类型（${Object.keys(BRANCH_TYPES).join('、')}）和邮箱，如：名册 增加 {fresh},教师`, words),
    )
  return amend(call, { what: 'add', row: { name, type: null, aliases: [], emails: [], ...row } }, '')
}

function rosterCorrect(branch: string, more: readonly string[], { call, words }: At): Reading {
  const [name] = more.filter(word => !isAddress(word) && !Object.hasOwn(BRANCH_TYPES, word))
  const row = rowOf(more.filter(word => word !== name))
  if (row === null || more.length === 0 || row.emails !== undefined) return refused(spoken(ROSTER, words))
  return amend(call, { what: 'correct', branch, row: { ...row, ...(name === undefined ? {} : { name }) } }, '')
}

/** Types and addresses; null where there is something else. */
function rowOf(words: readonly string[]): Partial<RosterRow> | null {
  const types = words.filter(word => Object.hasOwn(BRANCH_TYPES, word))
  const emails = words.filter(isAddress).map(word => halfWidth(word).toLowerCase())
  if (types.length > 1 || types.length + emails.length < words.length) return null
  const [type] = types
  return {
    ...(type === undefined ? {} : { type: BRANCH_TYPES[type] ?? null }),
    ...(emails.length === 0 ? {} : { emails }),
  }
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
