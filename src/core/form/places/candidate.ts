import type { Call } from '../../call/call.ts'
import type { Block } from '../../document/document.ts'
import type { FormDescription } from '../description.ts'
import type { Labels } from '../evidence/labels.ts'
import type { Telling } from '../evidence/telling.ts'
import type { Place } from './place.ts'

/** A part of the document that a field may own as a whole, with the places within it. */
export type Candidate = {
  /** In reading order. */
  readonly order: number
  /** Its heading or label as written; '' for what stands before the first heading. */
  readonly label: string
  readonly telling: Telling
  readonly blocks: readonly Block[]
  readonly takes: readonly object[]
  /** What of the form's own words closes it: «意见», «说明»; null where it may hold answers. */
  readonly closing: string | null
  readonly places: readonly Place[]
  /** Whether it is a heading's, not a cell's or a line's. */
  readonly isSection: boolean
  /** Whether it is labels with their answers: whatever its heading says («支部概况»), it is no text. */
  readonly isOfValues: boolean
}

/** What a document is read by: the labels that are known, the form's fields, and the call that dates it. */
export type Reading = {
  readonly labels: Labels
  readonly form: FormDescription
  readonly call: Pick<Call, 'cycle' | 'announced'>
}
