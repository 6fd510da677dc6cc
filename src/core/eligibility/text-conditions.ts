import { worded } from '../call/nouns.ts'
import { labelOf } from '../form/description.ts'
import type { CheckFunction, Condition } from './check.ts'
import { pass, review } from './finding.ts'
import { wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'
import { told, unread } from './value.ts'

const checkMentions: CheckFunction = input => {
  const { field = '' } = input.description.params
  const said = told(field, input)
  if (said === null) return unread(field, input)
  const sentences = topicSentences(said.text, wordsOf(input.description, 'topics'))
  if (sentences.length > 0) return pass(sentences, `“${said.label}”中有相应的具体内容。`)
  return review([], `系统未能在“${labelOf(input.call.form, field)}”中识别出相应的具体内容，请人工核对。`)
}

export const mentions: Condition = {
  words: { topics: '主题词' },
  defaults: {},
  needs: ['field'],
  check: checkMentions,
  explanation: {
    looksAt: '所指栏目中提到主题词的句子，且不少于20个字。',
    pass: '至少有一句具体内容。',
    fail: null,
    review: '没有识别出该栏，或未能从中识别出具体内容。',
    examples: [],
  },
}

/** What no form proves: a person settles it. */
export const ask: Condition = {
  words: {},
  defaults: {},
  check: ({ call }) => review([], worded('待{committee}核实。', call.nouns)),
  explanation: {
    looksAt: '申报材料不能证明此项，系统不作判断。',
    pass: null,
    fail: null,
    review: '一律待核实，由工作人员确认（shenbao confirm）。',
    examples: [],
  },
}

/** No form can prove it: the committee knows, and its exclusion list speaks as `branch.excluded`. */
export const conduct: Condition = {
  ...ask,
  explanation: {
    ...ask.explanation,
    looksAt: '{form}不能证明此项，系统不作判断。',
    review:
      '一律待核实，由{committee}核实。{committee}已决定不推荐的{applicant}，在{roster}“排除原因”一栏写明，系统按“不在本次推荐范围”处理。',
    examples: [{ verdict: 'review', lines: ['四、工作基础', '近一年支部未发生任何问题。'] }],
  },
}
