import { describe, expect, test } from 'vitest'
import { replyTo } from './reply-input.ts'

describe('a withdrawal that a person must confirm', () => {
  const decision = { relation: 'withdrawal', outcome: 'held', naming: null, documents: [], checks: null } as const

  test('says that what was accepted counts until then', () => {
    const standing = { version: 1, receivedAt: new Date('2024-05-15T01:00:00Z') }
    const { text } = replyTo({ decision, application: { standing } })
    expect(text.replace(/\n/g, '')).toContain(
      '确认之前，此前已受理的第1版（2024年5月15日 09:00收到）继续有效；确认结果另行告知。',
    )
  })

  test('and nothing of that where nothing was accepted', () => {
    expect(replyTo({ decision }).text).not.toContain('继续有效')
  })
})
