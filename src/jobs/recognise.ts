import type { DocumentContent } from '../core/document/document.ts'
import type { Recognition } from '../core/document/scanned-document.ts'

/** A page of a scan that is to be recognised; `page` from 1. */
type Waiting = {
  readonly id: number
  readonly messageId: number
  readonly sha256: string
  readonly kind: 'pdf' | 'image'
  readonly page: number
  /** How many there are; null: not known yet. */
  readonly pages: number | null
  /** How often it was begun before. */
  readonly attempts: number
}

/** What became of a page; `page`: its words and lines, which only `compose` looks into. */
type PageResult =
  | { readonly status: 'recognised'; readonly page: unknown; readonly likely: number; readonly pages: number }
  | { readonly status: 'failed'; readonly why: string; readonly pages: number | null }

/** A page as it is kept; `page` is null where it could not be recognised. */
export type KeptPage = { readonly page: unknown; readonly likely: number; readonly why: string | null }

export type RecogniseNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly documents: {
    next(): Waiting | null
    begin(id: number, page: number): void
    /** It was begun and, through no fault of its own, not ended. */
    cancel(id: number, page: number): void
    keep(id: number, page: number, kept: { body: KeptPage; of: number }): void
    pages(id: number): readonly KeptPage[]
    end(id: number, became: Exclude<Recognition, { state: 'waiting' }>, at: Date): void
  }
  /** Throws what is no page's fault: a recognition that is missing or broken, or Cancelled. */
  readonly recognise: (scan: Waiting) => Promise<PageResult>
  /** null for a page that could not be recognised. */
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
  const of = result.pages ?? scan.pages
  if (result.status === 'failed' && of === null) return fail(result.why)
  return needs.transaction(() => {
    documents.keep(id, scan.page, { body: keptOf(result), of: of ?? 1 })
    if (scan.page < Math.min(of ?? 1, limits.pages)) return { what: 'page', messageId }
    const became = composedOf(documents.pages(id), needs.compose)
    documents.end(id, became, clock())
    return { what: became.state === 'failed' ? 'failed' : 'document', messageId }
  })
}

export const keptOf = (result: PageResult): KeptPage =>
  result.status === 'recognised'
    ? { page: result.page, likely: result.likely, why: null }
    : { page: null, likely: 0, why: result.why }

/** A page that failed leaves the others as they are. */
export function composedOf(
  pages: readonly KeptPage[],
  compose: RecogniseNeeds['compose'],
): Exclude<Recognition, { state: 'waiting' }> {
  const recognised = pages.filter(({ page }) => page !== null)
  if (recognised.length === 0) return { state: 'failed', why: pages[0]?.why ?? 'missing' }
  const likely = recognised.reduce((sum, page) => sum + page.likely, 0) / recognised.length
  return { state: 'recognised', content: compose(pages.map(({ page }) => page)), likely }
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
