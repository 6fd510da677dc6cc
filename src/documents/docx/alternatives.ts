import { drawnIn } from './drawings.ts'
import { childOf, type Element, type Node } from './xml.ts'

/**
 * What Word shows of a drawing that is written twice, for itself and for older programs: the older form, where it is there and lacks no text box
 * of the newer one.
 */
export function alternativeOf(alternatives: Element): readonly Node[] {
  const choice = childOf(alternatives, 'mc:Choice')
  const fallback = childOf(alternatives, 'mc:Fallback')
  if (fallback === undefined || fallback.children.length === 0) return choice?.children ?? []
  const boxes = (one: Element | undefined) => (one === undefined ? 0 : drawnIn(one).boxes.length)
  return choice !== undefined && boxes(choice) > boxes(fallback) ? choice.children : fallback.children
}
