import { afterAll, beforeAll, expect, it } from 'vitest'
import { mayBeApplication } from '../../src/core/message/may-be-application.ts'
import { createMailbox, type Mailbox } from '../../src/mail/mailbox.ts'
import { type EmbeddedImap, startEmbeddedImap } from '../support/embedded-imap.ts'
import { LOGIN } from '../support/live-config.ts'
import { bytesOf, corpus } from '../support/mail-corpus/corpus.ts'
import { shippedCall } from '../support/shipped-call.ts'

/** All but the malformed ones, on which the embedded server itself would spend minutes. */
const fixtures = corpus.filter(({ name }) => !name.startsWith('malformed/'))
let imap: EmbeddedImap
let mailbox: Mailbox

beforeAll(async () => {
  imap = await startEmbeddedImap(LOGIN)
  const at = new Date('2024-05-19T08:00:00Z')
  for (const fixture of fixtures) imap.deliver(bytesOf(fixture), at)
  mailbox = createMailbox({ host: '127.0.0.1', port: imap.port, tls: 'none', ...LOGIN }, '1.0')
})

afterAll(async () => {
  await mailbox.close()
  await imap.stop()
})

it('header and structure lead to the download of every application and every question of the corpus', async () => {
  await mailbox.open('INBOX')
  const passedOver: string[] = []
  let shown = 0
  for await (const chunk of mailbox.previews({ above: 0 }))
    for (const { preview } of chunk) {
      const fixture = fixtures[shown]
      shown += 1
      if (fixture !== undefined && !mayBeApplication(preview, [shippedCall])) passedOver.push(fixture.name)
    }
  expect(shown).toBe(fixtures.length)
  const relationOf = (name: string) => fixtures.find(fixture => fixture.name === name)?.expected.relation
  expect(passedOver.filter(name => ['application', 'inquiry'].includes(relationOf(name) ?? ''))).toEqual([])
  expect(passedOver).toContain('ordinary/lunch')
})
