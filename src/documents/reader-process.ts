import { flushCompileCache } from 'node:module'
import type { Document } from '../core/document/document.ts'
import type { FormCall } from '../core/form/assign/fill-form.ts'
import type { FormReading } from '../core/form/form.ts'
import { describeError } from '../errors.ts'
import { bufferOf } from './examine.ts'
import type { Finding } from './read-file.ts'
import type { ReadLimits } from './read-limits.ts'
import { createHearing, type ToldCall } from './told-calls.ts'
import { watched } from './watched.ts'

/** What the pool sends: one file to read. */
export type Job = {
  readonly document: Document
  readonly bytes: Uint8Array
  readonly limits: ReadLimits
  /** Of processor time that reading may take. */
  readonly milliseconds: number
  /** As whose forms what was read is understood, too. */
  readonly calls: readonly ToldCall[]
}

/** What the process answers: `ready` once, then for each job its findings and `done`, or `failed` where the fault is ours. */
export type Answer =
  | Finding
  /** What a document that was read is as the form of each of the job's calls, in their order. */
  | { readonly step: 'understood'; readonly index: number; readonly readings: readonly FormReading[] }
  | { readonly step: 'ready' }
  | { readonly step: 'done' }
  | { readonly step: 'failed'; readonly message: string }

const answer = (message: Answer): boolean | undefined => process.send?.(message)

const tell = watched(Number(process.argv[2]))

const hear = createHearing()

async function work({ document, bytes, limits, milliseconds, calls }: Job): Promise<void> {
  tell({ milliseconds })
  try {
    const { readFile } = await import('./read-file.ts')
    const read: Read[] = []
    for await (const finding of readFile(document, bufferOf(bytes), limits)) {
      answer(finding)
      if (finding.step === 'read') read.push(finding)
    }
    // Behind all documents: what takes too long here costs none of them.
    if (calls.length > 0) await understand(read, calls.map(hear))
    answer({ step: 'done' })
    // It will be ended by a signal, and would leave nothing behind then.
    flushCompileCache()
  } catch (error) {
    answer({ step: 'failed', message: describeError(error) })
  } finally {
    tell(null)
  }
}

type Read = Extract<Finding, { readonly step: 'read' }>

/** Forms are read here, for that takes longer than the documents do; what fails in it will fail where it is asked for, and be told there. */
async function understand(read: readonly Read[], calls: readonly FormCall[]): Promise<void> {
  const { readForm } = await import('../core/form/read-form.ts')
  for (const { index, document } of read) {
    const { content } = document
    if (content === null) continue
    try {
      answer({ step: 'understood', index, readings: calls.map(call => readForm(content, call)) })
    } catch {
      // As above.
    }
  }
}

process.on('message', (job: Job) => void work(job))
process.on('disconnect', () => process.exit())
answer({ step: 'ready' })
