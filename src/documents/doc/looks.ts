import type { Look } from '../../core/document/document.ts'
import { lookOf, type Tally } from '../looks.ts'
import { isOn, NONE, numberIn, type Properties, SPRM, switchIn } from './properties.ts'
import type { Style, Styles } from './styles.ts'

/** How a run looks, by itself and by the styles of its paragraph and its own. */
type RunLook = { readonly bold: boolean; readonly hidden: boolean; readonly size?: number }

/** Answers from its last answer where neighbours have the same properties, which they mostly have. */
export function runLooks(styles: Styles): (run: Properties, paragraph: Properties) => RunLook {
  let last: readonly [Properties, Properties, RunLook] = [NONE, NONE, { bold: false, hidden: false }]
  return (run, paragraph) => {
    if (last[0] !== run || last[1] !== paragraph) last = [run, paragraph, runLook(styles, run, paragraph)]
    return last[2]
  }
}

function runLook(styles: Styles, run: Properties, paragraph: Properties): RunLook {
  const ofParagraph = styles(numberIn(paragraph, SPRM.paragraphStyle)).properties
  const own = styles(numberIn(run, SPRM.characterStyle)).properties
  const either = (code: number): boolean => {
    // Switches of the two styles cancel one another.
    const style = isOn(ofParagraph, code) !== isOn(own, code)
    return switchIn(run, code, style) ?? style
  }
  const halves = numberIn(run, SPRM.size) ?? numberIn(own, SPRM.size) ?? numberIn(ofParagraph, SPRM.size)
  const isDeleted = isOn(run, SPRM.deleted)
  const hidden = isDeleted || either(SPRM.hidden)
  return { bold: either(SPRM.bold), hidden, ...(halves !== null && { size: halves / 2 }) }
}

const CENTRED = 1
const BODY_TEXT = 9

type Paragraph = { readonly style: Style; readonly list: Look['list'] | null; readonly tally: Tally }

/** A paragraph's look; its properties with those of its style. */
export function paragraphLook(properties: Properties, { style, list, tally }: Paragraph): Look {
  const stated = properties.get(SPRM.outline)?.[0]
  const outline = stated === undefined ? style.heading : stated < BODY_TEXT ? stated + 1 : 0
  const alignment = properties.get(SPRM.alignment)?.[0] ?? properties.get(SPRM.oldAlignment)?.[0]
  return lookOf(tally, { outline, list, centred: alignment === CENTRED })
}
