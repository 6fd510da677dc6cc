import type { Branch, BranchType } from '../../../src/core/call/call.ts'
import { shippedCall } from '../shipped-call.ts'
import { drawHonours } from './honour-lot.ts'
import type { Lot } from './lot.ts'
import { drawMeasures } from './measure-lot.ts'
import type { Answers, Passage } from './sheet.ts'
import { SEVEN } from './words/known.ts'
import { DUTY_SENTENCES, IDEA_SENTENCES, OUTCOME_SENTENCES, POSTS, SECRETARIES, TITLES } from './words/prose.ts'

const TYPES: readonly (readonly [BranchType, string])[] = [
  ['teacher', '教师'],
  ['student', '学生'],
  ['mixed', '师生联合'],
  ['retired', '离退休'],
]

const typeOf = ({ type, name }: Branch): BranchType => type ?? (name.includes('学生') ? 'student' : 'teacher')

/** What an office of the shipped roster has to say: it fulfils every condition that a form can prove. */
export function drawAnswers(lot: Lot): Answers {
  const branch = lot.of('branch').pick(shippedCall.roster.filter(({ excluded }) => excluded === null))
  const branchType = typeOf(branch)
  const memberCount = lot.of('count').between(6, 48)
  const secretary = lot.of('secretary').pick(SECRETARIES)
  const grades = drawGrades(lot.of('grades'))
  return {
    branch: branch.name,
    branchType,
    memberCount,
    entries: {
      branchName: lot.of('name').pick(['', '', '', '机械工程学院', '大连理工大学机械工程学院']) + branch.name,
      parentOrg: lot.of('parent').pick(['机械工程学院党委', '中共大连理工大学机械工程学院委员会', '机械工程学院']),
      branchType: typeText(lot.of('type'), branchType),
      memberCount: countText(lot.of('count text'), memberCount),
      'secretary.name': secretary,
      'secretary.post': lot.of('post').pick(POSTS),
      'secretary.title': lot.of('title').pick(TITLES),
      phone: phoneText(lot.of('phone')),
      email: `${lot.of('email').pick(['chen', 'jx_party', 'zhibu.01', 'mech-dj'])}${lot.of('email').below(90)}@dlut.edu.cn`,
    },
    honours: drawHonours(lot.of('honours'), { branch: branch.name, secretary }),
    grades,
    gradesText: gradesText(lot.of('grades text'), grades),
    basis: drawBasis(lot.of('basis')),
    idea: drawText(lot.of('idea'), IDEA_SENTENCES, 2),
    measures: drawMeasures(lot.of('measures'), secretary),
    outcomes: drawText(lot.of('outcomes'), OUTCOME_SENTENCES, 3),
  }
}

function typeText(lot: Lot, type: BranchType): string {
  const word = TYPES.find(([one]) => one === type)?.[1] ?? ''
  if (lot.chance(0.3)) return word
  const [yes, no] = lot.pick([['☑', '□'] as const, ['■', '□'] as const, ['√', '□'] as const])
  return TYPES.map(([one, text]) => `${one === type ? yes : no}${text}`).join(lot.pick([' ', '  ', '、']))
}

function countText(lot: Lot, count: number): string {
  const formal = count - lot.between(1, 4)
  return lot.pick([
    `${count}`,
    `${count}人`,
    `${count}名`,
    `共${count}名`,
    `${count}（正式${formal}，预备${count - formal}）`,
  ])
}

const phoneText = (lot: Lot): string =>
  lot.chance(0.5) ? `0411-847${lot.between(10000, 99999)}` : `1380000${lot.between(1000, 9999)}`

function drawGrades(lot: Lot): Answers['grades'] {
  const good = lot.between(2021, 2023)
  return [2021, 2022, 2023].map(year => ({ year, grade: year === good ? '好' : lot.pick(['好', '较好']) }))
}

function gradesText(lot: Lot, grades: Answers['grades']): string {
  if (grades.every(({ grade }) => grade === '好') && lot.chance(0.7)) return '近三年均为“好”。'
  const [colon, end] = lot.pick([['：', '；'] as const, ['年度：', '，'] as const, ['年：', '\n'] as const])
  return grades.map(({ year, grade }) => `${year}${colon === '：' ? '年：' : colon}${grade}`).join(end)
}

const numbered = (lot: Lot, sentence: string): string => sentence.replace(/#/g, () => String(lot.between(2, 36)))

const drawBasis = (lot: Lot): Passage[] =>
  SEVEN.map((head, duty) => {
    const sentences = DUTY_SENTENCES[duty] ?? []
    return {
      head,
      text: lot
        .some(sentences, lot.between(2, 3))
        .map(one => numbered(lot, one))
        .join(''),
    }
  })

const drawText = (lot: Lot, sentences: readonly string[], least: number): Passage[] =>
  lot.some(sentences, lot.between(least, least + 1)).map(one => ({ head: null, text: numbered(lot, one) }))
