import { CHART, EMBEDDED, PICTURE } from '../../core/document/document.ts'
import { objectMark } from '../object-mark.ts'
import { childElements, childOf, type Element, topmost } from './xml.ts'

/** What stands in a drawing: text boxes (`w:txbxContent`), and a mark for what is no text; '' for lines and other ornaments. */
type Drawn = {
  readonly boxes: readonly Element[]
  readonly mark: string
  /** It floats over the page, and is only anchored in its paragraph. */
  readonly isFloating: boolean
}

const NOTHING: Drawn = { boxes: [], mark: '', isFloating: false }

/** Of `w:drawing` (DrawingML), `w:pict` (VML) or `w:object`. */
export function drawnIn(element: Element): Drawn {
  if (isHiddenOrWatermark(element)) return NOTHING
  const boxes = topmost('w:txbxContent', element)
  const isFloating = childOf(element, 'wp:anchor') !== undefined || hasAbsoluteShape(element)
  return { boxes, mark: markOf(element) ?? '', isFloating }
}

/** What Word names the shapes of its watermarks. */
const WATERMARK = /watermark/i

function isHiddenOrWatermark(element: Element): boolean {
  return childElements(element).some(child => {
    const properties = childOf(child, 'wp:docPr')?.attributes ?? child.attributes
    return (
      properties.hidden === '1' ||
      properties.hidden === 'true' ||
      WATERMARK.test(`${properties.name ?? ''} ${properties.id ?? ''}`) ||
      /visibility:\s*hidden/.test(child.attributes.style ?? '')
    )
  })
}

const hasAbsoluteShape = (element: Element): boolean =>
  childElements(element).some(({ attributes }) => /position:\s*absolute/.test(attributes.style ?? ''))

/** The first thing in it that is no text. */
function markOf(element: Element): string | undefined {
  const own = OWN_MARKS[element.name] ?? MARKS_BY_LOCAL_NAME[element.name.slice(element.name.indexOf(':') + 1)]
  if (own !== undefined) return own
  if (element.name === 'o:OLEObject') return objectMark(element.attributes.ProgID ?? '')
  if (element.name === 'w:txbxContent') return undefined
  // The picture in an object shows what the object is, which is said behind it.
  const inside = element.name === 'w:object' ? childElements(element).toReversed() : childElements(element)
  for (const child of inside) {
    const mark = markOf(child)
    if (mark !== undefined) return mark
  }
  return element.name === 'w:object' ? EMBEDDED : undefined
}

const OWN_MARKS: Readonly<Record<string, string>> = {
  'pic:pic': PICTURE,
  'v:imagedata': PICTURE,
  'c:chart': CHART,
  'w:control': EMBEDDED,
}

/** Of namespaces that are renewed from time to time: charts since 2014, SmartArt, ink, pictures that fill a shape. */
const MARKS_BY_LOCAL_NAME: Readonly<Record<string, string>> = {
  chart: CHART,
  relIds: CHART,
  contentPart: PICTURE,
  blip: PICTURE,
}
