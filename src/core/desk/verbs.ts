import type { Deed } from '../judge/person-decision.ts'
import type { CaseVerb } from './command.ts'

/** How each is said behind a case's number; the first is how we write it. Only words that can mean one thing. */
export const CASE_VERBS: Readonly<Record<CaseVerb, readonly string[]>> = {
  accept: ['受理', '予以受理', '准予受理', '同意受理', '接受', '同意'],
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
export const DOUBTFUL: Readonly<Record<string, readonly CaseVerb[]>> = {
  驳回: ['return', 'reject'],
  拒绝: ['return', 'reject'],
  不同意: ['reject', 'stay'],
  撤回: ['withdraw', 'undo'],
  撤销: ['withdraw', 'undo'],
  撤消: ['withdraw', 'undo'],
  取消: ['withdraw', 'undo'],
  通过: ['accept'],
  不通过: ['return', 'reject'],
  删除: ['close'],
  材料: ['file'],
}

/** How a verb is written. */
export const verbName = (verb: CaseVerb): string => CASE_VERBS[verb][0] ?? verb

type Spoken = { readonly word: string; readonly verb: CaseVerb | null }

/** Longer words first: 退回修改 is no 退回 with the reason 修改. */
const SPOKEN: readonly Spoken[] = [
  ...Object.entries(CASE_VERBS).flatMap(([verb, words]) => words.map(word => ({ word, verb: verb as CaseVerb }))),
  ...Object.keys(DOUBTFUL).map(word => ({ word, verb: null })),
].sort((a, b) => b.word.length - a.word.length)

/** The verb with which a text begins. */
export const verbAt = (text: string): Spoken | null => SPOKEN.find(({ word }) => text.startsWith(word)) ?? null

/** Needs a reason, which the sender is told. */
export const isTold = (verb: CaseVerb): boolean => verb === 'return' || verb === 'reject'
