import { expect, it } from 'vitest'
import { composeDigest } from '../../../src/core/digest/compose-digest.ts'
import { nextStep } from '../../../src/core/digest/next-step.ts'
import { callFacts, emptyDay, roster } from './digest-facts.ts'

const none = { packedAt: null, told: 0, exportedAt: null, purgedAt: null }
const [first = '', second = ''] = roster
const after = (milestones: object, desk = true) => {
  const call = { ...callFacts([first, second], ['accepted']), milestones: { ...none, ...milestones } }
  const digest = { ...emptyDay, composedAt: new Date('2024-05-21T00:00:00Z'), calls: [call] }
  return { call, digest: desk ? { ...digest, desk: { refused: { count: 0, addresses: [] } } } : digest }
}
const PACKED = { packedAt: new Date('2024-05-21T01:00:00Z') }

it.each([
  ['papers', {}, '评审材料', 'shenbao pack'],
  ['the result', PACKED, '汇总', 'shenbao results'],
  ['the rest of the result', { ...PACKED, told: 1 }, '汇总', 'shenbao results'],
])(
  'after the deadline the next step is a line to send, as a link too, for whoever decides by mail, else a command: %s',
  (_, milestones, line, command) => {
    const { digest } = after(milestones)
    const mail = composeDigest(digest)
    expect(mail.text).toMatch(new RegExp(`下一步[\\s\\S]*回复：${line}\\n`))
    expect(mail.html).toContain(`body=${encodeURIComponent(line)}%0D%0A`)
    expect(mail.text).not.toContain(command)
    expect(composeDigest(after(milestones, false).digest).text.replace(/\n\s*/g, ' ')).toContain(command)
  },
)

it('what no line does is the operator’s', () => {
  const { call, digest } = after({ ...PACKED, told: 2 })
  expect(nextStep(call, digest)?.line).toBeNull()
  expect(composeDigest(digest).text.replace(/\n\s*/g, '')).toContain('由管理员执行：shenbao export')
})
