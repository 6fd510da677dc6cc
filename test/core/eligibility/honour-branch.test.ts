import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import { runChecks } from '../../../src/core/eligibility/all-checks.ts'
import type { CheckDescription } from '../../../src/core/eligibility/check.ts'
import type { Form, Honour, ReviewGrade } from '../../../src/core/form/form.ts'
import { readReviewGrades } from '../../../src/core/form/values/review-grades.ts'
import { aForm, aMemberHonour, anHonour } from '../../support/form.ts'
import { aBranch, oneCheck } from '../../support/one-check.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const judge = (overrides: Partial<Form>) => oneCheck('honour.branch', aForm(overrides))
const verdictOf = (honour: Partial<Honour>) => judge({ honours: [anHonour(honour)] }).verdict

describe('an honour of the branch', () => {
  test.each([
    ['inside the window', { date: '2021-06' }, 'pass'],
    ['on its first day', { date: '2021-05-20' }, 'pass'],
    ['a day before it', { date: '2021-05-19' }, 'fail'],
    ['in the month of its first day', { date: '2021-05' }, 'review'],
    ['in the year of its first day', { date: '2021' }, 'review'],
    ['years before it', { date: '2019' }, 'fail'],
    ['undated', { date: null }, 'review'],
    ['in an academic year inside it', { date: '2021-09/2022-08' }, 'pass'],
    ['that lasts to this day', { date: '2022-07/2024-05', quote: '2022年7月至今 | 先进党支部' }, 'pass'],
    ['that lasts from before to this day', { date: '2020-07/2024-05', quote: '2020年7月至今 | 先进党支部' }, 'review'],
    // What a form tells was given before the form was due.
    ['in a term that goes past its end', { date: '2024-02/2024-08' }, 'pass'],
    ['in the academic year of the deadline', { date: '2023-09/2024-08' }, 'pass'],
    ['in the year of the deadline', { date: '2024' }, 'pass'],
    ['in the month of the deadline', { date: '2024-05' }, 'pass'],
    ['in a month behind the deadline', { date: '2024-06' }, 'fail'],
    ['in years over the whole window', { date: '2020/2025' }, 'review'],
  ] as const)('%s: %o', (_, honour, verdict) => {
    expect(verdictOf(honour)).toBe(verdict)
  })

  test.each([
    ['national', 'pass'],
    ['provincial', 'pass'],
    ['municipal', 'pass'],
    ['university', 'pass'],
    ['school', 'fail'],
    ['unknown', 'review'],
  ] as const)('of level %s: %s', (level, verdict) => {
    expect(verdictOf({ level })).toBe(verdict)
  })

  test.each([
    ['branch', 'pass'],
    ['secretary', 'pass'],
    ['unknown', 'review'],
    ['member', 'review'],
  ] as const)('for a %s: %s', (recipientKind, verdict) => {
    expect(verdictOf({ recipientKind })).toBe(verdict)
  })

  test.each([
    ['中共大连理工大学委员会', 'pass'],
    ['大连理工大学党委组织部', 'pass'],
    ['辽宁省委教育工委', 'pass'],
    ['党委研究生工作部、研究生院', 'pass'],
    ['研究生院', 'review'],
    ['学生处', 'review'],
    ['共青团大连理工大学委员会', 'review'],
    ['共青团辽宁省委', 'review'],
    ['大连某某有限公司党委', 'review'],
    ['某某行业协会', 'review'],
    ['大连理工大学', 'review'],
    ['机械工程学院党委', 'review'],
    ['中共大连理工大学机械工程学院委员会', 'review'],
    [null, 'review'],
  ] as const)('granted by %s: %s', (grantedBy, verdict) => {
    expect(verdictOf({ name: '先进集体', grantedBy })).toBe(verdict)
  })

  test.each([
    [null, 'pass'],
    ['大连理工大学', 'pass'],
    ['学生处', 'review'],
    ['共青团大连理工大学委员会', 'review'],
    ['某某单位', 'review'],
  ] as const)('that only the Party gives, beside %s: %s', (grantedBy, verdict) => {
    expect(verdictOf({ name: '先进基层党组织', grantedBy })).toBe(verdict)
  })

  test.each([
    [{ name: '入围十佳党支部' }, 'fail'],
    [{ name: '十佳党支部提名奖' }, 'fail'],
    [{ name: '样板党支部推荐对象' }, 'fail'],
    [{ name: '样板党支部（申报）' }, 'fail'],
    [{ name: '十佳党支部复选入围者' }, 'fail'],
    [{ name: '五四红旗团支部' }, 'fail'],
    [{ name: '先进集体', recipient: '机械学院团总支' }, 'fail'],
    [{ name: '先进集体', recipient: '党支部、团支部' }, 'pass'],
    [{ name: '先进集体', recipient: null, quote: '2022年6月，团支部获“先进集体”' }, 'fail'],
    [{ name: '优秀团支部书记', recipient: '李示例' }, 'review'],
    [{ name: '入围先进集体', quote: '1 | 入围先进集体 | 党支部' }, 'fail'],
    [{ name: '先进党支部', quote: '1 | 先进党支部 | 党支部 | 经学院推荐，学校评选' }, 'review'],
    [{ name: '先进党支部（学院推荐，学校授予）' }, 'review'],
    [{ level: 'school', grantedBy: '机械工程学院党委' }, 'fail'],
    [{ quote: '支部2023年争创“先进基层党组织”' }, 'review'],
    [{ quote: '支部2023年未获“先进基层党组织”' }, 'review'],
    [{ quote: '前任书记2022年获“先进基层党组织”' }, 'review'],
    [{ name: '先进集体', recipient: '机械2101团支部' }, 'fail'],
    [{ name: '样板党支部培育创建单位' }, 'review'],
    [{ name: '校园文化竞赛一等奖' }, 'review'],
    [{ name: '先进基层党组织', quote: '支部经推荐获评校级“先进基层党组织”' }, 'review'],
    [{ name: '十佳党支部', quote: '2022年6月，支部入围校级“十佳党支部”' }, 'fail'],
    [{ name: '先进党支部', quote: '2022年6月获“先进党支部”，并入围“十佳党支部”' }, 'pass'],
  ] as const)('of another kind %o: %s', (honour, verdict) => {
    expect(verdictOf(honour)).toBe(verdict)
  })

  test('is quoted, and only it, where one counts among others', () => {
    const counting = anHonour({ date: '2023-07' })
    const check = judge({ honours: [anHonour({ date: '2018' }), counting, anHonour({ date: null })] })
    expect(check).toEqual({
      id: 'honour.branch',
      verdict: 'pass',
      evidence: [counting.quote],
      note: '“先进基层党组织”（2023年7月，校级）符合条件。',
    })
  })

  test('that is doubtful keeps others from failing, and the note says why', () => {
    const check = judge({ honours: [anHonour({ date: '2018' }), anHonour({ date: null })] })
    expect(check.verdict).toBe('review')
    expect(check.note).toBe('党支部或书记荣誉待核：“先进基层党组织”时间不明。')
  })

  test('counts with others: the note names the first and says how many', () => {
    const check = judge({ honours: [anHonour({ date: '2022-09/2023-08' }), anHonour({ date: '2023-07-01' })] })
    expect(check.note).toBe('“先进基层党组织”（2022年9月至2023年8月，校级）等2项荣誉符合条件。')
  })

  test('that was not read keeps others from failing', () => {
    const old = anHonour({ date: '2018' })
    const check = judge({ honours: [old], honoursText: `${old.quote}\n另于去年被评为先进党支部。` })
    expect(check).toMatchObject({ verdict: 'review', evidence: ['另于去年被评为先进党支部。'] })
  })
})

