import { describe, expect, it } from 'vitest'
import { asExpected, BLIND, comesTo } from '../../support/people/blind.ts'

describe('mails written by somebody who had seen only the contract’s table', () => {
  it.each(BLIND.map(one => [`${one.id} ${one.mail.subject}`, one] as const))('%s', async (_, one) => {
    const { letter, ...expected } = one.expected
    const isAnswered = letter !== 'none'
    expect(asExpected(await comesTo(one), one.expected)).toEqual({ ...expected, isAnswered })
  })
})
