import type { App } from '../app.ts'
import { Cancelled, describeError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Lull } from './lull.ts'

type Recognising = { readonly app: Pick<App, 'recogniseNext' | 'restRecognition'>; readonly log: Log }

/**
 * Reads scans page by page while the worker has nothing else to do, until the signal. Where recognition is missing or broken, it is left
 * alone until the next start: scans wait then, and nothing else changes.
 */
export async function recogniseInLulls({ app, log }: Recognising, lull: Lull, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
  try {
    while (!signal.aborted) {
      await Promise.race([lull.now(), stopped])
      if (signal.aborted) return
      const { what, messageId } = await app.recogniseNext()
      if (what !== 'nothing') log.info({ message: messageId, what }, 'scan recognised')
      else {
        // Its models take memory that nothing needs until another scan comes.
        app.restRecognition()
        await Promise.race([lull.next(), stopped])
      }
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) log.warn({ error: describeError(error) }, 'scans can not be recognised')
  }
}
