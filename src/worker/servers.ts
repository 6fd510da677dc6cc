import type { App } from '../app.ts'
import { busyMinutes } from '../core/sending/retry.ts'
import type { TroubleKind } from '../core/sending/trouble.ts'
import { describeError, isOutside, LoginRefused, SenderRefused } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Memory, pause, type Server } from './memory.ts'

/** Where trouble with a server is met. */
export type Desk = { readonly app: App; readonly log: Log; readonly memory: Memory }

/** A refusal that a person must mend is repeated no sooner, in minutes. */
const REFUSED_PAUSE = 15

/** What a failure says of the server it happened at; null where it says nothing of it. */
export function troubleIn(error: unknown): TroubleKind | null {
  if (error instanceof LoginRefused) return 'login'
  if (error instanceof SenderRefused) return 'sender'
  return isOutside(error) ? 'unreachable' : null
}

type Met = { readonly server: Server; readonly kind: TroubleKind; readonly words: string }

/** A server doesn't do its work for us: it is left alone for a while where asking does no good, and who must know is told. */
export function meet(met: Met, desk: Desk): void {
  const { app, log, memory } = desk
  if (met.kind === 'login' || met.kind === 'sender') pause(met.server, REFUSED_PAUSE, memory)
  if (met.kind === 'busy') {
    memory.busyTimes += 1
    pause(met.server, busyMinutes(memory.busyTimes), memory)
  }
  tell(met, desk)
  try {
    app.meetTrouble(met)
  } catch (why) {
    log.error({ error: describeError(why) }, 'the trouble with a server could not be recorded')
  }
}

/** In the server's words, when they are new, and then once an hour. */
function tell({ server, kind, words }: Met, { log, memory }: Desk): void {
  if (!memory.hush.isNews(server, `${kind} ${words}`)) return
  const line = { server, error: words, ...(memory.lasting ? { nextTry: nextTry(kind, memory) } : {}) }
  if (kind === 'login' && memory.lasting)
    log.error(line, 'login refused: check user and password; next try in 15 minutes')
  else if (kind === 'login') log.error(line, 'login refused: check user and password')
  else if (kind === 'sender') log.error(line, 'the server takes no mail from us: check smtp.from and smtp.user')
  else if (kind === 'busy') log.warn(line, 'the server wants less mail: what is due waits')
  else if (server === 'smtp') log.warn(line, 'no mail can be handed over: what is due waits')
  else log.warn(line, 'the mailbox can’t be looked at: tried again by each round')
}

const nextTry = (kind: TroubleKind, { busyTimes }: Memory): string => {
  if (kind === 'unreachable') return 'next round'
  return kind === 'busy' ? `in ${busyMinutes(busyTimes)} minutes` : `in ${REFUSED_PAUSE} minutes`
}

/** The server does its work. */
export async function works(server: Server, desk: Desk): Promise<void> {
  const { app, log, memory } = desk
  memory.hush.forget(server)
  if (server === 'smtp') memory.busyTimes = 0
  await orSay(async () => {
    if (await app.endTrouble(server)) log.info({ server }, 'the server works again')
  }, desk)
}

export const raiseAlarms = (desk: Desk): Promise<void> => orSay(() => desk.app.raiseAlarms(), desk)

/** For those who watch many services; that it could not be written is said, once an hour, and stops nothing. */
export function writeMetrics({ app, log, memory }: Desk): void {
  try {
    app.writeMetrics()
  } catch (error) {
    const words = describeError(error)
    if (memory.hush.isNews('metrics', words)) log.warn({ error: words }, 'the metrics could not be written')
  }
}

/** What nobody hears of is no alarm: that it could not be raised is said, once an hour, and stops nothing. */
async function orSay(raise: () => Promise<void>, { log, memory }: Desk): Promise<void> {
  try {
    await raise()
  } catch (error) {
    const words = describeError(error)
    if (memory.hush.isNews('alarm', words))
      log.error({ error: words }, 'the alarm could not be raised: see alarm in service.yaml')
  }
}
