import { beforeAll, expect, it } from 'vitest'
import { plainText } from '../../src/core/document/document.ts'
import type { Form } from '../../src/core/form/form.ts'
import type { Standing } from '../../src/core/papers/papers.ts'
import { papersDocument } from '../../src/core/papers/papers-document.ts'
import { writeDocx } from '../../src/papers/write-docx.ts'
import { aStanding, documentText, papersOf, RECEIVED, readAnswers } from '../support/papers.ts'

let form: Form

beforeAll(async () => {
  form = await readAnswers({})
})

const textOf = async (...standing: Standing[]) =>
  plainText((await documentText(await writeDocx(papersDocument(papersOf(standing))))).blocks)

it('has a table of contents, and of each applicant what the meeting must know', async () => {
  const person = { verdict: 'pass', by: '王老师', reason: '党委会研究' } as Standing['checks'][number]['person']
  const evidence = [
    { name: '获奖证书.jpg', bytes: 2048, kind: 'image' as const, sha256: 'e', message: 9, receivedAt: RECEIVED },
  ]
  const one = aStanding(form, 4, { evidence, notes: ['经办意见（王老师）：材料齐全'] })
  const checks = one.checks.map(check => (check.id === 'conduct' ? { ...check, person } : check))
  const text = await textOf({ ...one, checks }, aStanding(form, 5))
  for (const said of [
    ...['目　录', one.applicant.shown, one.number, '第1版', '2024年5月16日 10:00:00', '陈立新', '0411-84700000', '32'],
    ...['近1年未出现突出问题', '符合（王老师）：党委会研究', '待核实'],
    ...[form.idea ?? '', form.measures[0]?.text ?? '', form.measures[0]?.dueText ?? '', form.outcomes ?? ''],
    ...['佐证材料（1件）', '获奖证书.jpg（2.0 KB', '经办意见（王老师）：材料齐全', '同意推荐', '弃权'],
  ])
    expect(text).toContain(said)
})

it('bears whatever was written in a form: markup, bidi marks, controls, half characters, and a section without end', async () => {
  const hostile = `<w:p>&amp;\u202Egnp.exe\u0000\u0007]]> \ud800 {{=1+1}} \u200b${'长'.repeat(20_000)}`
  const values = { ...form.values, idea: hostile, 'secretary.name': hostile }
  const measures = [{ ...(form.measures[0] as Form['measures'][number]), text: hostile, dueText: hostile }]
  const unplaced = [{ heading: hostile, text: hostile }]
  const text = await textOf(aStanding({ ...form, values, measures, unplaced }))
  expect(text).toContain('<w:p>&amp;gnp.exe')
  expect(text).toContain('以下从略，全文见原文件')
  expect(text).not.toMatch(/[\u202e\u0000\u0007\u200b]/u)
})

it('of what was accepted without a form says so, and of an empty call has no page', async () => {
  const one = aStanding(form)
  const decision = { ...one.decision, form: null, documents: [], checks: null }
  expect(await textOf({ ...one, decision, form: null, checks: [] })).toContain('未随信附申报书，由人工受理')
  expect(await textOf()).toContain('共0个申报支部')
})

it('takes an applicant of a long form in less than half a second of a processor: 60 of them in half a minute', async () => {
  const long = { ...form, values: { ...form.values, basis: (form.basis ?? '').repeat(6) } }
  const before = process.cpuUsage()
  const standing = Array.from({ length: 12 }, (_, place) => aStanding(long, place))
  const bytes = await writeDocx(papersDocument(papersOf(standing)))
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(6)
  expect(bytes.length).toBeGreaterThan(10_000)
})
