import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** The only address that test servers listen on. */
export const LOOPBACK = '127.0.0.1'

// Below the range from which the system takes the ports of outgoing connections, so that none of them can snatch ours.
const LOWEST = 18_000
const HIGHEST = 32_000
const handedOut = new Set<number>()

/** A TCP port of 127.0.0.1 on which nothing listens now; never the same one twice from one process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    if (handedOut.has(port) || !(await canListen(port))) continue
    handedOut.add(port)
    return port
  }
  throw new Error(`no free port found on ${LOOPBACK} between ${LOWEST} and ${HIGHEST}`)
}

function canListen(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)))
  })
}

/**
 * Asks again until `condition` gives something truthy, and gives that. A condition that throws counts as «not yet»; what
 * it threw last is the `cause` of the error after `timeoutMs` (20 s unless told). `what` completes «waited for …».
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 20_000 }: { what: string; timeoutMs?: number },
): Promise<Exclude<T, null | undefined | false | 0 | ''>> {
  const giveUpAt = performance.now() + timeoutMs
  let cause: unknown
  for (;;) {
    try {
      const met = await condition()
      if (met) return met as Exclude<T, null | undefined | false | 0 | ''>
      cause = undefined
    } catch (error) {
      cause = error
    }
    if (performance.now() >= giveUpAt) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`, { cause })
    await pause(25)
  }
}
