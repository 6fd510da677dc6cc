import { describe, expect, test } from 'vitest'
import { recipientOf } from '../../../src/core/reply/recipient.ts'

const OWN = 'jxdw@dlut.edu.cn'
const of = (...addresses: readonly string[]) => addresses.map(address => ({ name: '学院党委', address }))
const to = (from: readonly string[], replyTo: readonly string[] = []) =>
  recipientOf({ from: of(...from), replyTo: of(...replyTo) }, OWN)?.address ?? null

describe('a reply goes', () => {
  test.each([
    ['to From', ['a@dlut.edu.cn'], [], 'a@dlut.edu.cn'],
    ['to Reply-To of the same domain', ['a@dlut.edu.cn'], ['b@DLUT.edu.cn'], 'b@DLUT.edu.cn'],
    ['to From where Reply-To is elsewhere', ['a@dlut.edu.cn'], ['b@evil.com'], 'a@dlut.edu.cn'],
    ['to From where Reply-To has two addresses', ['a@x.cn'], ['b@x.cn', 'c@x.cn'], 'a@x.cn'],
    ['to From where Reply-To is our own', ['a@dlut.edu.cn'], [OWN], 'a@dlut.edu.cn'],
    ['nowhere without From', [], ['b@dlut.edu.cn'], null],
    ['nowhere with two addresses in From', ['a@x.cn', 'b@x.cn'], [], null],
    ['nowhere where it came from ourselves', ['JXDW@dlut.edu.cn'], [], null],
    ['nowhere with a broken address', ['a@x.cn\r\nBcc: b@x.cn'], [], null],
    ['nowhere with an address that hides another', ['a@x.cn,b@x.cn'], [], null],
    ['nowhere with an endless address', [`${'a'.repeat(1_000_000)}@x.cn`], [], null],
  ])('%s', (_, from, replyTo, address) => {
    expect(to(from, replyTo)).toBe(address)
  })

  test('without the name that the sender chose', () => {
    expect(recipientOf({ from: of('a@x.cn'), replyTo: [] }, OWN)).toEqual({ name: '', address: 'a@x.cn' })
  })
})
