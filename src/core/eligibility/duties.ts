import type { CheckFunction } from './check.ts'
import { pass, review } from './finding.ts'
import { sentencesOf } from './sentences.ts'

/** Characters under a heading that make a few sentences; a one-page form has room for some forty each. */
const SUBSTANCE = 40

type Passage = { readonly duty: string; readonly text: string; readonly substance: number }

/** Words: one list for each of the 七个有力, named after it, with the ways to write it. */
export const checkDuties: CheckFunction = ({ form, description }) => {
  if (form.basis === null) return review([], '未找到“工作基础”部分，请人工核对。')
  const duties = Object.keys(description.words)
  const passages = passagesOf(form.basis, description.words)
  const thin = duties.filter(duty => (passages.get(duty)?.substance ?? 0) < SUBSTANCE)
  const evidence = duties.map(duty => quoteOf(passages.get(duty)?.text ?? null))
  if (thin.length === duties.length) return review([], '未能识别“七个有力”各部分，请人工核对。')
  if (thin.length === 0) return pass(evidence, '“七个有力”逐项均有具体内容。')
  return review(evidence, `未见以下方面的具体内容：${thin.join('、')}，请人工核对。`)
}

/** The fullest passage of each duty, from its heading to the next duty's: an overview may name all of them before. */
function passagesOf(text: string, variants: Readonly<Record<string, readonly string[]>>): Map<string, Passage> {
  const headings = Object.entries(variants)
    .flatMap(([duty, words]) => words.flatMap(word => placesOf(text, word).map(start => ({ duty, word, start }))))
    .sort((a, b) => a.start - b.start)
  const passages = new Map<string, Passage>()
  for (const [index, { duty, word, start }] of headings.entries()) {
    const passage = text.slice(start, headings[index + 1]?.start ?? text.length).trim()
    const substance = passage.length - word.length
    if (substance > (passages.get(duty)?.substance ?? 0)) passages.set(duty, { duty, text: passage, substance })
  }
  return passages
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at)
  return places
}

/** The first sentence that is more than the heading. */
function quoteOf(passage: string | null): string | null {
  const sentences = sentencesOf(passage)
  return sentences.find(sentence => sentence.length >= SUBSTANCE / 2) ?? sentences[0] ?? null
}
