import { describe, expect, test } from 'vitest'
import type { Form } from '../../../src/core/form/form.ts'
import { keyText, nameApplicant } from '../../../src/core/judge/named-applicant.ts'
import type { WrittenNames } from '../../../src/core/judge/written-names.ts'
import { callsOf, PROJECTS } from '../../support/notices.ts'

const [call] = callsOf(PROJECTS)
if (call === undefined) throw new Error('the notice has no call')

const namesWith = (project: string | null): WrittenNames => ({
  subject: {
    text: '创业训练',
    reading: {
      ...{ degree: 'exact', branch: { kind: 'none' }, fault: null, remark: null, parts: [] },
      values: project === null ? {} : { project },
    },
  },
  ...{ file: null, form: null },
})

const formWith = (project: string, confidence: 'sure' | 'doubtful') =>
  ({ values: { project, leader: '王小雨' }, confidence: { project: confidence, leader: 'sure' } }) as unknown as Form

const named = (subject: string | null, form: Form | null) =>
  nameApplicant(namesWith(subject), { form, call, sender: null, rows: [], thread: null, words: '' })
const codes = (...of: Parameters<typeof named>) => named(...of).findings.map(({ problem }) => problem.code)

describe('an applicant whom no roster lists', () => {
  test('is contradicted by a form that says another beyond doubt', () => {
    expect(codes('智能分拣小车', formWith('水下清洗机器人', 'sure'))).toEqual(['branch.mismatch'])
    expect(codes('智能分拣小车', formWith('智能分拣小车', 'sure'))).toEqual([])
    expect(codes('智能分拣', formWith('智能分拣小车', 'sure'))).toEqual([])
  })

  test('is never contradicted by what was read with doubt, nor is that the name to copy', () => {
    const { findings, applicant, values } = named('智能分拣小车', formWith('项目组成员', 'doubtful'))
    expect(findings).toEqual([])
    expect(applicant?.key).toBe('智能分拣小车')
    expect(values.project).toBe('智能分拣小车')
  })

  test('is named by what was read with doubt where nothing else names anybody', () => {
    expect(named(null, formWith('智能分拣小车', 'doubtful')).applicant?.shown).toBe('智能分拣小车（王小雨）')
    expect(codes(null, null)).toEqual(['branch.ambiguous'])
  })

  test('has one key, however it is written', () => {
    expect(keyText('《智能 分拣小车》', 'text')).toBe('智能分拣小车')
    expect(keyText('2021-0412 x', 'digits')).toBe('20210412X')
    expect(keyText('Ａ-1', 'text')).toBe('A-1')
  })
})
