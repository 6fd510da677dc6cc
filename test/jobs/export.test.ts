import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/judge/decision.ts'
import { Cancelled } from '../../src/errors.ts'
import type { Related } from '../../src/jobs/digest-related.ts'
import { type ExportNeeds, exportCall } from '../../src/jobs/export.ts'
import { shippedCall } from '../support/shipped-call.ts'

const NOW = new Date('2024-05-21T00:00:00Z')

const decision: Decision = {
  ...{ relation: 'application', call: '2024-model-branch', branch: { name: '教工第一党支部' }, outcome: 'held' },
  ...{ problems: [], naming: null, documents: [], form: null, checks: null, remarks: [] },
  ...{ receivedAt: null, clock: null, answer: 'full' },
}
const one: Related = {
  ...{
    id: 1,
    entry: 0,
    applicant: null,
    folder: 'INBOX',
    state: 'quarantined',
    relation: 'application',
    call: '2024-model-branch',
  },
  ...{ branch: '教工第一党支部', outcome: 'held', number: '2024-model-branch-0001', version: 1, standing: false },
  ...{ receivedAt: null, from: 'zs@x.cn', subject: 's', attempts: 3, concludedAt: NOW, withheldFor: null, reply: null },
}

/** The files of an export of one submission, and how many of its messages the chain of events was told of. */
async function exported(parse: ExportNeeds['reader']['parse']) {
  const noted: number[] = []
  const needs: ExportNeeds = {
    clock: () => NOW,
    timezone: 'Asia/Shanghai',
    records: {
      amendments: () => [],
      confirmations: () => [],
      mailed: () => [],
      related: () => [one],
      questions: () => [],
      decisionsOn: () => [{ decision }],
      source: () => Buffer.from('Subject: s'),
      repliesTo: () => [],
    },
    reader: { parse, unpack: async () => [], readDocuments: async () => [] },
    caseText: () => '',
    shown: { page: () => '', roster: () => ({ name: '', columns: [], rows: [] }) },
    writeWorkbook: async () => new Uint8Array(),
    noteExport: messages => noted.push(messages),
  }
  const files: string[] = []
  for await (const { path } of exportCall(shippedCall, needs)) files.push(path.at(-1) ?? '')
  return { files, noted }
}

describe('an export', () => {
  it('takes a mail that can’t be taken apart out as it came', async () => {
    const { files, noted } = await exported(() => Promise.reject(new TypeError('no such thing')))
    expect(files).toEqual(['来信.eml', '认定.txt', '认定.json', 'index.html', '汇总表.xlsx'])
    expect(noted).toEqual([1])
  })

  it('is not taken for a whole one where it was cut short', async () => {
    await expect(exported(() => Promise.reject(new Cancelled('the process is to end')))).rejects.toThrow(Cancelled)
  })
})
