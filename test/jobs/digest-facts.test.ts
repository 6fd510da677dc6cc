import { expect, it } from 'vitest'
import { composeDigest } from '../../src/core/digest/compose-digest.ts'
import { digestSheets } from '../../src/core/digest/digest-sheets.ts'
import { gatherDigestFacts } from '../../src/jobs/digest-facts.ts'
import type { Related } from '../../src/jobs/digest-related.ts'
import { service } from '../core/digest/digest-facts.ts'
import { shippedCall } from '../support/shipped-call.ts'

const message = (id: number): Related => ({
  ...{ id, folder: 'INBOX', state: 'judged', relation: 'application', call: shippedCall.id, number: null },
  ...{ outcome: 'held', version: 1, standing: false, attempts: 1, settledAt: new Date('2024-05-16T01:00:00Z') },
  branch: id % 2 === 0 ? (shippedCall.roster[id % 30]?.name ?? null) : `没人想到的第${id}党支部`,
  ...{ receivedAt: '2024-05-16T00:59:00.000Z', from: `a${id}@x.cn`, subject: '申报书', withheldFor: null },
})

it('takes 5,000 submissions, each branch that nobody expected among them', () => {
  const facts = gatherDigestFacts('daily', new Date('2024-05-17T00:00:00Z'), {
    ...{ calls: [shippedCall], timezone: 'Asia/Shanghai', replies: 'live', mailbox: 'a@b.cn', contact: '办公室' },
    related: () => Array.from({ length: 5000 }, (_, index) => message(index + 1)),
    decisionOn: () => null,
    folders: () => [],
    outboxCounts: () => service.replies,
    digestBefore: () => null,
    auditHead: () => null,
    diskFree: () => null,
  })
  const { text } = composeDigest(facts)
  expect(text).toContain('迄今收到的申报（5000件）')
  expect(text.length).toBeLessThan(60_000)
  expect(digestSheets(facts)[2]?.rows).toHaveLength(5000)
  expect(digestSheets(facts)[0]?.rows).toHaveLength(shippedCall.roster.length + 2500)
})