describe('among honours that fail', () => {
  const old = anHonour({ date: '2018' })

  test.each([
    ['2023年全国高校黄大年式教师团队', 'review'],
    ['荣获一项校级表彰', 'review'],
    ['支部每年开展主题活动', 'fail'],
    ['（请填写2021年以来获得的荣誉，说明级别）', 'fail'],
  ])('the unread «%s»: %s', (line, verdict) => {
    expect(judge({ honours: [old], honoursText: `${old.quote}\n${line}` }).verdict).toBe(verdict)
  })

  test('each is named with its reason, four at most', () => {
    const honours = ['甲', '乙', '丙', '丁', '戊'].map(name => anHonour({ date: '2018', name: `先进${name}` }))
    expect(judge({ honours, reviewGrades: [], reviewText: '无' }).note).toBe(
      '党支部或书记所列荣誉均不符合条件：“先进甲”时间不在近3年内；“先进乙”时间不在近3年内；“先进丙”时间不在近3年内；“先进丁”时间不在近3年内。述职评议考核等次填写为“无”。',
    )
  })

  test.each([
    [{ name: '十佳党支部提名' }, '“十佳党支部提名”为“提名”，不属于获得表彰'],
    [{ name: '五四红旗团支部' }, '“五四红旗团支部”为团支部荣誉'],
    [{ date: '2018' }, '“先进基层党组织”时间不在近3年内'],
    [{ level: 'school' }, '“先进基层党组织”级别低于校级'],
    [{ name: '“双带头人”工作室', date: '2018' }, '“‘双带头人’工作室”时间不在近3年内'],
  ] as const)('the reason of %o is %s', (honour, reason) => {
    expect(judge({ honours: [anHonour(honour)] }).note).toContain(reason)
  })
})

