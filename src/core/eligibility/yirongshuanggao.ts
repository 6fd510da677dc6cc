import type { CheckFunction } from './check.ts'
import { pass, review } from './finding.ts'
import { mentioned, sentencesOf, wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'

/** Words: `topics`, and `results` that the topic's sentence or the one behind it must show. A plan is no result yet: only the basis counts. */
export const checkYirongshuanggao: CheckFunction = ({ form, description }) => {
  if (form.basis === null) return review([], '未找到“工作基础”部分，请人工核对。')
  const topics = topicSentences(form.basis, wordsOf(description, 'topics'))
  if (topics.length === 0) return review([], '“工作基础”中未见推进“一融双高”的具体内容，请人工核对。')
  const sentences = sentencesOf(form.basis)
  const shown = topics.flatMap(topic => {
    const following = sentences[sentences.indexOf(topic) + 1]
    return [topic, following ?? ''].filter(sentence => mentioned(sentence, wordsOf(description, 'results')) !== null)
  })
  if (shown.length === 0) return review(topics, '提及“一融双高”，但未见阶段性成效，请人工核对。')
  return pass([...topics, ...shown], '“工作基础”中有推进“一融双高”及其成效的内容。')
}
