import type { DocumentKind } from '../document/document.ts'

/** A document that a call asks for. */
export type Deliverable = {
  readonly id: string
  /** As letters call it. */
  readonly title: string
  /** What it may come as. A zip is always a container, and none of them. */
  readonly formats: readonly DocumentKind[]
  readonly required: boolean
  /** Whether there may be several: photos, scans of several pages. */
  readonly many: boolean
  /** How many of them, where the call says it: fewer or more are a note for staff. */
  readonly count?: number
  /** Titles at its head that tell it. */
  readonly titles: readonly string[]
  /** A file name that tells it, with `*` for anything: `*汇总表*`. */
  readonly name: string | null
  /** `form`: the call's form; `rows`: a table whose rows are compared with the forms; null: kept as it is. */
  readonly reads: 'form' | 'rows' | null
}

/** The form among them; null for a call that asks for none. */
export const formOf = (deliverables: readonly Deliverable[]): Deliverable | null =>
  deliverables.find(({ reads }) => reads === 'form') ?? null

/** Whether a call asks for a table in a workbook. */
export const asksForSheets = (calls: readonly { readonly deliverables: readonly Deliverable[] }[]): boolean =>
  calls.some(({ deliverables }) => deliverables.some(({ formats }) => formats.includes('xlsx')))

/** Whether the form may be photographed: such a photo is read as a scan is, and decides as little. */
export const takesPhotos = ({ deliverables }: { readonly deliverables: readonly Deliverable[] }): boolean =>
  formOf(deliverables)?.formats.includes('image') ?? false

/** What the form may come as, alone or packed. */
export const formFormats = (deliverables: readonly Deliverable[]): readonly DocumentKind[] => [
  ...(formOf(deliverables)?.formats ?? []),
  'zip',
]
