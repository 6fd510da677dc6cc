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
    expect(text).not.toMatch(/压缩包文件名|附上.{0,6}申请书|应为/)
  })

  test('asks for nothing that may have come', () => {
    const text = letter([form(), ...papers('Wear ')])
    expect(text).toContain('系统未能确认是否已收到“代表性论文全文”')
    expect(text).toContain('由科研院核对')
    expect(text).toContain('Wear 1.pdf')
    expect(text).not.toMatch(/请补发|缺少|不齐/)
  })

  test('calls what is misnamed by its own noun', () => {
    const text = letter([form(), ...papers('代表性论文')], { archive: '梁知远.zip' })
    expect(text).toContain('1. 压缩包文件名不符合通知要求')
    expect(text).toContain('请将压缩包文件名改为')
    expect(text).toContain('内容无需修改，改名后直接回复本邮件并附上压缩包')
    expect(text).toContain('【正确的文件名（可直接复制）】')
    expect(text).not.toMatch(/申请书文件名|附上申请书/)
  })

  test('asks in one sentence for what is to be mended and what is missing', () => {
    expect(letter([form('')])).toContain('改好后直接回复本邮件并附上申请书和所缺材料')
    expect(letter([form()], { archive: '梁知远.zip' })).toContain('并附上压缩包和所缺材料')
    expect(letter([articleOf('获奖证明材料.pdf')])).toContain('请直接回复本邮件并附上所缺材料')
  })

  test('tells with the receipt which form stands, where it came before', () => {
    const first = judged(calls, { documents: packed(ARCHIVE, [form()]) })
    const text = letter(papers('代表性论文'), { earlier: first })
    expect(text).toContain('已受理')
    expect(text).toContain('此前收到、继续有效的文件')
    expect(text).toContain('青年英才支持计划申请书.docx')
    expect(text).not.toContain('经人工核验')
    expect(letter([form(), ...papers('代表性论文')], { earlier: first })).not.toContain('此前收到、继续有效')
  })

  test('says of a new version that only what changed need be sent', () => {
    expect(letter([form(), ...papers('代表性论文')])).toContain('附上有更新的材料')
  })

  test('names the office whose clock counts', () => {
    expect(letter([form()], { days: 1 })).toContain('收到时间以科研院收件邮箱服务器的记录为准')
  })
})
