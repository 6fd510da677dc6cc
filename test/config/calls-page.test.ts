import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PLAIN_NOUNS } from '../../src/core/call/nouns.ts'
import { CONDITIONS } from '../../src/core/eligibility/all-checks.ts'
import { callsOf, type Notice } from '../support/notices.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/calls.md'), 'utf8')
const section = (title: string): string => PAGE.split('\n## ').find(part => part.includes(title)) ?? ''
const rows = (title: string): readonly (readonly string[])[] =>
  section(title)
    .split('\n')
    .filter(line => /^\| `/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()))

const noticeWith = (checks: readonly string[], deliverables: string): Notice => ({
  id: 'page',
  files: {
    'calls/page.yaml': `id: page
title: 2025年青年英才支持计划申报
unit: 科研院
announced: 2025-09-01
deadline: 2025-09-12T17:30:00+08:00
cycle: { from: 2026-01, to: 2028-12 }
form: page
applicant: { key: name }
${deliverables}
checks:
${checks.map(check => `  - ${check}`).join('\n')}
`,
    'forms/page.yaml': `title: 青年英才支持计划申请书
fields:
  name: { label: 申请人, type: person, required: true }
  sex: { label: 性别, type: choice }
  birth: { label: 出生日期, type: date }
  money: { label: 申请经费（万元）, type: money }
  rank: { label: 名次, type: number }
  cohort: { label: 总人数, type: number }
  works: { label: 代表作, type: table }
sections:
  plan: { label: 研究方案 }
  honours: { label: 荣誉, type: honours }
  reviewGrades: { label: 考核, type: reviewGrades }
  measures: { label: 举措, type: measures }
  outcomes: { label: 预期成效 }
`,
  },
})

test('every condition that docs/calls.md shows can be written so, and none of the common ones is left out', () => {
  const shown = rows('6. Conditions')
  const examples = shown.flatMap(([, , , example = '']) => /`(\{.*?\})`/.exec(example)?.[1] ?? [])
  expect(examples).toHaveLength(shown.length)
  const deliverables = /\n( {6}deliverables:\n(?: {8}- .*\n)+)/.exec(PAGE)?.[1] ?? ''
  const [call] = callsOf(noticeWith(examples, deliverables.replace(/^ {6}/gm, '')))
  expect(call?.checks).toHaveLength(examples.length)
  expect(call?.deliverables.map(({ id, count }) => [id, count])).toEqual([
    ['form', undefined],
    ['proofs', undefined],
    ['papers', 5],
  ])
  const OF_THE_SHIPPED_CALL = /^(?:scope|duties|standard|yirong|honour\.|role|conduct|complete$)/
  const common = Object.keys(CONDITIONS).filter(type => !OF_THE_SHIPPED_CALL.test(type))
  expect(shown.map(([, type = '']) => type.replaceAll('`', '')).sort()).toEqual(common.sort())
})

test('every noun that docs/calls.md shows is left out as it says', () => {
  const shown = rows('7. Nouns').map(([, key = '', left = '']) => [key.replaceAll('`', ''), left])
  expect(shown).toEqual([
    ['applicant', PLAIN_NOUNS.applicant],
    ['head', 'the applicant'],
    ...(['you', 'fullName', 'form', 'committee', 'roster', 'signature'] as const).map(key => [key, PLAIN_NOUNS[key]]),
  ])
})
