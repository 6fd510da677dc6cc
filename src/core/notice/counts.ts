import { readNumeral } from '../dates/chinese-numerals.ts'
import { CHOOSING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'

const NUMBER = /(\d{1,7}(?:\.\d{1,2})?|[一二两三四五六七八九十百]{1,4})/
/** Said before a number that is the most, and before one that is the least. */
export const AT_MOST = listed('不超过 至多 最多')
const MOST_WORDS = [
  ...AT_MOST,
  ...listed('不得超过 不能超过 不多于 不得多于 控制在 不高于 不满 未满'),
  /限(?:推荐|申报|[报推])?/,
]
const LEAST_WORDS = [...listed('不少于 不低于 至少 不得少于 不得低于 最少 以上'), /(?<![未不])满/]
const MOST = patternWith('u')`${MOST_WORDS}${[...CHOOSING, '报送', '推选']}?${NUMBER}(万?元|[\p{Script=Han}]{0,2})`
const LEAST = patternWith('u')`${LEAST_WORDS}${NUMBER}(万?元|[\p{Script=Han}]{0,2})`
const COUNTED = /(万?元|周?岁|[人名项个篇页字]{1,2})(?:\([^()]*\))?/
const WITHIN = patternWith('u')`${NUMBER}${COUNTED}(?:以内|以下|之内)`
const FROM = patternWith('u')`${NUMBER}(?:${COUNTED}|(${listed('分 小时 学时 课时')})(?:\([^()]*\))?及?)以上`
/** «5—12人», «1至2篇», «18至45周岁»: its ends. */
const TO = /[人名项个篇]?[-—–~至到]{1,2}/
const OF_RANGE = /([人名项个篇支]|周?岁)/
const RANGE_LEAST = patternWith('u')`(?<![\d.])(\d{1,3})${TO}\d{1,3}${OF_RANGE}`
const RANGE_MOST = patternWith('u')`(?<![\d.])\d{1,3}${TO}(\d{1,3})${OF_RANGE}`
/** Behind a paper: «(不超过5篇)», «(1—3项,PDF)», «3份以内»; «2份» alone are copies. */
const PIECES = /(?:[2-9]|\d{2}|[二两三四五六七八九十])[篇项件部份张幅]/
export const MANY_BEHIND = pattern`^(?:\([^()]{0,12})?(?:(?:${[...AT_MOST, '限', /\d[-—–~至到]{1,2}/]})${PIECES}|${PIECES}(?:以内|以下|之内)|[2-9]篇)`
/** How many a unit may send in. */
export const QUOTA = pattern`限[报推申投]|名额|${[...CHOOSING, '表彰']}比例|人数的[\d一二三四五]`

/** A bound with its unit: «不超过1万元» is 10000 元. */
export type Bound = { readonly value: number; readonly unit: string }

/** `of`: what is counted; of several bounds in a clause the first of that unit. */
export function mostIn(folded: string, of: RegExp | null = null): Bound | null {
  const match = boundMatch(folded, [MOST, WITHIN, RANGE_MOST], of)
  const bound = boundOf(match)
  // «未满35周岁»: 34 at most.
  return bound !== null && /^[不未]满/.test(match?.[0] ?? '') ? { ...bound, value: bound.value - 1 } : bound
}

export const leastIn = (folded: string, of: RegExp | null = null): Bound | null =>
  boundOf(boundMatch(folded, [LEAST, FROM, RANGE_LEAST], of))

function boundMatch(folded: string, patterns: readonly RegExp[], of: RegExp | null): RegExpExecArray | null {
  for (const pattern of patterns)
    for (const match of folded.matchAll(new RegExp(pattern, 'gu')))
      if (of === null || of.test(match[2] ?? '')) return match
  return null
}

function boundOf(match: RegExpExecArray | null): Bound | null {
  if (match === null) return null
  const [, number = '', unit = ''] = match
  const value = /^\d/.test(number) ? Number(number) : readNumeral(number.replace('两', '二'))
  if (value === null) return null
  return { value: unit.startsWith('万') ? value * 10_000 : value, unit: unit.replace(/^万/, '') }
}

const SHARE = /前(\d{1,2}(?:\.\d)?)%|前百分之([一二三四五六七八九十]{1,3}|\d{1,2})/

/** «成绩排名在前10%» → 0.1; null where no share is said. */
export function shareIn(folded: string): number | null {
  const [, percent, numeral] = SHARE.exec(folded) ?? []
  const value = percent !== undefined ? Number(percent) : numeral === undefined ? null : readNumeral(numeral)
  return value === null ? null : value / 100
}
