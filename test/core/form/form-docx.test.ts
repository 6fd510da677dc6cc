import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import type { FormReading } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { createBudget } from '../../../src/documents/budget.ts'
import { readDocx } from '../../../src/documents/docx/docx.ts'
import { blankForm, filledAnswers, formDocx } from '../../support/form-docx.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const MiB = 1024 ** 2

async function read(bytes: Buffer, call: Call = shippedCall): Promise<FormReading> {
  const limits = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }
  return readForm(await readDocx(bytes, { budget: createBudget(limits.inflatedBytes), limits }), call)
}

describe('the sample form as a docx', () => {
  test('gives every answer back', async () => {
    const answers = filledAnswers({ cycle: '2024年5月至2026年5月' })
    const reading = await read(await formDocx(answers))
    if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
    const { form } = reading
    expect(form).toMatchObject({
      ...{ branchName: answers.branchName, parentOrg: answers.parentOrg, branchType: 'teacher' },
      ...{ memberCount: Number(answers.memberCount), phone: answers.phone, email: answers.email },
      secretary: { name: answers.secretary.name, post: answers.secretary.post, title: answers.secretary.title },
      reviewText: answers.review,
      basis: answers.basis.join('\n'),
      ...{ idea: answers.idea, outcomes: answers.outcomes },
    })
    expect(form.honours.map(({ name, recipient, grantedBy }) => ({ name, recipient, grantedBy }))).toEqual(
      answers.honours.map(({ name, recipient, grantedBy }) => ({ name, recipient, grantedBy })),
    )
    expect(form.honours.map(({ date, recipientKind, level }) => [date, recipientKind, level])).toEqual([
      ['2022-06', 'branch', 'university'],
      ['2023-06', 'secretary', 'university'],
      ['2023-06', 'member', 'university'],
      ['2023-09', 'member', 'university'],
      ['2023-12', 'branch', 'school'],
    ])
    expect(form.measures.map(({ text, dueText, due }) => [text, dueText, due])).toEqual(
      answers.measures.map(({ text, detail, due }, index) => [
        `${text}：${detail}`,
        due,
        ['2024-09', '2024-12', '2025-06', '2026-03'][index],
      ]),
    )
    expect(form.reviewGrades.map(({ year, grade }) => [year, grade])).toEqual([
      [2021, '较好'],
      [2022, '好'],
      [2023, '好'],
    ])
    expect(new Set(Object.values(form.presence))).toEqual(new Set(['filled']))
  })

  test.each([
    ['branchName', { branchName: '' }],
    ['memberCount', { memberCount: '' }],
    ['phone', { phone: '' }],
    ['honours', { honours: [] }],
    ['basis', { basis: [] }],
    ['measures', { measures: [] }],
    ['outcomes', { outcomes: '' }],
  ] as const)('without %s says that it is empty, or holds a placeholder', async (field, left) => {
    const reading = await read(await formDocx(filledAnswers(left)))
    if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
    const { branchName, presence } = reading.form
    if (field === 'branchName') expect(branchName).toBe('机械工程学院XX党支部')
    else expect(presence[field]).toBe('empty')
  })

  test('as it is handed out is blank', async () => {
    expect(await read(await blankForm())).toEqual({ kind: 'blank' })
  })

  test('of the last cycle is outdated', async () => {
    const bytes = await formDocx(filledAnswers({ cycle: '2022年5月至2024年5月' }))
    expect(await read(bytes)).toEqual({ kind: 'outdated', cycle: '2022年5月至2024年5月' })
  })

  test('made for another deadline lies in its window and its cycle', async () => {
    const deadline = new Date('2026-11-30T10:00:00+08:00')
    const call = { ...shippedCall, announced: '2026-11-20', deadline, cycle: { from: '2026-11', to: '2028-11' } }
    const reading = await read(await formDocx(filledAnswers({ deadline })), call)
    if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
    for (const { due } of reading.form.measures) expect(due !== null && due >= '2026-11' && due <= '2028-11').toBe(true)
    for (const { date } of reading.form.honours)
      expect(date !== null && date > '2023-11' && date <= '2026-11').toBe(true)
  })
})
