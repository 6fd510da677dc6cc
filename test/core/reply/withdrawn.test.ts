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

describe('a withdrawal that a person confirmed', () => {
  const about = { relation: 'withdrawal', outcome: 'noted', ended: true } as const
  const decision = { ...about, naming: null, documents: [], checks: null }
  const told = (application: object) => replyTo({ decision, application }).text.replace(/\n/g, '')

  test('says that nothing is left, and how to apply again', () => {
    const text = told({ standing: null })
    expect(text).toContain('你支部的申报已撤回，此前报送的材料不再参加本次评审')
    expect(text).toContain('如需重新申报')
  })

  test('says that what was accepted after it counts: nobody is asked to send that again', () => {
    const text = told({ standing: { version: 2, receivedAt: new Date('2024-05-16T03:00:00Z') } })
    expect(text).toContain('其后受理的第2版（2024年5月16日 11:00收到）继续有效，无需重新报送')
    expect(text).not.toContain('如需重新申报')
  })

  test('says that what came after it waits for a person', () => {
    const text = told({ standing: null, waits: true })
    expect(text).toContain('其后报送的申报书仍待人工核验，结果另行告知')
    expect(text).not.toContain('如需重新申报')
  })
})
