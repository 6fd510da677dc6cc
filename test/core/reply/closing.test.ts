import { describe, expect, test } from 'vitest'
import { contactOf } from '../../../src/core/reply/parts.ts'
import { makeProblem } from '../../support/problem.ts'
import { shippedCall } from '../../support/shipped-call.ts'
import { formDocument, replyTo } from './reply-input.ts'

test.each([
  ['学院党委办公室, 0411-84700000', '学院党委办公室（电话：0411-84700000）'],
  ['学院党委办公室，电话：0411-84700000', '学院党委办公室（电话：0411-84700000）'],
  ['王老师 13800000000', '王老师（电话：13800000000）'],
  ['学院党委办公室', '学院党委办公室'],
])('the contact «%s» reads well within a sentence', (contact, written) => {
  expect(contactOf({ contact })).toBe(written)
})

describe('a letter ends as official letters do', () => {
  test('with the names of university and unit, the day and a telephone number', () => {
    expect(replyTo().text.slice(replyTo().text.indexOf('-- '))).toBe(
      [
        '-- ',
        '大连理工大学机械工程学院党委',
        '2024年5月19日',
        '联系方式：学院党委办公室（电话：0411-84700000）',
        '本邮件由申报受理系统自动发出。',
        '',
      ].join('\n'),
    )
  })

  test('a unit that bears its university’s name already is named once', () => {
    const call = { ...shippedCall, unit: '大连理工大学机械工程学院' }
    expect(replyTo({ call }).text).toContain('\n大连理工大学机械工程学院党委\n')
  })
})

describe('a receipt', () => {
  test('shows each hash in one line with its label, as long as mail allows', () => {
    const line = replyTo()
      .text.split('\n')
      .find(one => one.includes(formDocument.sha256))
    expect(line).toBe(`   SHA-256：${formDocument.sha256}`)
    expect(line?.length).toBeLessThanOrEqual(78)
  })

  test('says in one sentence what follows', () => {
    expect(replyTo().text.replaceAll('\n', '')).toContain(
      '受理仅表示材料已按要求收到；截止后由学院党委组织审核，结果另行通知。',
    )
  })

  test('calls what came beside the form kept, whether it could be read or not', () => {
    const scan = { ...formDocument, name: '盖章页.pdf', isForm: false, status: 'unreadable', why: 'scanned' } as const
    const { text } = replyTo({ decision: { documents: [formDocument, scan] } })
    expect(text).toContain('2. 其他附件（已留存）')
    expect(text).not.toContain('未能读取')
  })
})

test('a letter about a mail that brought no file speaks of no papers', () => {
  const problems = [makeProblem('file.missing')]
  const decision = { outcome: 'held', documents: [], problems } as const
  expect(replyTo({ decision }).text).toContain('你支部来信已收到，待人工核验。')
  expect(replyTo({ decision: { ...decision, branch: null } }).text).toContain('您的来信已收到，待人工核验。')
})
