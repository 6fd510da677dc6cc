import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentContent } from '../../../src/core/document/document.ts'
import { runChecks } from '../../../src/core/eligibility/all-checks.ts'
import type { CheckId, Verdict } from '../../../src/core/eligibility/check.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { createBudget } from '../../../src/documents/budget.ts'
import { readDocx } from '../../../src/documents/docx/docx.ts'
import { examine } from '../../../src/documents/examine.ts'
import { readFile } from '../../../src/documents/read-file.ts'
import { paragraphs } from '../../support/blocks.ts'
import { type AnswersFor, filledAnswers, formDocx } from '../../support/form-docx.ts'
import { aBranch } from '../../support/one-check.ts'
import { runs } from '../../support/runs.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }

function notPassed(content: DocumentContent): Partial<Record<CheckId, Verdict>> {
  const reading = readForm(content, shippedCall)
  if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
  const branch = aBranch({ name: reading.form.branchName ?? '', type: null })
  const checks = runChecks(reading.form, shippedCall, branch).filter(({ verdict }) => verdict !== 'pass')
  return Object.fromEntries(checks.map(({ id, verdict }) => [id, verdict]))
}

/** Which checks of a form filled in as a docx don't pass. */
const open = async (answers: AnswersFor): Promise<Partial<Record<CheckId, Verdict>>> =>
  notPassed(
    await readDocx(await formDocx(filledAnswers(answers)), {
      budget: createBudget(LIMITS.inflatedBytes),
      limits: LIMITS,
    }),
  )

const honour = (date: string, name: string, recipient: string, more: { level?: string; grantedBy?: string } = {}) => ({
  ...{ date, name, recipient, level: '校级', grantedBy: '大连理工大学党委' },
  ...more,
})
const SCHOOL = { level: '院级', grantedBy: '机械工程学院党委' }
const measure = (due: string) => ({ text: '联学共建', detail: '共建6次', due, owner: '陈立新' })

describe('a whole form', () => {
  test.each<[string, AnswersFor, Partial<Record<CheckId, Verdict>>]>([
    ['as a diligent secretary fills it in', {}, { conduct: 'review' }],
    [
      'with honours of the school only, and no «好»',
      {
        honours: [honour('2022年6月', '先进党支部', '党支部', SCHOOL), honour('2023年', '优秀党员', '赵新宇', SCHOOL)],
        review: '2021年：较好；2022年：较好；2023年：较好',
      },
      { conduct: 'review', 'honour.branch': 'fail', 'honour.member': 'fail' },
    ],
    [
      'with honours of the school only, but «好» once',
      { honours: [honour('2022年6月', '先进党支部', '党支部', SCHOOL)], review: '2022年：好' },
      { conduct: 'review', 'honour.member': 'review' },
    ],
    [
      'with old honours',
      {
        honours: [honour('2016年、2018年', '先进党支部', '党支部'), honour('2020.12', '优秀共产党员', '赵新宇')],
        review: '2020年：好',
      },
      { conduct: 'review', 'honour.branch': 'fail', 'honour.member': 'fail' },
    ],
    [
      'with honours on the edge of the window',
      { honours: [honour('2021年', '先进党支部', '党支部'), honour('2021.5', '优秀共产党员', '赵新宇')], review: '无' },
      { conduct: 'review', 'honour.branch': 'review', 'honour.member': 'review' },
    ],
    [
      'with a limit after the cycle, one empty and one open',
      { measures: [measure('2026年底'), measure(''), measure('长期坚持')] },
      { conduct: 'review', 'plan.deadlines': 'fail' },
    ],
    ['with an open limit', { measures: [measure('长期坚持')] }, { conduct: 'review', 'plan.deadlines': 'review' }],
    [
      'with outcomes nobody can count',
      { outcomes: '形成一批有影响的成果，党支部战斗堡垒作用明显增强。' },
      { conduct: 'review', 'plan.outcomes': 'review' },
    ],
    [
      'of a student branch whose grade graduates in the cycle',
      { branchName: '2021级本科生党支部', branchType: '学生' },
      { conduct: 'review', 'scope.stable': 'review' },
    ],
    [
      'with a basis of two sentences',
      { basis: ['支部严格落实“三会一课”制度，党员作用发挥充分，连续两年受到好评。'] },
      { conduct: 'review', duties: 'review', yirongshuanggao: 'review', role: 'review' },
    ],
  ])('%s', async (_, answers, expected) => {
    expect(await open(answers)).toEqual(expected)
  })
})

const FORMS = join(import.meta.dirname, '../../fixtures/forms')

/** Which checks of a form of the corpus don't pass. */
async function openIn(file: string): Promise<Partial<Record<CheckId, Verdict>>> {
  const bytes = readFileSync(join(FORMS, file))
  for await (const finding of readFile(await examine({ name: file, bytes }, LIMITS.documentBytes), bytes, LIMITS))
    if (finding.step === 'read' && finding.document.content !== null) return notPassed(finding.document.content)
  throw new Error(`${file} was not read`)
}

describe.each(['docx', 'libreoffice.docx', 'doc', 'pdf'])('a form of the corpus as %s', ending => {
  test.each<[string, Partial<Record<CheckId, Verdict>>]>([
    ['a', { conduct: 'review' }],
    ['b', { conduct: 'review', 'scope.stable': 'review', duties: 'review', yirongshuanggao: 'review' }],
    ['c', { conduct: 'review', duties: 'review', standard: 'review', role: 'review', 'form.complete': 'review' }],
    [
      'mixed',
      {
        ...{ conduct: 'review', duties: 'review', standard: 'review', role: 'review', yirongshuanggao: 'review' },
        ...{ 'honour.member': 'review', 'plan.deadlines': 'review' },
      },
    ],
  ])('of layout %s gets the same verdicts', async (layout, expected) => {
    expect(await openIn(`${layout}.${ending}`)).toEqual(expected)
  })
})

const piece = fc.constantFrom(
  ...[
    '2022年',
    '6月',
    '2021-2022学年',
    '“七一”',
    '支部',
    '书记',
    '团支部',
    '李文博',
    '获',
    '获评',
    '被',
    '校级',
    '院级',
  ],
  ...[
    '“先进党支部”',
    '优秀共产党员',
    '入围',
    '推荐',
    '大连理工大学党委',
    '（',
    '）',
    '、',
    '，',
    '；',
    '。',
    '：',
    '无',
    '好',
  ],
  ...['较好', '近三年均为', '一是', '完成时限：', '2026年底前', '每学期', '3篇', '教育党员有力', '\n', '1. '],
)
const written = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''))

test('whatever stands in the sections of a form, each check answers, and its quotes stand there too', () => {
  fc.assert(
    fc.property(written, written, written, written, (honours, review, basis, measures) => {
      const lines = [
        ...['党建工作样板支部申报书', '二、近三年荣誉', honours, '三、述职评议考核结果', review, '四、工作基础', basis],
        ...['五、创建思路', '坚持党建引领。', '六、创建举措', measures, '七、预期成效', '案例2项。'],
      ]
      const text = lines.join('\n').replace(/\n+/g, '\n')
      const reading = readForm({ blocks: paragraphs(text) }, shippedCall)
      if (reading.kind !== 'filled') return
      for (const { evidence, note } of runChecks(reading.form, shippedCall, null)) {
        expect(note).toMatch(/。$/)
        for (const quote of evidence) expect(text).toContain(quote)
      }
    }),
    { numRuns: runs(200) },
  )
})
