import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../src/app.ts'
import type { Config } from '../src/config/config.ts'
import { createLog } from '../src/log.ts'
import { round } from '../src/worker/round.ts'
import { type EmbeddedImap, startEmbeddedImap } from '../test/support/embedded-imap.ts'
import { type EmbeddedSmtp, startEmbeddedSmtp } from '../test/support/embedded-smtp.ts'
import { LOGIN, liveConfig } from '../test/support/live-config.ts'
import { sampleMails } from './sample-mails.ts'
import { saveMails } from './save-mails.ts'
import { demoTable } from './table.ts'

const MINUTE = 60_000

/** Plays the week of the call on a simulated clock: real servers' protocols, the real sweep, outbox and digest. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, quiet: { type: 'boolean' } } })
  const say = (text: string) => values.quiet === true || process.stdout.write(text)
  const out = resolve(process.env.INIT_CWD ?? '.', values.out ?? 'demo-out')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const [imap, smtp] = await Promise.all([startEmbeddedImap(LOGIN), startEmbeddedSmtp(LOGIN)])
  try {
    say('Playing 14 to 20 May 2024: a committee’s mailbox in the week of its call.\n\n')
    const config = liveConfig({ imap: imap.port, smtp: smtp.port }, { SHENBAO_DATABASE: join(out, 'shenbao.db') })
    await play({ imap, smtp, config, say })
    const saved = await saveMails(smtp.accepted, out)
    say(`\n${saved.length} mails were sent. Everything is in ${out}:\n`)
    say('  replies/   each reply as .txt, .html and .eml\n  digests/   each daily digest as .txt, .html and .eml\n')
    say('  shenbao.db the database; look at it with:\n')
    say(`    SHENBAO_DATABASE=${join(out, 'shenbao.db')} npm run -s shenbao -- list\n`)
  } finally {
    await Promise.all([imap.stop(), smtp.stop()])
  }
}

type Stage = {
  readonly imap: EmbeddedImap
  readonly smtp: EmbeddedSmtp
  readonly config: Config
  readonly say: (text: string) => unknown
}

async function play({ imap, smtp, config, say }: Stage): Promise<void> {
  let now = new Date('2024-05-14T15:00:00+08:00')
  const log = createLog('silent')
  const app = createApp(config, { clock: () => now, log })
  const sweepAt = async (moment: Date) => {
    now = moment
    await round({ app, config, log })
  }
  try {
    await sweepAt(now)
    for (const { at, mails } of agenda()) {
      for (const mail of mails) {
        imap.deliver(await mail.source(latestReplyTo(mail.from, smtp)), mail.at)
        say(`  ${clockOf(mail.at)}  ${mail.shows}\n`)
      }
      await sweepAt(at)
    }
    say(`\n${demoTable(sampleMails, app.overview().related(), config.timezone)}`)
  } finally {
    await app.close()
  }
}

type Moment = { readonly at: Date; readonly mails: typeof sampleMails }

/** The minutes at which the worker would find something to do: after each arrival, at each digest, and after the deadline. */
function agenda(): readonly Moment[] {
  const minutes = new Map<number, (typeof sampleMails)[number][]>()
  const plan = (at: number) => minutes.get(at) ?? minutes.set(at, []).get(at) ?? []
  for (const mail of sampleMails) plan(Math.floor(mail.at.getTime() / MINUTE) * MINUTE + MINUTE).push(mail)
  for (let day = 15; day <= 21; day++) plan(Date.parse(`2024-05-${day}T08:00:00+08:00`))
  plan(Date.parse('2024-05-20T10:05:00+08:00'))
  return [...minutes].sort(([a], [b]) => a - b).map(([at, mails]) => ({ at: new Date(at), mails }))
}

/** The Message-ID of the latest mail that went to the sender, as their client would answer it. */
function latestReplyTo(from: string, smtp: EmbeddedSmtp): string | null {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from
  const reply = smtp.accepted.findLast(({ to }) => to.includes(address))
  return /^Message-ID:\s*(<[^>]+>)/im.exec(reply?.source.toString('latin1') ?? '')?.[1] ?? null
}

const clockOf = (at: Date): string =>
  new Date(at.getTime() + 8 * 60 * MINUTE).toISOString().slice(5, 16).replace('T', ' ')

await main()
