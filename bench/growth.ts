import { application, type Delivered } from './applications.ts'
import { type Measurement, median, type Row, say, timed } from './measurement.ts'
import { timeOf } from './process-time.ts'
import { type Mailbox, type Mailboxes, seededMailboxes } from './seeded.ts'

/** Of what prints what is stored; the others do the same work however much that is. */
const TARGET = 1.2
const NEW = 20

type Work = { readonly what: string; readonly times: number; measure(mailbox: Mailbox, run: number): Promise<number> }

const WORK: readonly Work[] = [
  { what: 'shenbao list', times: 3, measure: ({ variables }) => timeOf(['list'], variables) },
  { what: 'shenbao list --json', times: 3, measure: ({ variables }) => timeOf(['list', '--json'], variables) },
  { what: 'a digest: facts, text, html, xlsx', times: 3, measure: ({ app }) => timed(() => app.previewDigest()) },
  { what: 'a sweep with nothing new', times: 5, measure: ({ app }) => timed(() => app.sweep()) },
  { what: `a sweep that concludes and answers ${NEW} applications already read`, times: 1, measure: settleNew },
]

/** What staff and the service do every day, with ten years on record against one call. */
export const measureGrowth: Measurement = async runs => {
  const mailboxes = await seededMailboxes()
  const rows: Row[] = []
  for (const work of WORK) rows.push(await compare(work, mailboxes, runs))
  return rows
}

/** In turns, so that a busy moment of the machine hits both; the first of each counts for nothing. */
async function compare({ what, times, measure }: Work, { few, many }: Mailboxes, runs: number): Promise<Row> {
  const all = { few: [] as number[], many: [] as number[] }
  for (let run = 0; run <= runs * times; run++) {
    const found = { few: await measure(few, run), many: await measure(many, run) }
    if (run === 0) continue
    all.few.push(found.few)
    all.many.push(found.many)
  }
  const ratio = median(all.many) / median(all.few)
  say(`${what}: ${ratio.toFixed(2)}`)
  return {
    what: `${what}, with ${many.submissions} submissions stored against ${few.submissions}`,
    target: `≤ ${TARGET} ×`,
    measured: `${ratio.toFixed(2)} × (${ms(median(all.many))} against ${ms(median(all.few))})`,
    met: ratio <= TARGET,
  }
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`

async function settleNew({ stage, app }: Mailbox, run: number): Promise<number> {
  const mails = await newMails(run, stage.deadline)
  for (const { source, receivedAt: now } of mails)
    await app.judgeFile({ file: 'new.eml', source, received: null, internalDate: now, now })
  await stage.deliver(mails)
  const before = stage.smtp.accepted.length
  const time = await timed(async () => {
    await app.sweep()
    await app.sendDue()
  })
  const answered = stage.smtp.accepted.length - before
  if (answered !== NEW) throw new Error(`${answered} of ${NEW} were answered`)
  return time
}

const newMails = (run: number, deadline: Date): Promise<readonly Delivered[]> =>
  Promise.all(
    Array.from({ length: NEW }, (_, index) => application(run * NEW + index, { receivedAt: new Date(), deadline })),
  )