describe('an honour for a person to look at has its reason:', () => {
  test.each([
    [{ name: '先进党支部', quote: '支部经推荐获评“先进党支部”' }, '是“推荐”还是已获表彰不明'],
    [{ name: '样板党支部培育创建单位' }, '涉及“培育”，是否计入不明'],
    [{ grantedBy: '某某有限公司' }, '授予单位“某某有限公司”是否计入不明'],
    [{ date: null }, '时间不明'],
    [{ date: '2021' }, '时间跨越近3年的起止日'],
    [{ level: 'unknown' }, '级别不明'],
    [{ recipientKind: 'unknown' }, '获奖对象不明'],
    [{ grantedBy: '机械工程学院党委' }, '级别与授予单位不一致'],
    [{ grantedBy: '研究生院' }, '授予单位“研究生院”不是党组织'],
    [{ name: '先进集体', grantedBy: '大连理工大学' }, '授予单位“大连理工大学”是否为党组织不明'],
    [{ name: '先进集体', grantedBy: null }, '授予单位不明'],
  ] as const)('%o: %s', (honour, reason) => {
    expect(judge({ honours: [anHonour(honour)] }).note).toContain(reason)
  })
})

describe('without an honour of the branch', () => {
  test.each([
    ['«无»', { honours: [], honoursText: '无' }, 'fail'],
    [
      '«无» under the headings of the table',
      { honours: [], honoursText: '时间\n荣誉名称\n授予单位\n无\n无\n/' },
      'fail',
    ],
    ['a text nobody understands', { honours: [], honoursText: '详见附页' }, 'review'],
    ['no section', { honours: [], honoursText: null }, 'review'],
    [
      'an empty section',
      { honours: [], honoursText: '', presence: { ...aForm().presence, honours: 'empty' } },
      'review',
    ],
    ['members only', { honours: [aMemberHonour()] }, 'review'],
    [
      'the Youth League only',
      { honours: [anHonour({ name: '五四红旗团支部', recipient: '团支部', recipientKind: 'unknown' })] },
      'fail',
    ],
    ['a sentence that says «无»', { honours: [], honoursText: '近三年来，无校级及以上荣誉。' }, 'fail'],
    ['«无» for each', { honours: [], honoursText: '党支部：无\n党支部书记：无\n支部成员：无' }, 'fail'],
    ['«无» under its own heading', { honours: [], honoursText: '主要荣誉\n无' }, 'fail'],
    ['«无» and something else', { honours: [], honoursText: '无\n另见附件' }, 'review'],
    ['«无» for the branch and something else', { honours: [], honoursText: '党支部：无\n另见附件' }, 'review'],
    ['a sentence that begins with «无»', { honours: [], honoursText: '无违纪违法情况' }, 'review'],
    [
      '«无» for branch and secretary',
      { honours: [aMemberHonour()], honoursText: '党支部：无\n党支部书记\n无\n支部成员\n2023年优秀党员' },
      'fail',
    ],
    ['«无» for the branch alone', { honours: [aMemberHonour()], honoursText: '党支部：无\n2023年优秀党员' }, 'review'],
  ] satisfies [string, Partial<Form>, string][])('%s: %#', (_, form, verdict) => {
    expect(judge(form).verdict).toBe(verdict)
  })
})

