import { FUSION_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { pass, review } from './finding.ts'
import { mentioned, sentencesOf, wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'

/** A plan is no result yet: only the basis counts. */
const check: CheckFunction = ({ form, description }) => {
  if (form.basis === null) return review([], '系统未能识别“工作基础”部分，请人工核对。')
  const topics = topicSentences(form.basis, wordsOf(description, 'topics'))
  if (topics.length === 0) return review([], '系统未能在“工作基础”中识别出推进“一融双高”的具体内容，请人工核对。')
  const sentences = sentencesOf(form.basis)
  const shown = topics
    .flatMap(topic => [topic, sentences[sentences.indexOf(topic) + 1] ?? null])
    .filter(sentence => mentioned(sentence, wordsOf(description, 'results')) !== null)
  if (shown.length === 0) return review(topics, '“工作基础”提及“一融双高”，系统未能识别出阶段性成效，请人工核对。')
  return pass([...topics, ...shown], '“工作基础”中有推进“一融双高”及其成效的内容。')
}

export const yirongshuanggao: Condition = {
  words: { topics: '主题词', results: '成效词' },
  defaults: FUSION_WORDS,
  check,
  explanation: {
    looksAt:
      '“工作基础”中提到“一融双高”、党建与业务融合的句子（主题词，不少于20个字），以及该句或下一句中表示成效的词语（成效词）。创建思路和举措是计划，不算成效。',
    pass: '既有做法，又有成效。',
    fail: null,
    review: '系统未能识别“工作基础”部分，未能从中识别出有关内容，或只识别出做法、未识别出成效。',
    examples: [
      {
        verdict: 'pass',
        lines: ['四、工作基础', '支部深入推进“一融双高”，围绕重大装备组建党员攻关组，完成攻关项目两项。'],
      },
      { verdict: 'review', lines: ['四、工作基础', '支部深入推进“一融双高”，坚持党建工作与科研工作同谋划、同部署。'] },
    ],
  },
}
