import { describeError } from '../../errors.ts'
import { sha256 } from '../../sha256.ts'
import { listArchive } from '../archive.ts'
import { createBudget } from '../budget.ts'
import { bufferOf } from '../examine.ts'
import { watched } from '../watched.ts'
import type { Models } from './models.ts'
import type { PageJob, PageResult, RecogniserAnswer, TimedPageJob } from './page-job.ts'

/** More pixels on the longer side cost time and memory, and are no better read. */
const LONGEST = 2200

const answer = (message: RecogniserAnswer): boolean | undefined => process.send?.(message)

async function recognise({ kind, page: number, ...where }: PageJob, models: Models): Promise<PageResult> {
  let pages = null
  try {
    const bytes = where.entry === null ? where.bytes : await entryOf(where.bytes, where.entry)
    if (bytes === null) return { status: 'failed', why: 'missing', pages }
    const { decodePicture } = await import('./picture.ts')
    const { drawPage } = await import('./draw-page.ts')
    const drawn = kind === 'pdf' ? await drawPage(bytes, number, LONGEST) : null
    pages = drawn?.pages ?? 1
    const picture = drawn?.picture ?? (await decodePicture(bytes, LONGEST))
    const { recognisePage } = await import('./recognise-page.ts')
    return { status: 'recognised', ...(await recognisePage(picture, models)), pages }
  } catch {
    return { status: 'failed', why: 'undrawable', pages }
  }
}

/** What an archive's entries may come to altogether. */
const INFLATED_BYTES = 100 * 1024 * 1024

async function entryOf(archive: Uint8Array, wanted: string): Promise<Uint8Array | null> {
  const budget = createBudget(INFLATED_BYTES)
  for (const entry of await listArchive(bufferOf(archive))) {
    const bytes = await entry.read(budget)
    if (sha256(bytes) === wanted) return bytes
  }
  return null
}

const tell = watched(Number(process.argv[2]))

async function work({ milliseconds, ...job }: TimedPageJob, models: Models): Promise<void> {
  tell({ milliseconds })
  const result = await recognise(job, models)
  tell(null)
  answer({ step: 'done', result })
}

process.on('disconnect', () => process.exit())
void start()

async function start(): Promise<void> {
  try {
    const { loadModels } = await import('./models.ts')
    const models = await loadModels()
    process.on('message', (job: TimedPageJob) => void work(job, models))
    answer({ step: 'ready' })
  } catch (error) {
    answer({ step: 'broken', message: describeError(error) })
  }
}
