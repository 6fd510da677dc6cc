import { describe, expect, it } from 'vitest'
import { contentOfMail } from '../../src/mail/attachments.ts'
import { uuencodedIn } from '../../src/mail/uuencode.ts'

const HEADER = 'From: a@example.com\r\nContent-Type: text/plain; charset="gb2312"\r\n\r\n'
/** 45 bytes, all of them 0x00. */
const LINE = `M${'`'.repeat(60)}\n`
const mailOf = (text: string): Buffer => Buffer.from(`${HEADER}${text}`)

describe('files uuencoded in the text of a mail', () => {
  it('are read however large they are', () => {
    const lines = Math.ceil(7_500_000 / 45)
    const { attachments } = contentOfMail(mailOf(`附件\nbegin 644 a.doc\n${LINE.repeat(lines)}\`\nend\n`))
    expect(attachments.map(({ name, bytes }) => ({ name, size: bytes?.length }))).toEqual([
      { name: 'a.doc', size: lines * 45 },
    ])
  })

  it('are no more than a mail may have parts', () => {
    const { attachments } = contentOfMail(mailOf(`附件\n${'begin 644 a\n#AAAA\n`\nend\n'.repeat(5000)}`))
    expect(attachments.length).toBeGreaterThan(100)
    expect(attachments.length).toBeLessThanOrEqual(1000)
  })

  it.each([
    ['without an end', `begin 644 a.doc\n${LINE}and so on\n`],
    ['without a line', 'begin 644 a.doc\nend\n'],
    ['of a sentence', 'begin 644 words of a sentence\nthat ends\nend\n'],
  ])('are none %s: the text stays as it is', (_, text) => {
    const written = Buffer.from(text)
    expect(uuencodedIn(written, 10)).toEqual({ files: [], rest: written })
  })

  it('leave the text around them', () => {
    const { files, rest } = uuencodedIn(Buffer.from(`一\nbegin 644 a\n${LINE}\`\nend\n二\nbegin 644 b\n${LINE}end`), 10)
    expect(files.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(rest.toString()).toBe('一\n二\n')
  })
})
