import { describe, expect, test } from 'vitest'
import { makeProblem, problemTitle } from '../../../src/core/judge/problem-text.ts'
import { shippedCall } from '../../support/shipped-call.ts'

describe('a problem', () => {
  test('carries what was seen and expected, and what to do', () => {
    const problem = makeProblem('file.name', { seen: '申报书.docx', expected: '正确.docx' })
    expect(problem).toEqual({
      code: 'file.name',
      seen: '申报书.docx',
      expected: '正确.docx',
      remedy: expect.any(String),
    })
    expect(problemTitle({ code: 'file.name', expected: null }, shippedCall.nouns)).toBe('申报书文件名不符合通知要求')
  })

  test('has null where nothing is known', () => {
    expect(makeProblem('subject.missing')).toMatchObject({ seen: null, expected: null })
  })

  test.each([
    ['encrypted', '取消密码'],
    ['corrupt', '能正常打开'],
    ['scanned', '可编辑的Word版'],
    ['undecodable', '重新添加附件'],
    ['too-large', '压缩其中的图片'],
    ['timeout', 'Word版'],
    ['toString', 'Word版'],
  ])('of a file that is %s asks for what helps', (detail, words) => {
    expect(makeProblem('file.unreadable', { detail }).remedy).toContain(words)
  })

  test('of an unknown branch points to the suggestions, where there are any', () => {
    expect(makeProblem('branch.unknown', { expected: '教工第一党支部' }, shippedCall.nouns).remedy).toContain(
      '请核对支部全称',
    )
    expect(makeProblem('branch.unknown', {}, shippedCall.nouns).remedy).toContain('由学院党委核对')
  })

  test('of a condition says first what the check found', () => {
    const { remedy } = makeProblem('eligibility.honour.branch', { detail: '荣誉栏填写为“无”。' })
    expect(remedy).toMatch(/^荣誉栏填写为“无”。如另有/)
  })
})
