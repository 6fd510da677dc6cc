import type { Deed } from '../judge/person-decision.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import type { CaseVerb } from './command.ts'
import { PART } from './half-width.ts'

/** May also only say that something was seen or is settled. */
const LIGHT = listed('可以 可 行 ok OK √ 没问题 没有问题')

/** How each is said behind a case's number; the first is how we write it. Only words that can mean one thing. */
const CASE_VERBS: Readonly<Record<CaseVerb, readonly string[]>> = {
  accept: [...listed('受理 准予受理 接受 同意 通过 审核通过'), ...LIGHT],
  return: ['退回', '退回修改', '退修'],
  reject: ['不予受理', '不受理', '不同意受理'],
  withdraw: ['同意撤回', '确认撤回', '准予撤回', '同意撤回申请'],
  decline: ['同意不申报', '确认不申报'],
  stay: ['不撤回', '不同意撤回', '不予撤回'],
  file: ['收入材料', '列入材料', '收入评审材料', '列入评审材料'],
  undo: ['撤销上一决定', '撤销上次决定', '撤销上一次决定', '撤销上个决定', '撤消上一决定', '取消上一决定'],
  close: ['办结', '结案'],
  answered: ['已答复', '已回复', '已电话答复'],
}

/** Whether a verb as it was written is one of them. */
export const isLight = (said: string): boolean => LIGHT.some(word => said.endsWith(word))

/** What is done to somebody's application: who that is must be known. */
export const OF_SOMEBODY: readonly CaseVerb[] = ['accept', 'withdraw', 'decline', 'file']

/** What each does, as the command line has it. */
export const DEEDS: Readonly<Record<CaseVerb, Deed>> = {
  accept: 'accept',
  return: 'return',
  reject: 'reject',
  withdraw: 'withdraw',
  decline: 'withdraw',
  stay: 'keep',
  file: 'keep',
  undo: 'undo',
  close: 'close',
  answered: 'close',
}

/** Words that can mean more than one thing, and what they may mean. */
const DOUBTFUL: Readonly<Record<string, readonly CaseVerb[]>> = {
  驳回: ['return', 'reject'],
  拒绝: ['return', 'reject'],
  不同意: ['reject', 'stay'],
  撤回: ['withdraw', 'undo'],
  撤销: ['withdraw', 'undo'],
  撤消: ['withdraw', 'undo'],
  取消: ['withdraw', 'undo'],
  不通过: ['return', 'reject'],
  作废: ['withdraw', 'undo'],
  不申报: ['decline'],
}

/** How a verb is written. */
export const verbName = (verb: CaseVerb): string => CASE_VERBS[verb][0] ?? verb

type Spoken = { readonly word: string; readonly verb: CaseVerb | null }

/** Longer words first: 退回修改 is no 退回 with the reason 修改. */
const SPOKEN: readonly Spoken[] = [
  ...Object.entries(CASE_VERBS).flatMap(([verb, words]) => words.map(word => ({ word, verb: verb as CaseVerb }))),
  ...Object.keys(DOUBTFUL).map(word => ({ word, verb: null })),
].sort((a, b) => b.word.length - a.word.length)

/** Words in front of a verb that leave it what it is: 同意退回 is no 同意. */
const SOFT = pattern`^${listed('同意 可以 请 予以 给予 都 均 也 全部 一律 一并 确认 改为 改成 还是')}`

/** The verb with which a text begins, the longest reading of it; `word`: all that was read. */
export function verbAt(text: string): Spoken | null {
  const found = SPOKEN.find(({ word }) => text.startsWith(word)) ?? null
  const [soft = ''] = SOFT.exec(text) ?? []
  const softened = soft === '' ? null : verbAt(text.slice(soft.length))
  if (softened === null) return found
  const word = soft + softened.word
  return word.length > (found?.word.length ?? 0) ? { word, verb: softened.verb } : found
}

/** The longest of our words that a sentence bears, wherever it stands. */
export const verbIn = (sentence: string): Spoken | null =>
  SPOKEN.find(({ word }) => word.length > 1 && sentence.includes(word)) ?? null

/** What a verb may mean. */
export const meanings = ({ word, verb }: Spoken): readonly CaseVerb[] =>
  verb === null ? (DOUBTFUL[word] ?? []) : [verb]

