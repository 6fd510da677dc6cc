import type { CheckFunction } from './check.ts'
import { pass, review } from './finding.ts'
import { wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'

/** Words: `topics`. */
export const checkStandard: CheckFunction = ({ form, description }) => {
  if (form.basis === null) return review([], '未找到“工作基础”部分，请人工核对。')
  const sentences = topicSentences(form.basis, wordsOf(description, 'topics'))
  if (sentences.length === 0)
    return review([], '“工作基础”中未见标准化规范化建设和组织生活情况的具体内容，请人工核对。')
  return pass(sentences, '“工作基础”中有标准化规范化建设或组织生活情况的具体内容。')
}
