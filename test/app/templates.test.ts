import { describe, expect, it } from 'vitest'
import { createTemplates } from '../../src/app/templates.ts'
import type { Document, WhyUnreadable } from '../../src/core/document/document.ts'
import { NO_TEMPLATE } from '../../src/core/form/description.ts'
import { lazy } from '../../src/lazy.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { shippedCall } from '../support/shipped-call.ts'

const blank: Document = {
  ...{ name: 'party-branch.docx', bytes: 1, sha256: 'a', kind: 'docx', status: 'read', why: null, archive: null },
  content: { blocks: [], marks: [] } as unknown as Document['content'],
}
const unreadable = (why: WhyUnreadable): Document => ({ ...blank, status: 'unreadable', why, content: null })

/** A reader that finds the template so, one time after the other; then as it is. */
async function read(times: number, ...found: readonly Document[]) {
  const { log, said } = recordedLog()
  let asked = 0
  const readers = lazy(() => ({ read: async () => [found[asked++] ?? blank] }))
  const own = { ...shippedCall, form: { ...shippedCall.form } }
  const templates = createTemplates({ calls: [own], readers, log })
  for (let time = 0; time < times; time += 1) await templates.read()
  const [call] = templates.within([own])
  return { asked, isKnown: call?.form.template.content === blank.content, said: said('could not be read').length }
}

describe('the blank form of a call', () => {
  it('is read once, however often it is needed', async () => {
    expect(await read(5)).toEqual({ asked: 1, isKnown: true, said: 0 })
  })

  it('is the same for everything in a process that knows the call', async () => {
    const { log } = recordedLog()
    const own = { ...shippedCall, form: { ...shippedCall.form } }
    const [first, second] = [1, 2].map(() => {
      const readers = lazy(() => ({ read: async () => [blank] }))
      return createTemplates({ calls: [own], readers, log })
    })
    await first?.read()
    await second?.read()
    expect(second?.within([own])[0]).toBe(first?.within([own])[0])
  })

  it.each([
    ['there is none', NO_TEMPLATE, blank],
    ['nothing can read it', shippedCall.form.template, unreadable('encrypted')],
  ])(
    'leaves the call the same for whoever asks of whatever list of calls where %s: what was read as its form is found again',
    async (_, template, found) => {
      const own = { ...shippedCall, form: { ...shippedCall.form, template } }
      const readers = lazy(() => ({ read: async () => [found] }))
      const templates = createTemplates({ calls: [own], readers, log: recordedLog().log })
      await templates.read()
      expect(templates.within([own])[0]).toBe(templates.within([own])[0])
    },
  )

  it('is read the next time where the machine was too busy', async () => {
    expect(await read(5, unreadable('timeout'))).toEqual({ asked: 2, isKnown: true, said: 1 })
  })

  it('is done without where that goes on, and where nothing can read it', async () => {
    const busy = unreadable('timeout')
    expect(await read(5, busy, busy, busy)).toEqual({ asked: 3, isKnown: false, said: 3 })
    expect(await read(5, unreadable('encrypted'))).toEqual({ asked: 1, isKnown: false, said: 1 })
  })
})
