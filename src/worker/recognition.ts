import type { App } from '../app.ts'
import { Cancelled, describeError, isOurFault, MachineFault } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Lull } from './lull.ts'

type Recognising = { readonly app: Pick<App, 'recogniseNext' | 'restRecognition'>; readonly log: Log }

/**
 * Reads scans page by page while the worker has nothing else to do, until the signal. Where recognition is missing or broken, it is left
 * alone until the next start: scans wait then, and nothing else changes.
 */
export async function recogniseInLulls(recognising: Recognising, lull: Lull, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
  try {
    while (!signal.aborted) {
      await Promise.race([lull.now(), stopped])
      if (signal.aborted) return
      if (!(await recognisesOne(recognising))) await Promise.race([lull.next(), stopped])
    }
  } catch (error) {
    if (!(error instanceof Cancelled))
      recognising.log.warn({ error: describeError(error) }, 'scans can not be recognised')
  }
}

/** Whether there may be more to do at once; a database that can't be read or written is no fault of recognition. */
async function recognisesOne({ app, log }: Recognising): Promise<boolean> {
  try {
    const { what, messageId } = await app.recogniseNext()
    if (what !== 'nothing') log.info({ message: messageId, what }, 'scan recognised')
    // Its models take memory that nothing needs until another scan comes.
    else app.restRecognition()
    return what !== 'nothing'
  } catch (error) {
    if (!isOurFault(error) || error instanceof Cancelled || error instanceof MachineFault) throw error
    log.error({ error: describeError(error) }, 'a step of the round failed, will be tried again')
    return false
  }
}
