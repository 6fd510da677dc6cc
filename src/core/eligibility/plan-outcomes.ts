import { OUTCOME_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { pass, review } from './finding.ts'
import { mentioned, sentencesOf, wordsOf } from './sentences.ts'

/** Words: `units` that make a number a quantity, `slogans` whose numbers count nothing, `assessable`. */
const check: CheckFunction = ({ form, description }) => {
  if (form.outcomes === null) return review([], '系统未能识别“预期成效”部分，请人工核对。')
  const sentences = sentencesOf(form.outcomes)
  const slogans = wordsOf(description, 'slogans')
  const units = wordsOf(description, 'units')
  const quantified = sentences.filter(sentence => isQuantified(without(sentence, slogans), units))
  if (quantified.length > 0) return pass(quantified.slice(0, 5), '预期成效有量化指标。')
  const assessable = sentences.filter(sentence => mentioned(sentence, wordsOf(description, 'assessable')) !== null)
  if (assessable.length > 0) return pass(assessable.slice(0, 5), '预期成效可考核可评价。')
  return review([], '系统未能在“预期成效”中识别出量化指标或考核评价办法，请人工核对。')
}

/** 一 counts nothing before a noun («一批», «一个品牌»), and 第三次 is no quantity. */
const NUMBER =
  /(?<![第\d.二两三四五六七八九十百千])(?:\d{1,9}(?:\.\d{1,4})?|[二两三四五六七八九十百千]{1,5}|一(?=.{1,2}(?:[。，,；;、]|以上|$)))\s{0,2}[余多]?/g

function isQuantified(sentence: string, units: readonly string[]): boolean {
  const text = sentence.normalize('NFKC')
  return [...text.matchAll(NUMBER)].some(match => {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 10)
    return units.some(unit => rest.startsWith(unit))
  })
}

const without = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ' '), text)

const OUTCOMES = '七、预期成效'

export const planOutcomes: Condition = {
  words: { units: '量词', slogans: '不算数量的提法', assessable: '考核评价用语' },
  defaults: OUTCOME_WORDS,
  check,
  explanation: {
    looksAt: '“预期成效”中的数量（数字加量词）和考核评价用语。固定提法中的数字不算数量。',
    pass: '至少有一项可量化，或写明可考核、可评价。',
    fail: null,
    review: '系统未能识别“预期成效”部分，或未能从中识别出数量和考核评价用语。',
    examples: [
      { verdict: 'pass', lines: [OUTCOMES, '形成可推广的工作案例2项，发表研究论文3篇。'] },
      { verdict: 'pass', lines: [OUTCOMES, '党员作用发挥情况由学院党委年终考核。'] },
      { verdict: 'review', lines: [OUTCOMES, '做到“七个有力”，形成一批有影响的成果。'] },
    ],
  },
}
