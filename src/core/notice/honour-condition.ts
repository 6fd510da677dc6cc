import { readNumeral } from '../dates/chinese-numerals.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { FormTypes } from './condition-bounds.ts'
import { type ReadCondition, titleOf } from './condition-text.ts'
import { leastIn } from './counts.ts'
import { fold } from './notice.ts'
import { HONOURS } from './vocabulary.ts'

/** So many years back. */
export type Window = { readonly years: number } | null

export function windowIn(folded: string): Window {
  const [, years = ''] = /近([\d一二两三四五六七八九十]{1,2})年/.exec(folded) ?? []
  const value = readNumeral(years.replace('两', '二'))
  return value === null ? null : { years: value }
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/国家级/, 'national'],
  [/省部?级/, 'provincial'],
  [/市级/, 'municipal'],
  [/校级/, 'university'],
  [/院级/, 'school'],
]

export const levelIn = (folded: string): string | null => LEVELS.find(([words]) => words.test(folded))?.[1] ?? null

/** «已获得省级奖励的不再参评», «未获得过…»: who has it is out; «单位推荐的不受此限»: it is not asked of all. */
const SHUTS_OUT = pattern`${listed('优先 不再 不得 不予 不可 不能 不参 不受 不限 除外 放宽 原则上 未曾 未获 没有获 尚未')}`
const HONOUR = pattern`${HONOURS}`
/** «发表论文5篇以上，或获得省级奖励»: who has no honour may have the other. */
const OR_ELSE = pattern`[,;]或|或者|或[^,;]*(?:级|${listed('获 指导 主持')})|${listed('论文 专利 课题')}`

/** An honour of a level that the form's list of honours must hold; null where the sentence means something else. */
export function honourCheck(said: string, form: FormTypes, window: Window): ReadCondition | null {
  const folded = fold(said)
  const hasHonours = [...form.values()].includes('honours')
  const level = levelIn(folded)
  if (!hasHonours || level === null || !/获/.test(folded) || !HONOUR.test(folded)) return null
  if (SHUTS_OUT.test(folded) || OR_ELSE.test(folded) || (leastIn(folded)?.value ?? 1) > 1) return null
  return { id: 'honour', type: 'honour', title: titleOf(said), level, ...(window === null ? {} : { window }) }
}