const APPLICANTS = listed('支部 学生 团队 单位 申报人')
const WHOSE = patternWith(
  'u',
)`^([\p{Script=Han}\p{N}()（）-]{0,30}?${APPLICANTS})\s*[,，:：]?\s*(?:的?(?:申报书?|材料))?\s*`
/** What somebody else may have agreed to: 支部同意撤回 reports. */
const REPORTED = pattern`^${listed('同意 不同意 可 行 确认 请')}`

/** A verb behind the name of whom it is about: 教工第一党支部受理; null: the text begins with no such name. */
export function verbBehindName(text: string): (Spoken & { readonly name: string }) | null {
  const [whose = '', name = ''] = WHOSE.exec(text) ?? []
  const found = name === '' || REPORTED.test(text.slice(whose.length)) ? null : verbAt(text.slice(whose.length))
  return found === null ? null : { ...found, word: whose + found.word, name }
}

const AT_END = patternWith(
  'su',
)`^(.{2,80}?)[\s,，;；。)）]+(?:${listed('请 予以 给予 可以 可 同意')})?(${listed('受理 退回修改 退回 不予受理')})[\s。!！了]*$`
const NOT_NOW = pattern`${listed('不 别 勿 未 暂 待 等 如果 若 要是 是否 先 昨')}|\d\s*号`

/** A verb that ends a text, behind what speaks for it: «缺少盖章，请退回»; null: it may be another's words, or not meant now. */
export function verbAtEnd(text: string): { readonly verb: CaseVerb; readonly why: string } | null {
  const [, why = '', said = ''] = AT_END.exec(text) ?? []
  const verb = SPOKEN.find(({ word }) => word === said)?.verb ?? null
  return verb === null || NOT_NOW.test(why) ? null : { verb, why: why.replace(/^[(（]/u, '') }
}

const NAMED = patternWith('u')`(?:[\p{Script=Han}\d]{2,30})?${APPLICANTS}(?:$|${PART}|[=＝(（])`
const GOES_ON = patternWith('u')`^(?:$|${PART}|[!！(（=＝“"]|${listed('了 吧 即可 该 此 本 无')}|${NAMED})`
const NO_REASON = pattern`^${listed('吗 呢 么 的 后 前 了 过 时 与否 不 件 通知 意见')}`

/** Whether what stands right behind a verb leaves it a verb: 受理 in 受理不了, 受理人 and 退回的 is none. */
export const isBehind = (rest: string, verb: CaseVerb | null): boolean =>
  verb !== null && isTold(verb) ? !NO_REASON.test(rest) : GOES_ON.test(rest)

/** A condition, a wish, or something of another case. */
const UNLESS = patternWith('u')`(?:^|[\s,，;；。])(?:${listed(
  '但 不过 前提 如果 若 待 等 暂 先 请 须 需 还 要求 尚 缺 补 其他 其它 其余',
)}|\d{1,9}(?![\d年月日时点份个人项页./:：-]))`

/** Whether the words behind a verb that nobody is told of want something of somebody, or say another verb: «同意。退回», «同意该支部撤回». */
export const wantsMore = (words: string, verb: CaseVerb): boolean =>
  UNLESS.test(words) || otherVerb(words, verb) !== null

/** Another verb that the words behind one say, as «退回 还是受理吧» does; null: they say none. */
export const otherVerb = (words: string, verb: CaseVerb): Spoken | null =>
  words
    .split(/[\s,，;；。()（）]+/u)
    .flatMap(piece => saysOther(piece, verb) ?? [])
    .at(0) ?? null

function saysOther(piece: string, verb: CaseVerb): Spoken | null {
  const said = piece.replace(/^[该此本这][件份]/u, '')
  const found = verbAt(said) ?? verbBehindName(said)
  if (found === null || (found.verb === 'accept' && !found.word.endsWith('受理'))) return null
  const behind = said.slice(found.word.length).replace(/^申请/u, '')
  return isBehind(behind, found.verb) && meanings(found).every(one => DEEDS[one] !== DEEDS[verb]) ? found : null
}

/** Needs a reason, which the sender is told. */
export const isTold = (verb: CaseVerb): boolean => verb === 'return' || verb === 'reject'