test('an empty section is called empty', () => {
  const form = { honours: [], honoursText: '', presence: { ...aForm().presence, honours: 'empty' as const } }
  expect(judge({ ...form, reviewText: '好' }).note).toContain('荣誉栏未填写。')
})

describe('in another call', () => {
  const verdictIn = (change: Partial<Call>, honour: Partial<Honour>) =>
    runChecks(aForm({ honours: [anHonour(honour)] }), { ...shippedCall, ...change }, aBranch()).find(
      ({ id }) => id === 'honour.branch',
    )?.verdict
  const changed = (change: Partial<CheckDescription>) => ({
    checks: shippedCall.checks.map(check => (check.id === 'honour.branch' ? { ...check, ...change } : check)),
  })

  test('without a window any day counts', () => {
    expect(verdictIn(changed({ window: null }), { date: '2001' })).toBe('pass')
    expect(verdictIn(changed({ window: null }), { date: null })).toBe('pass')
  })

  test('without a level any level counts', () => {
    expect(verdictIn(changed({ level: null }), { level: 'school', grantedBy: '机械工程学院党委' })).toBe('pass')
  })

  test.each([
    ['national', 'fail'],
    ['provincial', 'fail'],
    ['municipal', 'pass'],
  ] as const)('that asks for %s, a municipal honour: %s', (level, verdict) => {
    expect(verdictIn(changed({ level }), { level: 'municipal', grantedBy: '中共大连市委' })).toBe(verdict)
  })

  test('the university may stand for its Party committee, whatever it is called', () => {
    expect(verdictIn({ university: '沈阳示例学院' }, { level: 'university', grantedBy: '沈阳示例学院' })).toBe('review')
    expect(verdictIn({ university: '中国示例院' }, { grantedBy: '中国示例院' })).toBe('pass')
  })

  test('the unit itself grants at the lowest level, whatever it is called', () => {
    expect(verdictIn({ unit: '建设工程系' }, { grantedBy: '大连理工大学建设工程系党委' })).toBe('review')
  })
})

