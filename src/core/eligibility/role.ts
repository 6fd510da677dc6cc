import { ROLE_WORDS } from '../words/check-words.ts'
import type { CheckDescription, CheckFunction, CheckInput, Condition } from './check.ts'
import { pass, review } from './finding.ts'
import { wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'

const check: CheckFunction = ({ form, branch, description }) => {
  if (form.basis === null) return review([], '系统未能识别“工作基础”部分，请人工核对。')
  const sentences = topicSentences(form.basis, topicsOf(branch.type, description))
  if (branch.type === 'unknown') return review(sentences, '支部类型不明，请人工核对。')
  if (branch.type === 'retired') return review(sentences, '通知未对离退休党支部提出此项要求，请人工核对。')
  if (sentences.length === 0)
    return review([], '系统未能在“工作基础”中识别出与支部类型相应的突出成绩或示范引领作用，请人工核对。')
  return pass(sentences, '“工作基础”中有与支部类型相应的具体内容。')
}

function topicsOf(type: CheckInput['branch']['type'], description: CheckDescription): readonly string[] {
  const teacher = wordsOf(description, 'teacher')
  const student = wordsOf(description, 'student')
  switch (type) {
    case 'teacher':
      return teacher
    case 'student':
      return student
    case 'mixed':
    case 'retired':
    case 'unknown':
      return [...teacher, ...student]
    default:
      return type satisfies never
  }
}

export const role: Condition = {
  words: { teacher: '教师党支部', student: '学生党支部' },
  defaults: ROLE_WORDS,
  check,
  explanation: {
    looksAt:
      '“工作基础”中与支部类型相应的句子（按下列词语查找，师生联合党支部两组任一即可），且不少于20个字。支部类型先看名册，再看申报书，最后看支部名称。',
    pass: '至少有一句相应的具体内容。',
    fail: null,
    review: '系统未能识别“工作基础”部分、相应内容或支部类型，或为离退休党支部（通知未提要求）。',
    examples: [
      {
        verdict: 'pass',
        branch: '机械设计系教工党支部',
        lines: ['四、工作基础', '支部书记入选“双带头人”培育对象，党员教师落实立德树人成绩突出。'],
      },
      {
        verdict: 'review',
        branch: '本科生第一党支部',
        lines: ['四、工作基础', '支部书记入选“双带头人”培育对象，党员教师落实立德树人成绩突出。'],
      },
    ],
  },
}
