import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/log.ts'
import { newMemory } from '../../src/worker/memory.ts'
import { round } from '../../src/worker/round.ts'
import { composeMail } from '../support/compose-mail.ts'
import { startCourier } from '../support/courier.ts'
import { startCyrus } from '../support/cyrus.ts'
import { type EmbeddedSmtp, startEmbeddedSmtp } from '../support/embedded-smtp.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN, liveConfig } from '../support/live-config.ts'
import type { OtherImap } from '../support/other-imap.ts'
import { DAY } from '../support/real-service.ts'

const TITLE = '党建工作样板支部申报书-机械工程学院'
const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)
const month = (years: number) => new Date(deadline.getTime() + years * 365 * DAY).toISOString().slice(0, 7)

async function application(branch: string, header = ''): Promise<Buffer> {
  const bytes = await formDocx(filledAnswers({ deadline, branchName: branch }))
  const source = await composeMail({
    ...{
      from: `${branch.length}@branch.example`,
      subject: `${TITLE}${branch}`,
      messageId: `<${branch.length}@client.example>`,
    },
    ...{ receivedAt: new Date(), files: [{ name: `${TITLE}${branch}.docx`, bytes }] },
  })
  return Buffer.concat([Buffer.from(header), source])
}

describe.each([
  ['Cyrus', startCyrus],
  ['Courier', startCourier],
] as const)('on %s', (_, startServer) => {
  let imap: OtherImap
  let smtp: EmbeddedSmtp
  let folder: string
  let world: ReturnType<typeof createWorld>
  const mails: Buffer[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shenbao-other-'))
    imap = await startServer('jxdw')
    smtp = await startEmbeddedSmtp(LOGIN)
    world = createWorld()
    mails.push(await application('教工第一党支部'))
  })
  afterAll(async () => {
    await world?.app.close()
    await imap?.stop()
    await smtp?.stop()
    rmSync(folder, { recursive: true })
  })

  function createWorld() {
    const config = liveConfig(
      { imap: imap.port, smtp: smtp.port },
      {
        SHENBAO_DATABASE: join(folder, 'shenbao.db'),
        SHENBAO_MAILBOX_USER: 'jxdw',
        SHENBAO_MAILBOX_FOLDERS: `INBOX,${imap.shared}`,
        SHENBAO_MAILBOX_SINCE: new Date(Date.now() - DAY).toISOString().slice(0, 10),
      },
      call =>
        call
          .replace(/^announced:.*$/m, `announced: ${new Date(Date.now() - DAY).toISOString().slice(0, 10)}`)
          .replace(/^deadline:.*$/m, `deadline: ${deadline.toISOString()}`)
          .replace(/^cycle:.*$/m, `cycle: { from: ${month(0)}, to: ${month(2)} }`),
    )
    const log = createLog('silent')
    const app = createApp(config, { clock: () => new Date(), log })
    const memory = newMemory()
    return { app, round: () => round({ app, config, log }, memory) }
  }
  const append = (source: Buffer) => imap.asUser(client => client.append('INBOX', source))
  const list = () => [...world.app.overview().messages()]
  const replies = () => smtp.accepted.filter(({ to }) => to[0]?.endsWith('@branch.example')).length

  it('a sweep reads the mailbox and the folder that somebody shares, and writes nothing', async () => {
    await append(mails[0] ?? Buffer.alloc(0))
    const shared = await application('教工第二支部党支部')
    await imap.toShared(client =>
      client.append(imap.shared.endsWith('applications') ? 'INBOX.applications' : 'INBOX', shared),
    )
    expect(await world.round()).toEqual([])
    expect(list().map(({ relation }) => relation)).toEqual(['application', 'application'])
    expect(replies()).toBe(2)
    const flags = await imap.asUser(async client => {
      await client.mailboxOpen('INBOX', { readOnly: true })
      return (await client.fetchAll('1:*', { flags: true })).flatMap(one => [...(one.flags ?? [])])
    })
    expect(flags.filter(flag => flag !== '\\Recent')).toEqual([])
  })

  it('new mail is announced, or found by the next sweep', async () => {
    const heard = world.app.waitForMail()
    await append(await application('教工第三党支部教工'))
    expect(['announced', 'ended']).toContain(
      await Promise.race([heard, new Promise(resolve => setTimeout(resolve, 5000, 'ended'))]),
    )
    expect(await world.round()).toEqual([])
    expect(list()).toHaveLength(3)
    expect(replies()).toBe(3)
  })

  it('another UIDVALIDITY, with another header line, causes no second reply', async () => {
    const uidValidity = () => list().find(({ branch }) => branch === '教工第一党支部')?.uidValidity
    const before = uidValidity()
    await world.app.close()
    await imap.renumber()
    world = createWorld()
    await append(Buffer.concat([Buffer.from('Status: RO\r\n'), mails[0] ?? Buffer.alloc(0)]))
    expect(await world.round()).toEqual([])
    expect(replies()).toBe(3)
    expect(uidValidity()).not.toBe(before)
  })
})
