import { readIntervals } from '../../dates/dates.ts'
import { AWARDED } from '../../words/check-words.ts'
import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
/** Where somebody is told to have got something; what stands before tells who. */
export const AWARD = pattern`${[...AWARDED, ...listed('入选 当选 荣膺 入围 获批 获 被评 表彰为')]}`
const CLAUSE = /[^,，、]+[,，、]?/g
/** Under somebody's guidance: not who got it. */
const GUIDANCE = patternWith('g')`在[^,，。]{1,30}${listed('带领 领导 指导 支持 推动 关心')}下`

/** «辽宁省优秀毕业生（申屠静）、三好研究生（邱泽）»: each with its person. */
const BEHIND_PERSON = /(?<=[(（]\p{Script=Han}{2,4}[)）])[、，,]\s*/u

/** «优秀教师（2022.9，辽宁省教育厅）、优秀共产党员（2023.6，校党委）»: each with its date. */
const BEHIND_BRACKET = /(?<=[)）])[、，,]\s*/u

function listParts(sentence: string): string[] {
  const parts = sentence.split(BEHIND_BRACKET)
  return parts.every(part => readIntervals(part).length === 1) ? parts : sentence.split(BEHIND_PERSON)
}

/** The parts of a sentence, each with at most one verb of award: «支部获……，书记获……» are two. */
export function awardParts(sentence: string): string[] {
  if (!AWARD.test(sentence)) return listParts(sentence)
  const parts: string[] = []
  for (const [clause] of sentence.replace(GUIDANCE, '').matchAll(CLAUSE)) {
    const last = parts.at(-1)
    const isOther = last !== undefined && AWARD.test(last) && AWARD.test(clause)
    if (last === undefined || isOther) parts.push(clause)
    else parts[parts.length - 1] = last + clause
  }
  return parts
}
