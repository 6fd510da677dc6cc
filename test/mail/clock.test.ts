import { afterEach, describe, expect, it } from 'vitest'
import { createMailbox, type Mailbox } from '../../src/mail/mailbox.ts'
import { amended, bare } from '../support/imap-dialogues.ts'
import { rule, type ScriptedImap, startScriptedImap } from '../support/scripted-imap.ts'

const RECEIVED = new Date('2024-05-15T01:00:00Z')
const MINUTE = 60_000

let server: ScriptedImap
let mailbox: Mailbox
afterEach(async () => {
  await mailbox.close()
  await server.stop()
})

/** A server whose newest message is as old, by its own clock, as that. */
async function clocksOf(ageOfMessage: number, ours: Date, { within = true } = {}) {
  const answer = ({ match: [, term, seconds] }: { match: RegExpExecArray }) => {
    const isYounger = ageOfMessage <= Number(seconds) * 1000
    return [isYounger === (term === 'YOUNGER') ? '* SEARCH 7' : '* SEARCH', 'OK SEARCH completed']
  }
  const messages = [{ uid: 7, header: 'Subject: newest', internalDate: '15-May-2024 09:00:00 +0800' }]
  const dialogue = amended(
    bare(() => messages),
    rule(/^CAPABILITY$/, `* CAPABILITY IMAP4rev1${within ? ' WITHIN' : ''}`, 'OK done'),
    { when: /^UID SEARCH .*(YOUNGER|OLDER) (\d+)/, answer },
  )
  server = await startScriptedImap(dialogue)
  const at = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'jxdw', password: 'x', patience: 3000 } as const
  mailbox = createMailbox(at, '1')
  await mailbox.open('INBOX')
  return mailbox.clocks(ours)
}
const later = (minutes: number) => new Date(RECEIVED.getTime() + minutes * MINUTE)

describe('our clock beside the server’s', () => {
  it.each([
    [0, 0, 'agree'],
    [5, 9, 'agree'],
    [3 * 1440, 3 * 1440 - 9, 'agree'],
    [5, 3 * 1440, 'ahead'],
    [3 * 1440, 3 * 1440 + 12, 'ahead'],
    [3 * 1440, 5, 'behind'],
    [60, -60, 'behind'],
  ])('where a message is %i minutes old for the server and %i for us: %s', async (theirs, ours, clocks) => {
    expect(await clocksOf(theirs * MINUTE, later(ours))).toBe(clocks)
  })

  it('is not known where the server can’t be asked', async () => {
    expect(await clocksOf(5 * MINUTE, later(4 * 1440), { within: false })).toBe('unknown')
  })
})
