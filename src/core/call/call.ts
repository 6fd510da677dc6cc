import type { DocumentKind } from '../document/document.ts'
import type { FormDescription } from '../form/description.ts'
import type { Branch } from './branch.ts'
import type { CheckDescription } from './check-description.ts'

export type { Branch, BranchType } from './branch.ts'

/** A month, `YYYY-MM`. */
export type Month = string

/** One notice asking for applications (通知): a file in `config/calls/`. */
export type Call = {
  readonly id: string
  readonly title: string
  /** How digest and desk name the call where there are several: `short`, else its id. */
  readonly short: string
  /** The unit whose branches apply, as it stands in subjects and file names. */
  readonly unit: string
  /** What may stand before the unit in a name and changes nothing: the university. */
  readonly university: string
  /** The roster is an invented one: replies may not go live. */
  readonly example: boolean
  /** The day of the notice, `YYYY-MM-DD` in the service's time zone. */
  readonly announced: string
  /** At or before this instant is in time. */
  readonly deadline: Date
  /** As published: it anchors the windows of the conditions, also where the deadline was put off. */
  readonly publishedDeadline: Date
  readonly cycle: { readonly from: Month; readonly to: Month }
  readonly roster: readonly Branch[]
  /** Templates with `{unit}` and `{branch}`. */
  readonly naming: { readonly subject: string; readonly file: string }
  /** What the form may come as; anything else is `file.format`. */
  readonly formats: readonly DocumentKind[]
  readonly form: FormDescription
  /** The conditions, in the order of the notice. */
  readonly checks: readonly CheckDescription[]
}
