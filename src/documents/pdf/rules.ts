import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Segment, segmentsOf } from './path.ts'

/** A straight line across or down the page: where it lies, and from where to where it goes. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] }

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>
type Matrix = readonly number[]

/** Shorter lines are parts of a drawing or the corner of a border. */
const SHORTEST = 4
/** What is drawn with more lines than this is no form. */
const MOST_RULES = 4000
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke])
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill])

/** The lines that a page draws, stroked or as thin areas: borders of tables, underlines. None where there are too many. */
export function rulesOf({ fnArray, argsArray }: Operators, viewport: Matrix): Rules {
  const [horizontal, vertical]: [Rule[], Rule[]] = [[], []]
  const add = (segment: Segment) => {
    const rule = ruleOf(segment)
    if (rule !== null) (rule.isHorizontal ? horizontal : vertical).push(rule)
  }
  const matrices: Matrix[] = []
  let matrix = viewport
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === OPS.save) matrices.push(matrix)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = matrices.pop() ?? matrix
    else if (operator === OPS.transform) matrix = multiply(matrix, args)
    else if (operator === OPS.paintFormXObjectBegin) {
      matrices.push(matrix)
      matrix = multiply(matrix, args[0])
    } else if (operator === OPS.constructPath && (STROKES.has(args[0]) || FILLS.has(args[0])))
      for (const segment of segmentsOf(args[1]?.[0], { matrix, isFilled: FILLS.has(args[0]) })) add(segment)
    if (horizontal.length + vertical.length > MOST_RULES) return { horizontal: [], vertical: [] }
  }
  return { horizontal, vertical }
}

const multiply = (matrix: Matrix, other: unknown): Matrix =>
  other instanceof Float32Array || Array.isArray(other) ? Util.transform([...matrix], [...other]) : matrix

function ruleOf([x1, y1, x2, y2]: Segment): (Rule & { readonly isHorizontal: boolean }) | null {
  const [wide, high] = [Math.abs(x1 - x2), Math.abs(y1 - y2)]
  if (Math.max(wide, high) < SHORTEST || Math.min(wide, high) > 1) return null
  return wide > high
    ? { at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2), isHorizontal: true }
    : { at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2), isHorizontal: false }
}
