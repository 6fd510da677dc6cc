import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Ends the connection at once, as a broken network does. */
export const CUT = Symbol('cut')
/** Says no more, and keeps the connection open. */
export const STALL = Symbol('stall')

/** A line without its end; several pieces where one of them is a literal. */
type Line = string | Uint8Array | readonly (string | Uint8Array)[]
type Answer = Line | typeof CUT | typeof STALL

/** What the server has heard, for answers that depend on it. */
export type Heard = { readonly command: string; readonly match: RegExpExecArray; readonly earlier: readonly string[] }

/**
 * «When the client says this, answer these lines.» Lines that begin with `*` or `+` go out as they are; any other gets the tag of the
 * command. A literal of the client stands in its command as the text itself; what it says after `+` is heard as «+ …».
 */
export type Rule = {
  readonly when: RegExp
  readonly answer: readonly Answer[] | ((heard: Heard) => readonly Answer[])
}

export type Dialogue = { readonly greeting: readonly Answer[]; readonly rules: readonly Rule[] }

export const rule = (when: RegExp, ...answer: readonly Answer[]): Rule => ({ when, answer })

/** A literal of RFC 9051 §4.3, behind what stands before it on the line. */
export const literal = (bytes: Uint8Array): readonly (string | Uint8Array)[] => [`{${bytes.length}}\r\n`, bytes]

export type ScriptedImap = Awaited<ReturnType<typeof startScriptedImap>>

/** A server on loopback that replays a dialogue, rule by rule; the first that fits answers. What fits none is answered with BAD. */
export async function startScriptedImap(dialogue: Dialogue) {
  const commands: string[] = []
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer(socket => {
    open.add(socket.setNoDelay(true))
    connections += 1
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    say(socket, dialogue.greeting, '')
    let asking: string | null = null
    listen(socket, line => {
      const [tag = '', ...words] = asking === null ? line.split(' ') : [asking, '+', line]
      const command = words.join(' ')
      const answers = answerTo(command, [...commands], dialogue)
      asking = answers.every(answer => typeof answer === 'string' && /^[*+]/.test(answer)) ? tag : null
      commands.push(command)
      say(socket, answers, tag)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** What clients said, without their tags. */
    commands: commands as readonly string[],
    /** Connections that are open now. */
    open: () => open.size,
    /** Connections that were made so far. */
    connections: () => connections,
    /** Says something that nobody asked for. */
    push: (...lines: readonly Answer[]): void => {
      for (const socket of open) say(socket, lines, '')
    },
    /** Waits until the client has said it. */
    said: async (pattern: RegExp): Promise<void> => {
      while (!commands.some(command => pattern.test(command))) await new Promise(resolve => setImmediate(resolve))
    },
    async stop(): Promise<void> {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function answerTo(command: string, earlier: readonly string[], { rules }: Dialogue): readonly Answer[] {
  for (const { when, answer } of rules) {
    const match = when.exec(command)
    if (match !== null) return typeof answer === 'function' ? answer({ command, match, earlier }) : answer
  }
  return ['BAD invalid command or parameters']
}

function say(socket: Socket, answers: readonly Answer[], tag: string): void {
  for (const answer of answers) {
    if (answer === STALL) return
    if (answer === CUT) {
      socket.destroySoon()
      return
    }
    const [first = '', ...rest] = (Array.isArray(answer) ? answer : [answer]) as readonly (string | Uint8Array)[]
    const tagged = typeof first === 'string' && !/^[*+]/.test(first) ? `${tag} ${first}` : first
    socket.write(Buffer.concat([tagged, ...rest, '\r\n'].map(piece => Buffer.from(piece as Uint8Array))))
  }
}

/** Hands on each command as one line; its literals are asked for and put in place. */
function listen(socket: Socket, hear: (line: string) => void): void {
  let received = Buffer.alloc(0)
  let command = ''
  let due: number | null = null
  const take = (bytes: number): string => {
    const taken = received.subarray(0, bytes).toString('latin1')
    received = received.subarray(bytes)
    return taken
  }
  socket.on('data', chunk => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const end = due ?? received.indexOf('\r\n') + 2
      if (end < (due ?? 2) || received.length < end) return
      command += take(end)
      const [marker, bytes, ready] = due === null ? (/\{(\d+)(\+?)\}\r\n$/.exec(command) ?? []) : []
      if (marker !== undefined) {
        command = command.slice(0, -marker.length)
        if (ready === '') socket.write('+ go on\r\n')
      } else if (due === null) {
        hear(command.slice(0, -2))
        command = ''
      }
      due = marker === undefined ? null : Number(bytes)
    }
  })
}
