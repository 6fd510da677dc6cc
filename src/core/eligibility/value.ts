import type { CheckType } from '../call/check-description.ts'
import { type FieldId, type FieldType, labelOf } from '../form/description.ts'
import type { CheckInput, Finding } from './check.ts'
import { review } from './finding.ts'

/** What the form says in a field, as written, and how the form calls it. */
export type Told = { readonly text: string; readonly label: string }

/** null where nothing was read there; an empty place is a matter of completeness. */
export function told(field: FieldId, { form, call }: Pick<CheckInput, 'form' | 'call'>): Told | null {
  const text = form.values[field]?.trim() ?? ''
  return text === '' ? null : { text, label: labelOf(call.form, field) }
}

export const unread = (field: FieldId, { call }: Pick<CheckInput, 'call'>): Finding =>
  review([], `系统未能识别“${labelOf(call.form, field)}”，请人工核对。`)

/** «不少于2，不超过5». */
export const boundsText = (
  { least, most }: { readonly least?: number; readonly most?: number },
  show: (value: number) => string = String,
): string =>
  [least === undefined ? null : `不少于${show(least)}`, most === undefined ? null : `不超过${show(most)}`]
    .filter(bound => bound !== null)
    .join('，')

const yuan = (value: number): string => `${value}元`
export const percent = (value: number): string => `${Math.round(value * 10_000) / 100}%`
export const yearsOld = (value: number): string => `${value}周岁`

/** How a condition's bounds are written over a field of this type. */
export function shownAs(type: CheckType, field: FieldType | undefined): (value: number) => string {
  if (type === 'ratio') return percent
  if (type === 'age') return yearsOld
  return field === 'money' ? yuan : String
}

export const isWithin = (
  value: number,
  { least, most }: { readonly least?: number; readonly most?: number },
): boolean => value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY)
