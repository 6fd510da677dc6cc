import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** The moments of an SMTP conversation at which a peer may fail; `body` is the end of the mail, behind which it was handed over. */
export type Moment = 'connect' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'RSET' | 'body'

export type Fault = 'cut' | 'hang' | { readonly answer: string }

/** A bad habit: what it does at a moment, given what was said (the mail itself at `body`); null for what is right. */
export type Habit = (moment: Moment, said: string) => Fault | null

/** How it fails then: with an answer of its own, by cutting the connection, or by saying nothing more. */
export type Failing = {
  readonly at: Moment
  readonly how: Fault
  /** It fails just once, when it has so many mails; else each time. */
  readonly onceAfter?: number
}

export type FaultySmtp = {
  readonly port: number
  /** Mails that were handed over whole, whatever was answered. */
  readonly received: readonly string[]
  /** How often somebody connected. */
  readonly connections: () => number
  /** What clients said, mails left out. */
  readonly commands: readonly string[]
  /** Another habit from now on; null: it does everything right. */
  become(habit: Habit | null): void
  stop(): Promise<void>
}

const GOOD: Readonly<Record<Moment, string>> = {
  connect: '220 ready',
  EHLO: '250-faulty\r\n250 AUTH PLAIN',
  AUTH: '235 ok',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  RSET: '250 ok',
  body: '250 queued',
}

/** An SMTP server on loopback that fails on cue and else accepts everything. */
export async function startFaultySmtp(failing: Failing | Habit | null): Promise<FaultySmtp> {
  const received: string[] = []
  const commands: string[] = []
  const open = new Set<Socket>()
  let connections = 0
  let left = failing
  const failsAt: Habit = (moment, said) => {
    if (moment !== 'body' && said !== '') commands.push(said)
    if (typeof left === 'function') return left(moment, said)
    if (left?.at !== moment || (left.onceAfter ?? received.length) !== received.length) return null
    const { how } = left
    if (left.onceAfter !== undefined) left = null
    return how
  }
  const server = createServer(socket => {
    connections += 1
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    converse(socket, failsAt, received)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    commands,
    become: habit => {
      left = habit
    },
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function converse(socket: Socket, failsAt: Habit, received: string[]): void {
  let text = ''
  let inBody = false
  const answer = (moment: Moment, said: string): void => {
    const how = failsAt(moment, said) ?? { answer: GOOD[moment] }
    if (how === 'cut') socket.destroy()
    else if (how !== 'hang') socket.write(`${how.answer}\r\n`)
    inBody = moment === 'DATA' && how !== 'cut' && how !== 'hang' && how.answer.startsWith('354')
  }
  answer('connect', '')
  socket.on('data', chunk => {
    text += chunk.toString('latin1')
    for (;;) {
      const end = text.indexOf(inBody ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = text.slice(0, end)
      text = text.slice(end + (inBody ? 5 : 2))
      if (inBody) received.push(said)
      const moment = inBody ? 'body' : momentOf(said)
      if (moment === null) socket.write('221 bye\r\n')
      else answer(moment, said)
    }
  })
}

const momentOf = (said: string): Moment | null => {
  const verb = said.slice(0, 4).toUpperCase()
  return (['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'RSET'] as const).find(one => one === verb) ?? null
}
