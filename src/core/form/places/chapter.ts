import { type Block, plainText } from '../../document/document.ts'
import type { FieldId } from '../description.ts'
import { isProse } from '../evidence/shapes.ts'
import { KNOWN } from '../evidence/telling.ts'
import { looksOnlyLike, textFit } from '../evidence/text-fit.ts'
import type { Reading } from './candidate.ts'

/** Whether a heading that says «创建方案» is over more than the measures: one of its texts is all of them, and another is none. */
export function isOverMore(
  own: FieldId,
  texts: readonly { readonly label: string; readonly blocks: readonly Block[] }[],
  { labels, form, call }: Reading,
): boolean {
  const type = form.sections[own]?.type
  if (type !== 'measures') return false
  const fits = texts.map(({ label, blocks }) => ({ fit: textFit(blocks, call), label, text: plainText(blocks) }))
  const isAll = ({ fit, label }: (typeof fits)[number]) =>
    looksOnlyLike(fit) === type || (labels.tells(label).get(own) ?? 0) >= KNOWN
  return fits.some(isAll) && fits.some(one => !isAll(one) && one.fit[type] < NONE && isProse(one.text))
}
/** Nothing of it looks so. */
const NONE = 0.15
