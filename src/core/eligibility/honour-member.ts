import { COMMON_HONOUR_WORDS, MEMBER_HONOUR_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { review } from './finding.ts'
import { HONOUR_WORDS, judgeHonours, weigh } from './judge-honours.ts'

/** Any grantor from the level up. */
const check: CheckFunction = input => {
  const members = judgeHonours(input, {
    whose: '支部成员',
    kinds: ['member', 'unknown'],
    decisive: ['member'],
    ownDoubts: [],
    rows: ['memberRows'],
  })
  if (members.verdict === 'pass') return members
  const secretary = input.form.honours.find(
    honour => honour.recipientKind === 'secretary' && weigh(honour, input, []).standing === 'counts',
  )
  if (secretary === undefined) return members
  return review(
    [...members.evidence, secretary.quote],
    '书记有校级（含）以上荣誉，其他支部成员的荣誉系统未能确认，请人工核对。',
  )
}

const HONOURS = '二、近三年荣誉'
const HEAD = '时间\t荣誉名称\t获奖对象\t级别\t授予单位'

export const honourMember: Condition = {
  words: { ...HONOUR_WORDS, memberRows: '成员荣誉的栏目' },
  defaults: { ...COMMON_HONOUR_WORDS, ...MEMBER_HONOUR_WORDS },
  check,
  explanation: {
    looksAt: '荣誉部分中支部成员（书记以外）的每一项荣誉：时间、级别（未写级别的看授予单位）。授予单位不限于党组织。',
    pass: '至少一名成员有一项荣誉在期限内、达到级别。',
    fail: '所列成员荣誉都已读懂且都不算（时间在期限外，院级及以下，入围、提名等），或填“无”。',
    review:
      '没有写到成员，或只有书记获得荣誉；时间、级别、获奖对象不明；奖学金、竞赛、优秀团员、团干部；授予单位为公司、协会等。',
    examples: [
      { verdict: 'pass', lines: [HONOURS, HEAD, '2023年6月\t优秀共产党员\t李文博\t校级\t大连理工大学党委'] },
      { verdict: 'pass', lines: [HONOURS, '2021-2022学年，党员王小雨获大连理工大学“三好学生”称号。'] },
      { verdict: 'fail', lines: [HONOURS, HEAD, '2023年6月\t优秀共产党员\t李文博\t院级\t机械工程学院党委'] },
      { verdict: 'review', lines: [HONOURS, '2023年，党员王小雨获国家奖学金。'] },
    ],
  },
}
