import { expect, it } from 'vitest'
import { htmlTextOf } from '../../src/mail/html-text.ts'

const shown = (html: string) =>
  htmlTextOf(Buffer.from(`From: a@b.cn\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`))

it.each([
  ['<div>17 同意</div><p hidden>18 退回</p>', '17 同意'],
  ['17 同意<span style="display:none">18 退回</span>', '17 同意'],
  ['17 同意<span style="color:#&#102;ff">18 退回</span>', '17 同意'],
  ['17 同意<font style=FONT-SIZE:0px>18 退回</font>', '17 同意'],
  ['<div style="display:none"><p>18 退回</div>17 同意', '17 同意'],
  ['<p hidden>18 退回<p>17 同意', '17 同意'],
  ['<img style="display:none">17 同意', '17 同意'],
  ['17 同意<div style="visibility:hidden">18 退回', '17 同意'],
  ['<p style="color:#fff1e0">17 同意</p>', '17 同意'],
  ['<p style="font-size:1em">17 同意</p>', '17 同意'],
])('what an element hides is not shown (%s)', async (html, text) => {
  expect((await shown(html))?.trim()).toBe(text)
})

it.each([
  ['nested deeper than anybody nests', `${'<b>'.repeat(50_000)}18 退回${'</i>'.repeat(50_000)}`],
  ['with an attribute of many attributes', `<p ${'style='.repeat(50_000)}>18 退回`],
  ['with a style longer than anybody writes', `<p style="${'display '.repeat(50_000)}">18 退回`],
])('HTML %s shows nothing from there on', async (_, html) => {
  expect(await shown(`17 同意<br>${html}`)).toBe('17 同意\n')
})

it('a mail without HTML shows none', async () => {
  expect(await htmlTextOf(Buffer.from('From: a@b.cn\r\n\r\n17 同意'))).toBeUndefined()
})
