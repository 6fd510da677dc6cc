import type { Config } from '../config/config.ts'
import type { Call } from '../core/call/call.ts'
import { asksForSheets } from '../core/call/deliverable.ts'
import { domainOf, parseAddress } from '../core/message/address.ts'
import type { Address } from '../core/message/message.ts'
import type { Staff } from '../core/sending/staff-mail.ts'
import { createReaderPool, type ReaderPool } from '../documents/reader-pool.ts'
import { createRecogniser, type Recogniser } from '../documents/recognition/recogniser.ts'
import { createSuspicion, type Suspicion } from '../jobs/suspicion.ts'
import { type Lazy, lazy } from '../lazy.ts'
import type { Log } from '../log.ts'
import { createMailbox, type Mailbox } from '../mail/mailbox.ts'
import { createSender, type Sender } from '../mail/sender.ts'
import { refuseHalfRestored, requireFile } from '../store/open-file.ts'
import { openStore, type Store } from '../store/store.ts'
import { VERSION } from '../version.ts'
import { effectiveCalls } from './effective-calls.ts'
import { mailServer } from './mail-server.ts'
import { createPulse, type Pulse } from './pulse.ts'
import { createTemplates, type Templates } from './templates.ts'

/** The edges, each made when it is first needed: `judge` opens neither database nor connection. */
export type Parts = {
  readonly config: Config
  readonly clock: () => Date
  readonly log: Log
  readonly from: Address
  readonly staff: Staff
  readonly store: Lazy<Store>
  /** The calls as amended until now; looks into the database. */
  readonly calls: () => readonly Call[]
  readonly mailbox: Lazy<Mailbox>
  readonly sender: Lazy<Sender>
  readonly readers: Lazy<ReaderPool>
  readonly recogniser: Lazy<Recogniser>
  /** Aborted when the process is to end. */
  readonly ending: AbortController
  readonly pulse: Pulse
  readonly templates: Templates
  readonly suspicion: Suspicion
}

/** `readers`: a pool that lives longer than the app, which then leaves it open; `makesDatabase`: false refuses where there is none. */
export type AppNeeds = {
  readonly clock: () => Date
  readonly log: Log
  readonly readers?: Pick<ReaderPool, 'read' | 'expect'>
  readonly makesDatabase?: boolean
}

export function createParts(config: Config, { clock, log, readers: lent, makesDatabase = true }: AppNeeds): Parts {
  const { mailbox, smtp, limits, database } = config
  const from = parseAddress(smtp.from)
  const store = lazy(() => {
    refuseHalfRestored(database)
    if (!makesDatabase) requireFile(database)
    return openStore(database, `${mailbox.user}@${mailbox.host}`)
  })
  const readers = lazy(() =>
    lent === undefined
      ? createReaderPool({ limits: { ...limits, sheets: asksForSheets(config.calls) }, size: limits.readers })
      : { ...lent, close: async () => {} },
  )
  return {
    config,
    clock,
    log,
    from,
    staff: { digestTo: config.staff.digestTo, domain: domainOf(from.address) },
    store,
    calls: effectiveCalls(config.calls, store),
    mailbox: lazy(() => createMailbox({ ...mailServer('mailbox', config), largest: limits.messageBytes }, VERSION)),
    sender: lazy(() => createSender(mailServer('smtp', config), from)),
    readers,
    recogniser: lazy(() => createRecogniser(limits.ocr)),
    ending: new AbortController(),
    pulse: createPulse(),
    suspicion: createSuspicion(),
    templates: createTemplates({ calls: config.calls, readers, log }),
  }
}

/** Takes down what was made: connections, reader processes, the database last. */
export async function closeParts({ store, mailbox, sender, readers, recogniser }: Parts): Promise<void> {
  try {
    sender.made?.close()
    await recogniser.made?.close()
    await readers.made?.close()
    await mailbox.made?.close()
  } finally {
    store.made?.close()
  }
}
