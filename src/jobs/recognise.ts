import type { DocumentContent } from '../core/document/document.ts'
import type { Recognition } from '../core/document/scanned-document.ts'

/** A page of a scan that is to be recognised; `page` from 1. */
type Waiting = {
  readonly id: number
  readonly messageId: number
  readonly sha256: string
  readonly kind: 'pdf' | 'image'
  readonly page: number
  /** How often it was begun before. */
  readonly attempts: number
}

/** What became of a page; `page`: its words and lines, which only `compose` looks into. */
type PageResult =
  | { readonly status: 'recognised'; readonly page: unknown; readonly likely: number; readonly pages: number }
  | { readonly status: 'failed'; readonly why: string }

export type RecogniseNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly documents: {
    next(): Waiting | null
    begin(id: number, page: number): void
    /** It was begun and, through no fault of its own, not ended. */
    cancel(id: number, page: number): void
    keep(id: number, page: number, kept: { body: unknown; likely: number; of: number }): void
    pages(id: number): readonly { readonly body: unknown; readonly likely: number }[]
    end(id: number, became: Exclude<Recognition, { state: 'waiting' }>, at: Date): void
  }
  /** Throws what is no page's fault: a recognition that is missing or broken, or Cancelled. */
  readonly recognise: (scan: Waiting) => Promise<PageResult>
  readonly compose: (pages: readonly unknown[]) => DocumentContent
  /** So many pages of a document are recognised, and a page is begun so often. */
  readonly limits: { readonly pages: number; readonly attempts: number }
}

/** `nothing`: no scan waits. */
export type Recognised = {
  readonly what: 'nothing' | 'page' | 'document' | 'failed'
  readonly messageId: number | null
}

/**
 * Recognises one page of the scan that has waited longest; with its last page the scan is put together. What is recognised decides
 * nothing: it stands beside the case for the person who does.
 */
export async function recogniseNext(needs: RecogniseNeeds): Promise<Recognised> {
  const { documents, clock, limits } = needs
  const scan = documents.next()
  if (scan === null) return { what: 'nothing', messageId: null }
  const { id, messageId } = scan
  const fail = (why: string): Recognised => {
    needs.transaction(() => documents.end(id, { state: 'failed', why }, clock()))
    return { what: 'failed', messageId }
  }
  if (scan.attempts >= limits.attempts) return fail('interrupted')
  needs.transaction(() => documents.begin(id, scan.page))
  const result = await recogniseOr(
    () => needs.transaction(() => documents.cancel(id, scan.page)),
    needs.recognise(scan),
  )
  if (result.status === 'failed') return fail(result.why)
  return needs.transaction(() => {
    documents.keep(id, scan.page, { body: result.page, likely: result.likely, of: result.pages })
    if (scan.page < Math.min(result.pages, limits.pages)) return { what: 'page', messageId }
    const pages = documents.pages(id)
    const likely = pages.reduce((sum, page) => sum + page.likely, 0) / pages.length
    const content = needs.compose(pages.map(({ body }) => body))
    documents.end(id, { state: 'recognised', content, likely }, clock())
    return { what: 'document', messageId }
  })
}

/** An attempt counts where the process dies in it, or the page does something: not where it was told to stop. */
async function recogniseOr(cancel: () => void, recognising: Promise<PageResult>): Promise<PageResult> {
  try {
    return await recognising
  } catch (error) {
    cancel()
    throw error
  }
}
