import { readFileSync } from 'node:fs'
import type { PageJob, PageResult } from './page-job.ts'

const PRINTED = '党支部申报书'

/** A small picture with words on it, to see whether recognition works on this machine. */
export const samplePage = (): PageJob => ({
  kind: 'image',
  bytes: readFileSync(new URL('sample.png', import.meta.url)),
  entry: null,
  page: 1,
})

/** Whether the sample's words were read. */
export const isSampleRead = (result: PageResult): boolean =>
  result.status === 'recognised' && result.page.words.some(({ text }) => text.includes(PRINTED))
