import type { App } from '../app.ts'
import { ClockWrong, describeError, FolderRefused, isOutside, LoginRefused, Unreachable } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Memory } from './memory.ts'
import { type Desk, meet, works } from './servers.ts'

type Worker = { readonly app: App; readonly log: Log }

/** Milliseconds between two counts of the mailbox, and two looks at the clock. */
const COUNT_EVERY = 60 * 60_000

/** In the first round, and every hour. By a wrong clock nothing is done at all; a server that can't be asked, but for its login, is the sweep's to tell. */
export async function checkClock({ app, log, memory }: Desk): Promise<readonly unknown[]> {
  const { clockCheckedAt } = memory
  if (clockCheckedAt !== null && memory.monotonic() - clockCheckedAt < COUNT_EVERY) return []
  memory.clockCheckedAt = null
  try {
    await app.checkClock()
    memory.clockCheckedAt = memory.monotonic()
  } catch (error) {
    if (error instanceof LoginRefused) throw error
    if (!(error instanceof ClockWrong)) return []
    const words = describeError(error)
    if (memory.hush.isNews('clock', 'wrong'))
      log.error({ error: words }, 'the clock of this machine is wrong: nothing is judged or sent until it is right')
    return [error]
  }
  return []
}

/** A sweep, logged message by message; `onProgress` is called at each sign that it gets on. */
export async function scan(desk: Desk, onProgress: () => void) {
  const { concluded, errors, completed, more } = await desk.app.sweep(onProgress)
  const lost = errors.find(isOutside)
  if (completed) await works('mailbox', desk)
  else if (lost !== undefined) meet({ server: 'mailbox', kind: 'unreachable', words: describeError(lost) }, desk)
  const [refused, others] = parted(errors, error => completed && error instanceof FolderRefused)
  for (const error of refused) tellOfFolder(error, desk)
  tell(concluded, others, desk.log)
  return { errors: others, completed, more }
}

function parted<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [readonly Item[], readonly Item[]] {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))]
}

/** At once, and then once an hour: it fails nothing. */
function tellOfFolder(error: unknown, { log, memory }: Desk): void {
  const words = describeError(error)
  if (memory.hush.isNews(`folder ${words}`, words))
    log.warn({ error: words }, 'the server doesn’t open a folder: the others are served')
}

/** What staff wrote is carried out, a line at a time. */
export async function carryOutDesk({ app, log }: Worker): Promise<readonly unknown[]> {
  for (const message of await app.carryOutDesk()) log.info({ message }, 'what staff wrote was carried out')
  return []
}

export async function concludeSuspects({ app, log }: Worker): Promise<readonly unknown[]> {
  const { concluded, errors } = await app.concludeSuspects()
  tell(concluded, errors, log)
  return errors
}

type Told = Awaited<ReturnType<App['concludeSuspects']>>

function tell(concluded: Told['concluded'], errors: Told['errors'], log: Log): void {
  for (const { id, uid, what, outcome, error } of concluded) {
    const line = { id, uid, outcome, ...(error === null ? {} : { error }) }
    if (what === 'set-aside') log.error(line, 'message set aside: a person must look, see shenbao show')
    else if (what === 'later') log.warn(line, 'message failed, will be tried again')
    else log.info(line, `message ${what}`)
  }
  for (const error of errors) log.warn({ error: describeError(error) }, 'left for the next sweep')
}

/**
 * Every hour: is each message of the mailbox accounted for? What isn't is recorded now, and concluded by the next sweep. A `sweep` by hand,
 * which may be made each minute, counts where no other did within the hour; a worker that starts counts at once.
 */
export async function count({ app, log }: Worker, memory: Memory): Promise<readonly unknown[]> {
  const now = memory.monotonic()
  if (memory.countedAt !== null && now - memory.countedAt < COUNT_EVERY) return []
  if (!memory.lasting && app.isCountedSince(new Date(app.clock().getTime() - COUNT_EVERY))) return []
  for (const { path, onServer, unaccounted } of await app.reconcile()) {
    const line = { folder: path, onServer, unaccounted: unaccounted.length }
    if (unaccounted.length === 0) log.info(line, 'mailbox counted: every message is accounted for')
    else log.error({ ...line, uids: unaccounted.slice(0, 20) }, 'mailbox counted: messages were missing, recorded now')
  }
  memory.countedAt = now
  return []
}

export async function holdOverdue({ app, log }: Worker): Promise<readonly unknown[]> {
  for (const id of await app.holdOverdue()) log.warn({ id }, 'the deadline passed before the reply went out: held')
  return []
}

/** A pass over the outbox; `mayAsk`: whether the mailbox may be asked what was sent before. */
export async function send(desk: Desk, mayAsk: boolean): Promise<readonly unknown[]> {
  const pass = await desk.app.sendDue(mayAsk)
  const errors = await afterPass(pass, desk)
  if (pass.results.length === 0 && pass.stopped === null && desk.app.hasTrouble('smtp')) {
    // Nothing is due that would show it.
    await desk.app.trySending()
    await works('smtp', desk)
  }
  return errors
}

/** A pass over the outbox during a sweep; whether another one may be made. */
export async function sendMeanwhile(desk: Desk) {
  const pass = await desk.app.sendMeanwhile()
  return { goesOn: pass.goesOn, errors: await afterPass(pass, desk) }
}

type Pass = Awaited<ReturnType<App['sendDue']>>

async function afterPass({ results, stopped }: Pass, desk: Desk): Promise<readonly unknown[]> {
  for (const result of results) tellOfMail(result, desk.log)
  if (results.some(({ what }) => what === 'sent')) await works('smtp', desk)
  if (stopped === null) return []
  meet({ server: 'smtp', kind: stopped.kind, words: stopped.reason }, desk)
  return [new Unreachable(`mail waits: ${stopped.reason}`)]
}

function tellOfMail(result: Pass['results'][number], log: Log): void {
  const { id, kind, messageId, what } = result
  const reason = 'reason' in result ? result.reason : null
  const line = { id, kind, message: messageId, ...(reason === null ? {} : { reason }) }
  if (what === 'failed') log.error(line, 'mail refused for good: a person must look')
  else if (what === 'sent') log.info(line, 'mail sent')
  else if (what === 'found') log.info(line, 'mail found among the sent ones: it had gone out')
  else if (what === 'resume') log.info(line, 'mail was not handed over before the process ended, is sent now')
  else if (what === 'repeat') log.warn(line, 'mail may have gone out, is sent once more with the same Message-ID')
  else log.warn(line, `mail ${what}`)
}
