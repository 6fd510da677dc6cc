import { describe, expect, it } from 'vitest'
import { diagnoseDesk } from '../../../src/core/doctor/diagnose-desk.ts'

const senders = { authservId: 'mail.dlut.edu.cn', trusted: false, domains: ['dlut.edu.cn'] }
const members = [{ name: '王老师', address: 'wang@dlut.edu.cn' }]
const lines = (settings: Parameters<typeof diagnoseDesk>[0], outside: number, withResults: number) =>
  [...diagnoseDesk(settings, { outside, withResults })].map(
    ({ ok, seen, todo }) => `${ok ? '✓' : '✗'} ${seen} ${todo ?? ''}`,
  )

describe('doctor on the desk by mail', () => {
  it('says that it is closed where nobody is listed', () => {
    expect(lines({ members: [], senders }, 20, 20)).toEqual([expect.stringContaining('closed')])
  })

  it('says for whom it is open, and warns of addresses outside our domains', () => {
    const two = [...members, { name: 'li@qq.com', address: 'li@qq.com' }]
    const [open, outside] = lines({ members: two, senders }, 0, 0)
    expect(open).toContain('王老师 <wang@dlut.edu.cn>, li@qq.com')
    expect(outside).toMatch(/^✗ li@qq\.com: outside/)
  })

  it.each([
    [false, 20, 20, '✓', 'may be set to true'],
    [false, 20, 19, '✓', 'shown back first'],
    [false, 3, 3, '✓', 'shown back first'],
    [true, 20, 20, '✓', 'proves a member'],
    [true, 20, 19, '✗', 'senders.trusted: false'],
  ])('trusted %s, %i from outside, %i with results: %s %s', (trusted, outside, withResults, mark, words) => {
    const line = lines({ members, senders: { ...senders, trusted } }, outside, withResults).at(-1)
    expect(line).toContain(words)
    expect(line?.startsWith(mark)).toBe(true)
  })
})
