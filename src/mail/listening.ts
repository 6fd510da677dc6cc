import { performance } from 'node:perf_hooks'
import type { ImapFlow } from 'imapflow'

/** Milliseconds: what ends sooner was refused, and would be refused again. */
const SHORTEST = 1000

/**
 * Listens to the open folder (IDLE, RFC 2177, or NOOP now and then where the server has none) until mail is announced, another command
 * ends it (`alone` is then false), or the connection is lost, at which `idle()` resolves as if nothing had happened.
 */
export async function listen(flow: ImapFlow, alone: () => boolean): Promise<'announced' | 'ended'> {
  let listener = (): void => undefined
  const announced = new Promise<'announced'>(resolve => {
    listener = () => resolve('announced')
    flow.once('exists', listener)
  })
  try {
    return await Promise.race([announced, idleOn(flow, alone)])
  } finally {
    flow.off('exists', listener)
  }
}

/** A quiet connection is kept alive by a NOOP, which ends IDLE: so it is begun again. */
async function idleOn(flow: ImapFlow, alone: () => boolean): Promise<'ended'> {
  while (flow.usable && alone()) {
    const begun = performance.now()
    if ((await flow.idle()) === false || performance.now() - begun < SHORTEST) break
  }
  return 'ended'
}
