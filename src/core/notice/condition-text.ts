import type { CheckType } from '../call/check-description.ts'
import { fold } from './notice.ts'

/** A condition as a line of the call's file. */
export type ReadCondition = {
  readonly id: string
  readonly type?: CheckType
  readonly title: string
  readonly [parameter: string]: unknown
}

/** A part of a sentence: as written, and as it is read. */
export type Clause = { readonly said: string; readonly folded: string }

/** «✦ 申请条件», «◆ 在校生»: as web pages mark a line. */
export const DECORATION = /^[^\p{L}\p{N}\p{P}\s]{1,3}\s*/u
const LONGEST = 60
const NUMBER = /^(?:[(（]?[\d一二三四五六七八九十]{1,3}[.．、)）]+|第[一二三四五六七八九十]{1,3}条)+/

/** Parted at commas that stand in no brackets, or at another mark. */
export const clausesIn = (said: string, at: RegExp | string = /[，,](?![^（(]{0,200}[)）])/): Clause[] =>
  said
    .split(at)
    .map(clause => ({ said: clause.trim(), folded: fold(clause) }))
    .filter(({ folded }) => folded !== '')

/** As letters name a condition: the notice's words without its number, in Chinese punctuation. */
export function titleOf(said: string): string {
  const bare = said
    .replace(/[\s\u00a0]+(?=\p{Script=Han})|(?<=\p{Script=Han})[\s\u00a0]+/gu, '')
    .trim()
    .replace(DECORATION, '')
    .replace(NUMBER, '')
    .replace(/^【[^【】]{2,10}】[:：]?(?=.)/, '')
    .trim()
    .replace(/^(?:并?且|并|同时)(?=..)/, '')
    .replace(/(?<=\p{Script=Han}),|,(?=\p{Script=Han})/gu, '，')
    .replace(/[。；;，,]$/, '')
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST - 1)}…`
}
