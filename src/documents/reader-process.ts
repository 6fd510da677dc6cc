import { flushCompileCache } from 'node:module'
import type { Document } from '../core/document/document.ts'
import { describeError } from '../errors.ts'
import { bufferOf } from './examine.ts'
import type { Finding } from './read-file.ts'
import type { ReadLimits } from './read-limits.ts'
import { watched } from './watched.ts'

/** What the pool sends: one file to read. */
export type Job = {
  readonly document: Document
  readonly bytes: Uint8Array
  readonly limits: ReadLimits
  /** Of processor time that reading may take. */
  readonly milliseconds: number
}

/** What the process answers: `ready` once, then for each job its findings and `done`, or `failed` where the fault is ours. */
export type Answer =
  | Finding
  | { readonly step: 'ready' }
  | { readonly step: 'done' }
  | { readonly step: 'failed'; readonly message: string }

const answer = (message: Answer): boolean | undefined => process.send?.(message)

const tell = watched(Number(process.argv[2]))

async function work({ document, bytes, limits, milliseconds }: Job): Promise<void> {
  tell({ milliseconds })
  try {
    const { readFile } = await import('./read-file.ts')
    for await (const finding of readFile(document, bufferOf(bytes), limits)) answer(finding)
    answer({ step: 'done' })
    // It will be ended by a signal, and would leave nothing behind then.
    flushCompileCache()
  } catch (error) {
    answer({ step: 'failed', message: describeError(error) })
  } finally {
    tell(null)
  }
}

process.on('message', (job: Job) => void work(job))
process.on('disconnect', () => process.exit())
answer({ step: 'ready' })
