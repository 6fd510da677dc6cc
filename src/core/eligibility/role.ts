import type { CheckDescription, CheckFunction, CheckInput } from './check.ts'
import { pass, review } from './finding.ts'
import { wordsOf } from './sentences.ts'
import { topicSentences } from './topic.ts'

/** Words: `teacher`, `student`. */
export const checkRole: CheckFunction = ({ form, branch, description }) => {
  if (form.basis === null) return review([], '未找到“工作基础”部分，请人工核对。')
  const sentences = topicSentences(form.basis, rolesOf(branch.type, description))
  if (branch.type === 'unknown') return review(sentences, '支部类型不明，请人工核对。')
  if (branch.type === 'retired') return review(sentences, '通知未对离退休党支部提出此项要求，请人工核对。')
  if (sentences.length === 0) return review([], '“工作基础”中未见与支部类型相应的突出成绩或示范引领作用，请人工核对。')
  return pass(sentences, '“工作基础”中有与支部类型相应的具体内容。')
}

function rolesOf(type: CheckInput['branch']['type'], description: CheckDescription): readonly string[] {
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
