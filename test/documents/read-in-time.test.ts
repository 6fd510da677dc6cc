import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import type { Attachment } from '../../src/core/message/message.ts'
import { createQueue } from '../../src/documents/queue.ts'
import { readInTime } from '../../src/documents/read-in-time.ts'

const file = (name: string): Attachment => ({ name, bytes: Buffer.from(name), sha256: name, ...REST })
const REST = { contentType: 'application/octet-stream' } as unknown as Omit<Attachment, 'name' | 'bytes' | 'sha256'>
const READ = { kind: 'docx', status: 'read', why: null, archive: null, content: { blocks: [] } } as const

const settled = () => new Promise<void>(resolve => setImmediate(resolve))

/** Reads six files, one after another; each waits so long for a free reader, and then takes so long, in milliseconds of a clock of its own. */
async function readSix({ waits, takes }: { waits: number; takes: number }): Promise<readonly (string | null)[]> {
  let now = 0
  const inTurn = createQueue({ most: 1, usual: 1, patienceMs: 60_000 })
  const read = ({ name }: { readonly name: string }, begun?: () => void): Promise<Document[]> =>
    inTurn(async () => {
      await settled()
      now += waits
      begun?.()
      now += takes
      return [{ ...READ, name, sha256: name, bytes: 1 }]
    })
  const documents = await readInTime(['a', 'b', 'c', 'd', 'e', 'f'].map(file), {
    ...{ read, documentSeconds: 1, signal: new AbortController().signal },
    monotonic: () => now,
  })
  return documents.map(({ why }) => why)
}

describe('the documents of a message', () => {
  it('are all read where their reading takes little, however long they waited for a free reader', async () => {
    expect(await readSix({ waits: 60_000, takes: 1 })).toEqual([null, null, null, null, null, null])
  })

  it('are given up as a timeout once two at a time took three times what one may', async () => {
    expect(await readSix({ waits: 0, takes: 1500 })).toEqual([null, null, null, null, 'timeout', 'timeout'])
  })
})
