import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PICTURE } from '../../core/document/document.ts'
import type { Page, Word } from '../layout/page.ts'
import { wordsOfAnnotations } from './annotations.ts'
import { draw } from './draw.ts'
import type { Drawing, Glyph, Picture } from './drawing.ts'
import { fontsOf } from './fonts.ts'
import { matrixOf } from './matrix.ts'
import { drawnOnce } from './once.ts'
import { rulesOf } from './rules.ts'
import { seenOf, shareOf } from './seen.ts'
import { stacked } from './stacked.ts'
import { wordsOf } from './words.ts'

/** A page as layout takes it, and what else must be known of it. */
export type PdfPage = {
  readonly page: Page
  /** Text that is drawn and isn't seen: it is left out on purpose. */
  readonly unseen: string
  /** How much of it pictures cover, from 0 to 1; 1 where its letters were drawn as shapes. */
  readonly pictured: number
  /** There are fields on it, filled in or not. */
  readonly hasFields: boolean
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

export async function readPage(page: PDFPageProxy, layers: Layers): Promise<PdfPage> {
  const annotations = await page.getAnnotations()
  const operators = await page.getOperatorList()
  const fontOf = fontsOf(page)
  const drawn = (turn: number) => {
    const viewport = page.getViewport({ scale: 1, rotation: page.rotate + turn })
    const setting = {
      viewport: matrixOf(viewport.transform),
      fontOf,
      isVisible: (layer: unknown) => isShown(layers, layer),
    }
    return { viewport, drawing: draw(operators, setting) }
  }
  const upright = drawn(0)
  const turn = turnOf(upright.drawing.glyphs)
  const { viewport, drawing } = turn === 0 ? upright : drawn(turn)
  page.cleanup()
  const boxOf = (rect: readonly number[]) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([...rect])
    return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) }
  }
  const hasFields = annotations.some(({ subtype }) => subtype === 'Widget')
  return { ...pageOf(drawing, viewport, words => wordsOfAnnotations(annotations, { boxOf, ...words })), hasFields }
}

const isShown = (layers: Layers, layer: unknown): boolean =>
  typeof layer !== 'object' || layer === null || layers.isVisible(layer)

/** Pages whose text is turned without their saying so are turned back: by how much. */
function turnOf(glyphs: readonly Glyph[]): number {
  const across = glyphs.filter(({ isVertical, isHidden, text }) => !isVertical && !isHidden && text.trim() !== '')
  const counts = new Map<number, number>()
  for (const { angle } of across) {
    const turn = (Math.round(angle / 90) * 90 + 360) % 360
    counts.set(turn, (counts.get(turn) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most !== undefined && most[1] > across.length * 0.6 ? (360 - most[0]) % 360 : 0
}

type Sheet = { readonly width: number; readonly height: number }

type Typed = { readonly drawn: ReadonlyMap<string, readonly Word[]>; readonly printed: readonly Word[] }

function pageOf(
  drawing: Drawing,
  { width, height }: Sheet,
  answersIn: (words: Typed) => Word[],
): Omit<PdfPage, 'hasFields'> {
  const sheet = { width, height }
  const { seen, unseen } = seenOf(drawing, sheet)
  const rules = rulesOf(drawing.segments)
  const { own = [], added = [] } = Object.groupBy(drawnOnce(seen), ({ annotation }) =>
    annotation === null ? 'own' : 'added',
  )
  const printed = stacked(wordsOf(own), rules.horizontal)
  const drawn = new Map(
    [...Map.groupBy(added, ({ annotation }) => annotation ?? '')].map(([id, all]) => [id, wordsOf(all)]),
  )
  const marks = drawing.pictures.flatMap(picture => markOf(picture, sheet)).map(mark => inLine(mark, printed))
  const words = [...printed, ...answersIn({ drawn, printed }), ...marks]
  return {
    page: { ...sheet, words, rules },
    unseen: unseen.map(({ text }) => text).join(''),
    pictured: picturedOf(drawing, sheet),
  }
}

/** More shapes than this, and hardly a letter, are letters drawn as shapes. */
const MANY_SHAPES = 60

const picturedOf = ({ pictures, shapes }: Drawing, sheet: Sheet): number =>
  shapes > MANY_SHAPES
    ? 1
    : Math.min(
        1,
        pictures.reduce((sum, picture) => sum + shareOf(picture, sheet), 0),
      )

/** Smaller pictures (in points) dress a page, larger ones (as a share of it) are the page. */
const [SMALLEST, LARGEST] = [16, 0.5]
const MARK_SIZE = 10

/** A picture that stands on a line of text, next to its letters, is one of them. */
function inLine(mark: Word & { readonly foot: number }, words: readonly Word[]): Word {
  const { foot, ...word } = mark
  const next = words.find(({ left, right, baseline, size, down }) => {
    const gap = Math.max(left - mark.right, mark.left - right)
    return down === undefined && Math.abs(baseline - foot) < size / 2 && gap < size
  })
  return next === undefined ? word : { ...word, baseline: next.baseline }
}

function markOf(picture: Picture, sheet: Sheet): (Word & { readonly foot: number })[] {
  const { left, top, right, bottom } = picture
  const share = shareOf(picture, sheet)
  if (right - left < SMALLEST || bottom - top < SMALLEST || share === 0 || share > LARGEST) return []
  return [{ text: PICTURE, left, right, size: MARK_SIZE, baseline: (top + bottom) / 2 + MARK_SIZE / 3, foot: bottom }]
}
