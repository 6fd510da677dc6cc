import { expect, it } from 'vitest'
import type { App } from '../../src/app.ts'
import { MachineFault, StorageError } from '../../src/errors.ts'
import { createLull } from '../../src/worker/lull.ts'
import { recogniseInLulls } from '../../src/worker/recognition.ts'
import { recordedLog } from '../support/recorded-log.ts'

type Step = Awaited<ReturnType<App['recogniseNext']>> | Error

/** Goes through the steps, a round of the worker after each that leaves nothing to do; gives what was logged. */
async function played(steps: readonly Step[]) {
  const { log, lines } = recordedLog()
  const lull = createLull()
  const stop = new AbortController()
  const left = [...steps]
  const recogniseNext = async () => {
    const step = left.shift()
    setImmediate(() => (left.length === 0 ? stop.abort() : lull.during(async () => {})))
    if (step instanceof Error) throw step
    return step ?? { what: 'nothing', messageId: null }
  }
  await recogniseInLulls({ app: { recogniseNext, restRecognition: () => {} }, log }, lull, stop.signal)
  return { said: lines.map(({ msg }) => msg), left: left.length }
}

const page: Step = { what: 'document', messageId: 7 }

it('scans go on being read after a time in which the database could not be written', async () => {
  const { said, left } = await played([page, new StorageError('disk full'), page, { what: 'nothing', messageId: null }])
  expect(left).toBe(0)
  expect(said).toEqual(['scan recognised', 'a step of the round failed, will be tried again', 'scan recognised'])
})

it('where recognition itself is broken, it is left alone until the next start', async () => {
  const { said, left } = await played([new MachineFault('recognition did not start'), page])
  expect([left, said]).toEqual([1, ['scans can not be recognised']])
})
