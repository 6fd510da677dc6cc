import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Drawing } from './drawing.ts'
import type { Font } from './fonts.ts'
import { beginText, lightnessOf, moveText, setParameters } from './graphics-state.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { Painter } from './painter.ts'

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

type Setting = {
  /** From the page's own space to the page as it is read. */
  readonly viewport: Matrix
  readonly fontOf: (id: string) => Font
  /** Whether a layer is shown. */
  readonly isVisible: (layer: unknown) => boolean
}

/** What a page's operators draw, one after the other. */
export function draw({ fnArray, argsArray }: Operators, setting: Setting): Drawing {
  const painter = new Painter(setting.viewport)
  for (let index = 0; index < fnArray.length; index++) {
    const step = STEPS[fnArray[index] ?? 0]
    const args: unknown = argsArray[index]
    if (step !== undefined) step(painter, Array.isArray(args) ? args : [], setting)
  }
  return painter.drawing
}

type Step = (painter: Painter, args: readonly unknown[], setting: Setting) => void

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** ISO 32000 annex A, in pdf.js's wording of it. */
const STEPS: Readonly<Record<number, Step>> = {
  [OPS.save]: painter => painter.save(),
  [OPS.restore]: painter => painter.restore(),
  [OPS.transform]: (painter, args) => painter.move(matrixOf(args)),
  [OPS.beginGroup]: painter => painter.save(),
  [OPS.endGroup]: painter => painter.restore(),
  [OPS.paintFormXObjectBegin]: (painter, [matrix]) => painter.enter(matrixOf(matrix)),
  [OPS.paintFormXObjectEnd]: painter => painter.restore(),
  [OPS.beginAnnotation]: (painter, [id, , transform, matrix]) =>
    painter.beginAnnotation(String(id), [matrixOf(transform), matrixOf(matrix)]),
  [OPS.endAnnotation]: painter => painter.endAnnotation(),

  [OPS.beginMarkedContent]: painter => painter.beginContent(true),
  [OPS.beginMarkedContentProps]: (painter, [tag, layer], { isVisible }) =>
    painter.beginContent(tag !== 'OC' || isVisible(layer)),
  [OPS.endMarkedContent]: painter => painter.endContent(),

  [OPS.setGState]: ({ state }, [parameters]) => setParameters(state, parameters),
  [OPS.setFillRGBColor]: ({ state }, [colour]) => {
    state.fill = lightnessOf(colour)
  },
  [OPS.setStrokeRGBColor]: ({ state }, [colour]) => {
    state.stroke = lightnessOf(colour)
  },
  [OPS.setFillColorN]: ({ state }) => {
    state.fill = 0
  },
  [OPS.setStrokeColorN]: ({ state }) => {
    state.stroke = 0
  },

  [OPS.beginText]: ({ state }) => beginText(state),
  [OPS.setFont]: ({ state }, [id, size], { fontOf }) => {
    state.font = fontOf(String(id))
    state.size = number(size)
  },
  [OPS.setCharSpacing]: ({ state }, [spacing]) => {
    state.characterSpacing = number(spacing)
  },
  [OPS.setWordSpacing]: ({ state }, [spacing]) => {
    state.wordSpacing = number(spacing)
  },
  [OPS.setHScale]: ({ state }, [percent]) => {
    state.widening = number(percent) / 100
  },
  [OPS.setLeading]: ({ state }, [leading]) => {
    state.leading = number(leading)
  },
  [OPS.setTextRise]: ({ state }, [rise]) => {
    state.rise = number(rise)
  },
  [OPS.setTextRenderingMode]: ({ state }, [mode]) => {
    state.mode = number(mode)
  },
  [OPS.setTextMatrix]: ({ state }, [matrix]) => {
    beginText(state)
    state.textMatrix = matrixOf(matrix)
  },
  [OPS.moveText]: ({ state }, [x, y]) => moveText(state, number(x), number(y)),
  [OPS.setLeadingMoveText]: ({ state }, [x, y]) => {
    state.leading = -number(y)
    moveText(state, number(x), number(y))
  },
  [OPS.nextLine]: ({ state }) => moveText(state, 0, -state.leading),
  [OPS.showText]: (painter, [glyphs]) => painter.show(glyphs),

  [OPS.constructPath]: (painter, [operator, path]) =>
    painter.drawPath(number(operator), Array.isArray(path) ? path[0] : null),
  ...Object.fromEntries(
    [
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
      OPS.paintSolidColorImageMask,
      OPS.paintImageXObjectRepeat,
      OPS.paintImageMaskXObjectRepeat,
    ].map(operator => [operator, (painter: Painter) => painter.paintPicture()]),
  ),
}
