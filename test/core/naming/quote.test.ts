import { expect, test } from 'vitest'
import { quote, tidy } from '../../../src/core/naming/normalise.ts'
import { readName } from '../../../src/core/naming/read-name.ts'
import { call } from './call.ts'

test('a branch with nested brackets is quoted as it was written', () => {
  const written = '增材制造（中心（筹））党支部'
  expect(readName(`党建工作样板支部申报书-机械工程学院${written}`, 'subject', call).branch).toMatchObject({ written })
})

test.each(['教工第一（含（新能源(一)班））', '增材〔中心《筹》〕'])(
  'brackets at the end of what is quoted stay whole: %s',
  written => {
    const tidied = tidy(`甲${written}，乙`)
    const end = tidied.text.indexOf(',')
    expect(quote(tidied, 1, end)).toBe(written)
  },
)
