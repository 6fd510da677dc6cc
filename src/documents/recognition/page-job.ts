import type { Page } from '../layout/page.ts'

/** What is to be recognised: one page (counted from 1) of a PDF, or a picture, which is one page. */
export type PageJob = {
  readonly kind: 'pdf' | 'image'
  readonly bytes: Uint8Array
  /** The SHA-256 of the document where `bytes` are an archive that it came in. */
  readonly entry: string | null
  readonly page: number
}

/** The same as its process gets it, with the processor time that it may take. */
export type TimedPageJob = PageJob & { readonly milliseconds: number }

/** What became of a page. `likely`: how sure of its characters, from 0 to 1; `pages`: how many the document has. */
export type PageResult =
  | { readonly status: 'recognised'; readonly page: Page; readonly likely: number; readonly pages: number }
  | {
      readonly status: 'failed'
      readonly why: 'timeout' | 'too-large' | 'undrawable' | 'missing'
      readonly pages: number | null
    }

/** What the process answers: `ready` once its models are loaded, then a result for each job; `broken` where they can't be. */
export type RecogniserAnswer =
  | { readonly step: 'ready' }
  | { readonly step: 'broken'; readonly message: string }
  | { readonly step: 'done'; readonly result: PageResult }
