import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/core/document/document.ts'
import { articleOf, formOf, judged, type Mail, packed } from '../../support/judged-mail.ts'
import { ARTICLES, callsOf } from '../../support/notices.ts'
import { replyTo } from './reply-input.ts'

const calls = callsOf(ARTICLES)
const [call = null] = calls
const ARCHIVE = '材料学院-梁知远-青年英才.zip'
const form = (phone = '13800000000'): Document =>
  formOf(
    '青年英才支持计划申请书',
    { 申请人: '梁知远', 所在学院: '材料学院', 手机号码: phone },
    { texts: { 研究内容: '研究硬质涂层的摩擦磨损行为，揭示其失效机理，建立寿命预测模型。' } },
  )
const papers = (named: string) => [1, 2, 3, 4, 5].map(n => articleOf(`${named}${n}.pdf`))

/** The letter on a mail with these documents in one archive. */
const letter = (documents: readonly Document[], { archive = ARCHIVE, ...mail }: Mail & { archive?: string } = {}) => {
  const [decision] = judged(calls, { ...mail, documents: packed(archive, documents) })
  return replyTo({ call, decision, composedAt: new Date(decision.receivedAt ?? 0) }).text
}

describe('a letter of a call that asks for several documents', () => {
  test('asks for what is missing by its title, and for nothing else', () => {
    const text = letter([form()])
    expect(text).toContain('1. 缺少“代表性论文全文”')
    expect(text).toContain('请直接回复本邮件并附上所缺材料')
  })

  test('asks for nothing that may have come', () => {
    const text = letter([form(), ...papers('Wear ')])
    expect(text).toContain('系统未能确认是否已收到“代表性论文全文”')
    expect(text).toContain('由科研院核对')
    expect(text).toContain('Wear 1.pdf')
    expect(text).not.toMatch(/请补发|缺少|不齐/)
  })
})
