import { expect, test } from 'vitest'
import { pairedQuotes } from '../../../src/documents/recognition/quotes.ts'
import { withTicks } from '../../../src/documents/recognition/tick-boxes.ts'

const read = (line: string) => [...line].map((text, x) => ({ text, x, likely: 1 }))
const textOf = (line: ReturnType<typeof read>) => line.map(({ text }) => text).join('')

test.each([
  ['以“焊"卫初心', '以“焊”卫初心'],
  ['举办“蓄势“讲堂，"学"与"做"', '举办“蓄势”讲堂，“学”与“做”'],
  ['堂”与"岗"', '堂”与“岗”'],
])('quotes open and close in turn: «%s»', (line, told) => {
  expect(textOf(pairedQuotes(read(line)))).toBe(told)
})

test.each([
  ['老兵□述史', '老兵口述史'],
  ['□教师□学生', '□教师□学生'],
  ['□教师', '□教师'],
  ['类型：教师□', '类型：教师□'],
])('a box alone among ideographs is a 口: «%s»', (line, told) => {
  expect(textOf(withTicks(read(line), []))).toBe(told)
})
