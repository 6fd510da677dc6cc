import type { DocumentKind } from '../document/document.ts'

/** A document that the notice asks for. */
export type ReadDeliverable = {
  readonly id: string
  readonly title: string
  readonly formats: readonly DocumentKind[] | null
  readonly required: boolean
  readonly many: boolean
  readonly name: string | null
  readonly reads: 'form' | 'rows' | null
}

/** A paper of which only what differs is said. */
export const paper = (said: Pick<ReadDeliverable, 'title'> & Partial<ReadDeliverable>): ReadDeliverable => ({
  ...{ id: '', formats: null, required: true, many: false, name: null, reads: null },
  ...said,
})
