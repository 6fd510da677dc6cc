import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { pendingText } from '../../src/core/call/pending-call.ts'
import { diagnosePending } from '../../src/core/doctor/diagnose-pending.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-pending-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (...lines: string[]) => writeFileSync(join(folder, 'calls/next.yaml'), lines.join('\n'))

describe('a call with an open question', () => {
  test('is not open, says what is to confirm, and keeps no other call from running', () => {
    write(
      'id: next',
      'title: 评选',
      'unit: null',
      'announced: 2025-05-14',
      'deadline: null',
      'applicant: { roster: null }',
    )
    const { calls, pending } = loadConfig(folder, {})
    expect(calls.map(({ id }) => id)).toEqual(['2024-model-branch'])
    expect(pending.map(pendingText)).toEqual(['未启用：请确认主办单位、截止时间、名册'])
    expect(diagnosePending(pending).map(({ about, ok, seen }) => `${about} ${ok} ${seen}`)).toEqual([
      'call next false 未启用：请确认主办单位、截止时间、名册',
    ])
  })

  test('opens when its last question is answered', () => {
    const roster = 'applicant: { roster: 2024-model-branch.roster.csv }'
    write(
      'id: next',
      'title: 评选',
      'unit: 机械工程学院',
      'announced: 2025-05-14',
      'deadline: 2025-05-20T10:00:00+08:00',
      roster,
    )
    const { calls, pending } = loadConfig(folder, {})
    expect(calls.map(({ id }) => id)).toEqual(['2024-model-branch', 'next'])
    expect(pending).toEqual([])
  })

  test('may not bear the id of another call', () => {
    write('id: 2024-model-branch', 'deadline: null')
    expect(() => loadConfig(folder, {})).toThrow('calls/2024-model-branch.yaml is 2024-model-branch too')
  })
})
