import { filesOf } from '../../src/core/application/conclusion.ts'
import { type Confirmation, settledChecks } from '../../src/core/application/confirmation.ts'
import { runChecks } from '../../src/core/eligibility/all-checks.ts'
import type { Form } from '../../src/core/form/form.ts'
import { readForm } from '../../src/core/form/read-form.ts'
import type { Decision } from '../../src/core/judge/decision.ts'
import type { Evidence, Papers, Standing } from '../../src/core/papers/papers.ts'
import { createBudget } from '../../src/documents/budget.ts'
import { readDocx } from '../../src/documents/docx/docx.ts'
import { filledAnswers, formDocx } from './form-docx.ts'
import { shippedCall } from './shipped-call.ts'

const LIMITS = { inflatedBytes: 100 * 2 ** 20, xmlBytes: 4 * 2 ** 20, documentBytes: 50 * 2 ** 20 }
export const RECEIVED = new Date('2024-05-16T02:00:00Z')

export const documentText = async (bytes: Uint8Array) =>
  readDocx(Buffer.from(bytes), { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS })

/** A form as somebody filled it in, read by the service. */
export async function readAnswers(answers: Parameters<typeof filledAnswers>[0]): Promise<Form> {
  const reading = readForm(await documentText(await formDocx(filledAnswers(answers))), shippedCall)
  if (reading.kind !== 'filled') throw new Error(`the form was read as ${reading.kind}`)
  return reading.form
}

const fileOf = ({ name, bytes, sha256, kind }: { name: string; bytes: number; sha256: string; kind: string }) =>
  ({ name, bytes, sha256, kind, message: 1, receivedAt: RECEIVED }) as Evidence

/** An applicant of the shipped roster whose version stands. */
export function aStanding(form: Form, place = 0, change: Partial<Standing> = {}): Standing {
  const branch = shippedCall.roster[place % shippedCall.roster.length] ?? null
  const name = place < shippedCall.roster.length ? (branch?.name ?? '') : `新设第${place}党支部`
  const applicant = { key: name, shown: name }
  const file = { name: `${name}.docx`, bytes: 34_567, sha256: String(place), kind: 'docx', isForm: true }
  const decision = {
    ...{ relation: 'application', call: shippedCall.id, branch: { name }, outcome: 'accepted', form },
    ...{ documents: [{ ...file, status: 'read', why: null, archive: null }], remarks: [], problems: [] },
    checks: runChecks(form, shippedCall, branch),
  } as unknown as Decision
  return {
    ...{
      applicant,
      root: branch?.name ?? null,
      listed: true,
      number: `${shippedCall.id}-${String(place + 1).padStart(4, '0')}`,
      version: 1,
    },
    ...{
      message: place + 1,
      receivedAt: RECEIVED,
      decision,
      form: fileOf(file),
      evidence: [],
      notes: [],
      recognised: [],
    },
    checks: settledChecks(decision.checks ?? [], { applicant: name, files: filesOf(decision) }, []),
    ...change,
  }
}

export const papersOf = (standing: readonly Standing[], confirmations: readonly Confirmation[] = []): Papers => ({
  ...{ call: shippedCall, standing, confirmations, timezone: 'Asia/Shanghai' },
  composedAt: new Date('2024-05-21T01:00:00Z'),
})
