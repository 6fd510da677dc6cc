import { COMMON_HONOUR_WORDS, PARTY_HONOUR_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { fail, review } from './finding.ts'
import type { HonourRule } from './honour-rules.ts'
import { grantingBodies } from './honour-text.ts'
import { HONOUR_WORDS, judgeHonours } from './judge-honours.ts'
import { judgeReviewGrades } from './review-grades.ts'
import { mentioned, wordsOf } from './sentences.ts'

/** Either half of the condition is enough; it fails where both do. */
const check: CheckFunction = input => {
  const honours = judgeHonours(input, {
    whose: '党支部或书记',
    kinds: ['branch', 'secretary', 'unknown'],
    decisive: ['branch', 'secretary', 'unknown'],
    ownDoubts: [isNotOfTheParty],
    rows: ['branchRows', 'secretaryRows'],
  })
  if (honours.verdict === 'pass') return honours
  const grades = judgeReviewGrades(input)
  if (grades.verdict === 'pass') return grades
  const both = [honours, grades]
  const open = both.filter(({ verdict }) => verdict === 'review')
  const told = open.length > 0 ? open : both
  const evidence = told.flatMap(finding => finding.evidence)
  const note = told.map(finding => finding.note).join('')
  return open.length > 0 ? review(evidence, note) : fail(evidence, note)
}

/**
 * It must be granted by a Party organisation. `party`: 党委; `notParty`: 研究生院, also 共青团辽宁省委; `partyHonours`: what only the Party
 * gives (先进党支部), whoever of the `publicBodies` or nobody is named beside it.
 */
const isNotOfTheParty: HonourRule = (honour, { call, description }) => {
  const names = (list: string) => (body: string) => mentioned(body, wordsOf(description, list)) !== null
  const bodies = grantingBodies(honour)
  const others = bodies.filter(body => !names('notParty')(body))
  if (others.some(names('party'))) return null
  if (others.length < bodies.length) return `授予单位“${honour.grantedBy}”不是党组织`
  const isPublic = (body: string) => body.includes(call.university) || names('publicBodies')(body)
  if (names('partyHonours')(honour.name ?? honour.quote) && bodies.every(isPublic)) return null
  return bodies.length === 0 ? '授予单位不明' : `授予单位“${honour.grantedBy}”是否为党组织不明`
}

const HONOURS = '二、近三年荣誉'
const GRADES = '三、述职评议考核结果'

export const honourBranch: Condition = {
  words: {
    ...HONOUR_WORDS,
    party: '党组织',
    notParty: '不是党组织',
    partyHonours: '只由党组织授予的荣誉',
    publicBodies: '可代表党组织的单位',
    branchRows: '党支部荣誉的栏目',
    secretaryRows: '书记荣誉的栏目',
    goodGrades: '“好”等次',
    lesserGrades: '其他等次',
    reviews: '表明述职评议',
  },
  defaults: { ...COMMON_HONOUR_WORDS, ...PARTY_HONOUR_WORDS },
  check,
  explanation: {
    looksAt:
      '荣誉部分中党支部、书记的每一项荣誉：时间、级别（未写级别的看授予单位）、授予单位是否为党组织；以及述职评议考核等次。时间按区间计算：“2022年6月”为整月，“2022年”为整年，“2021-2022学年”为2021年9月至2022年8月；所填荣誉均在申报截止前获得，区间至截止日为止。“好”须为完整等次，“较好”“良好”不是“好”。',
    pass: '至少一项荣誉在期限内、达到级别、由党组织授予；或期限内至少有一年为“好”（“近三年均为好”算）。二者有其一即可。',
    fail: '所列荣誉都已读懂且都不算（时间在期限外，院级及以下，入围、提名、推荐、申报，团支部荣誉），或填“无”；并且述职评议考核栏写明期限内没有“好”等次，或填“无”，或按模板所印名称认出而空着。',
    review:
      '时间不明或跨越期限起止日，级别、获奖对象、授予单位不明或相互矛盾，培育创建单位、竞赛、奖学金，授予单位为公司、协会、研究生院、学生处、团委，等次用“优秀”“合格”等其他说法，或有表述未能识别；没有认出述职评议考核栏。',
    examples: [
      { verdict: 'pass', lines: [HONOURS, '2022年6月，支部获校级“先进基层党组织”荣誉称号（大连理工大学党委）。'] },
      { verdict: 'pass', lines: [HONOURS, '无', GRADES, '2021年：较好；2022年：好；2023年：较好'] },
      {
        verdict: 'fail',
        lines: [HONOURS, '2016年、2018年分别获得校级“优秀基层党组织”称号。', GRADES, '2022年：较好；2023年：较好'],
      },
      { verdict: 'fail', lines: [HONOURS, '2023年6月，支部入围校级“十佳党支部”。', GRADES, '无'] },
      { verdict: 'review', lines: [HONOURS, '2023年6月，支部入围校级“十佳党支部”。'] },
      { verdict: 'review', lines: [HONOURS, '2021年，支部获校级“先进基层党组织”荣誉称号（大连理工大学党委）。'] },
      { verdict: 'review', lines: [HONOURS, '2023年，支部入选校级样板党支部培育创建单位。'] },
    ],
  },
}
