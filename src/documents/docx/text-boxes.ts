import { childOf, type Element, type Node, parse, serialise, topmost } from './xml.ts'

/** A text box drawn in DrawingML becomes one in VML, whose text mammoth puts behind the paragraph. */
export function withTextBox(drawing: Element): Node[] {
  const boxes = topmost('w:txbxContent', drawing)
  return boxes.length > 0 ? parse(`<w:pict>${serialise(boxes)}</w:pict>`) : [drawing]
}

/** mammoth reads the fallback only: where just the choice has a text box (VML by now), the choice stays. */
export function chooseTextBox(alternatives: Element): Node[] {
  const choice = childOf(alternatives, 'mc:Choice')
  const fallback = childOf(alternatives, 'mc:Fallback')
  const hasTextBox = (element: Element | undefined) =>
    element !== undefined && topmost('w:txbxContent', element).length > 0
  return choice !== undefined && hasTextBox(choice) && !hasTextBox(fallback) ? choice.children : [alternatives]
}
