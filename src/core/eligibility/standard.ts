import { STANDARD_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { pass, review } from './finding.ts'
import { wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'

const check: CheckFunction = ({ form, description }) => {
  if (form.basis === null) return review([], '系统未能识别“工作基础”部分，请人工核对。')
  const sentences = topicSentences(form.basis, wordsOf(description, 'topics'))
  if (sentences.length === 0)
    return review([], '系统未能在“工作基础”中识别出标准化规范化建设和组织生活的具体内容，请人工核对。')
  return pass(sentences, '“工作基础”中有标准化规范化建设或组织生活情况的具体内容。')
}

export const standard: Condition = {
  words: { topics: '主题词' },
  defaults: STANDARD_WORDS,
  check,
  explanation: {
    looksAt: '“工作基础”中提到标准化规范化建设、组织生活的句子（主题词），且不少于20个字。',
    pass: '至少有一句具体内容。',
    fail: null,
    review: '系统未能识别“工作基础”部分，或未能从中识别出具体内容。',
    examples: [
      { verdict: 'pass', lines: ['四、工作基础', '支部严格落实“三会一课”制度，每月开展主题党日活动，台账资料齐全。'] },
      { verdict: 'review', lines: ['四、工作基础', '组织生活规范。'] },
    ],
  },
}
