import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth, fitMiddle, fitTo, padTo, wrap } from '../../../src/core/text/text-width.ts'

test.each([
  ['abc', 3],
  ['党支部', 6],
  ['A党，“”…', 11],
  ['e\u0301', 1],
  ['😀', 2],
  ['', 0],
])('%s is %d columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('a text is padded and cut by columns', () => {
  expect(padTo('党', 4)).toBe('党  ')
  expect(fitTo('机械制造系教工党支部', 9)).toBe('机械制…')
  expect(fitTo('教工党支部', 10)).toBe('教工党支部')
  expect(fitMiddle('特种制备与成形研究生导师师生第二党支部', 20)).toBe('特种制备…第二党支部')
})

test('no line starts with a closing mark or breaks a date', () => {
  expect(wrap('请在截止时间，即2024年5月20日 10:00前发送。', 16)).toEqual([
    '请在截止时间，即',
    '2024年5月20日 10:00',
    '前发送。',
  ])
})

test('what can’t be broken stands alone', () => {
  expect(wrap(`校验 ${'a1'.repeat(20)} 完毕`, 10)).toEqual(['校验', 'a1'.repeat(20), '完毕'])
})

test('wrapping loses no character but spaces and keeps to the width', () => {
  const piece = fc.constantFrom('党', '支', '，', '“', '”', 'ab', ' ', '12', '年', '（')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const lines = wrap(text, 20)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) if (/^[党支年]*$/.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(20)
    }),
  )
})

test('wraps a long text without delay', () => {
  expect(wrap('（“'.repeat(5000), 72).length).toBeGreaterThan(0)
  expect(wrap('1'.repeat(50_000), 72)).toHaveLength(1)
})
