import { COMMON_HONOUR_WORDS, PARTY_HONOUR_WORDS, STABILITY_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { formComplete } from './form-complete.ts'
import { HONOUR_WORDS, judgeHonours } from './judge-honours.ts'
import { judgeReviewGrades } from './review-grades.ts'
import { judgeGraduation } from './scope-stable.ts'

const ALL = ['branch', 'secretary', 'member', 'unknown'] as const

const checkHonour: CheckFunction = input => {
  const kinds = input.description.params.recipients ?? ALL
  return judgeHonours(input, { whose: '', kinds, decisive: kinds, ownDoubts: [], rows: [] })
}

export const honour: Condition = {
  words: HONOUR_WORDS,
  defaults: COMMON_HONOUR_WORDS,
  takes: ['recipients'],
  check: checkHonour,
  explanation: {
    looksAt: '荣誉部分中的每一项荣誉：时间、级别（未写级别的看授予单位）、获奖对象。',
    pass: '至少一项荣誉在期限内、达到级别。',
    fail: '所列荣誉都已读懂且都不算，或填“无”。',
    review: '时间、级别、获奖对象不明或相互矛盾，或有表述未能识别。',
    examples: [],
  },
}

const { goodGrades = [], lesserGrades = [], reviews = [] } = PARTY_HONOUR_WORDS

export const grade: Condition = {
  words: { goodGrades: '要求的等次', lesserGrades: '其他等次', reviews: '表明述职评议' },
  defaults: { goodGrades, lesserGrades, reviews },
  check: judgeReviewGrades,
  explanation: {
    looksAt: '考核等次。等次须为完整的词，“较好”“良好”不是“好”。',
    pass: '期限内至少有一年为要求的等次。',
    fail: '等次都已读懂，期限内没有要求的等次。',
    review: '等次用其他说法，年度跨越期限起止日，或未能识别。',
    examples: [],
  },
}

const { years2 = [], years3 = [], years4 = [] } = STABILITY_WORDS

export const graduation: Condition = {
  words: { years2: '学制2年', years3: '学制3年', years4: '学制4年' },
  defaults: { years2, years3, years4 },
  check: judgeGraduation,
  explanation: {
    looksAt: '名称或类型中的年级和培养层次（按最短学制推算毕业时间）。',
    pass: '在周期结束后毕业。',
    fail: null,
    review: '在周期内毕业，或者年级、培养层次未能识别。',
    examples: [],
  },
}

export const complete: Condition = {
  ...formComplete,
  explanation: {
    ...formComplete.explanation,
    pass: '必填项均已填写。',
    review: '系统未能识别某一必填项（版式、标题、名称与模板不同），或只按内容识别。',
    examples: [],
  },
}