describe('a review grade, where no honour counts,', () => {
  const grade = (year: number, written: string): ReviewGrade => ({
    year,
    grade: written,
    quote: `${year}年：${written}`,
  })
  const judgeGrades = (...reviewGrades: ReviewGrade[]) =>
    judge({
      honours: [anHonour({ date: '2018' })],
      reviewGrades,
      reviewText: reviewGrades.map(({ quote }) => quote).join('；'),
    })

  test.each([
    [[grade(2022, '好')], 'pass'],
    [[grade(2023, '“好”等次')], 'pass'],
    [[grade(2022, '较好')], 'fail'],
    [[grade(2022, '一般'), grade(2023, '差')], 'fail'],
    [[grade(2020, '好')], 'fail'],
    [[grade(2021, '好')], 'review'],
    [[grade(2021, '好'), grade(2022, '好')], 'pass'],
    [[grade(2022, '优秀')], 'review'],
    [[grade(2022, '合格'), grade(2023, '较好')], 'review'],
  ] as const)('%o: %s', (grades, verdict) => {
    expect(judgeGrades(...grades).verdict).toBe(verdict)
  })

  test.each([
    ['近三年均为“好”', 'pass'],
    ['近3年述职评议考核等次均为好。', 'pass'],
    ['2021至2023年均为好', 'pass'],
    ['近三年均为“较好”', 'fail'],
    ['2022年：□好 ☑较好 □一般；2023年：□好 ☑较好 □一般', 'fail'],
    ['近三年均为良好', 'review'],
    ['近年来均为“好”', 'review'],
    ['好', 'review'],
    ['考核结果良好', 'review'],
    ['无', 'fail'],
    ['', 'review'],
    [null, 'review'],
  ] as const)('written «%s»: %s', (reviewText, verdict) => {
    const reviewGrades = readReviewGrades(reviewText ?? '', 2024)
    expect(judge({ honours: [anHonour({ date: '2018' })], reviewGrades, reviewText }).verdict).toBe(verdict)
  })

  test('is said to be missing only in its own place: recognised beyond doubt, and blank', () => {
    const judgeIn = (presence: 'empty' | 'unplaced' | 'notFound') =>
      judge({
        honours: [anHonour({ date: '2018' })],
        reviewGrades: [],
        reviewText: presence === 'notFound' ? null : '',
        presence: { ...aForm().presence, reviewGrades: presence },
      }).verdict
    expect([judgeIn('empty'), judgeIn('unplaced'), judgeIn('notFound')]).toEqual(['fail', 'review', 'review'])
  })

  test('of a year that straddles the window says so', () => {
    expect(judgeGrades(grade(2021, '好'), grade(2022, '较好'))).toMatchObject({
      evidence: ['2021年：好'],
      note: '述职评议考核“好”等次所在年度跨越近3年的起止日，请人工核对。',
    })
  })

  test('that was not read keeps the others from failing', () => {
    const form = {
      honours: [anHonour({ date: '2018' })],
      reviewGrades: [grade(2022, '较好')],
      reviewText: '22年较好，23年为“好”',
    }
    expect(judge(form).verdict).toBe('review')
  })

  test.each([
    ['书记抓党建述职评议考核结果为“好”。', 'review'],
    ['书记抓党建述职评议考核等次见附件。', 'review'],
    ['书记按期述职。', 'fail'],
    ['师生反映好。', 'fail'],
  ] as const)('that the form may speak of elsewhere, «%s»: %s', (basis, verdict) => {
    expect(judge({ honours: [anHonour({ date: '2018' })], reviewGrades: [], reviewText: '无', basis }).verdict).toBe(
      verdict,
    )
  })

  test('that the form speaks of elsewhere is for a person', () => {
    const basis = '书记抓党建述职评议考核获“好”等次。'
    const check = judge({ honours: [anHonour({ date: '2018' })], reviewGrades: [], reviewText: null, basis })
    expect(check).toMatchObject({ verdict: 'review', evidence: [basis] })
  })

  test('does not fail alone where the honours are for a person', () => {
    const check = judge({ honours: [anHonour({ date: null })], reviewGrades: [grade(2022, '较好')] })
    expect(check.verdict).toBe('review')
  })

  test('and the honours are both quoted where both fail', () => {
    const check = judge({ honours: [anHonour({ date: '2018', quote: '2018年先进党支部' })] })
    expect(check).toEqual({
      id: 'honour.branch',
      verdict: 'fail',
      evidence: ['2018年先进党支部', '2022年：较好'],
      note: '党支部或书记所列荣誉均不符合条件：“先进基层党组织”时间不在近3年内。述职评议考核在近3年内未获“好”等次。',
    })
  })
})
