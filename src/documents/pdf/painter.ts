import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Drawing, FilledArea, Glyph, Picture } from './drawing.ts'
import { fillOf, initialState } from './graphics-state.ts'
import { type Matrix, within } from './matrix.ts'
import { type Segment, shapeOf } from './path.ts'
import { FIRST_FRAME, isLeftUnpainted, pictureBox } from './pictures.ts'
import { showText } from './show-text.ts'

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
/** Writers nest far less deeply. */
const DEEPEST = 1000

/** Follows what is drawn: states that are saved and restored, layers, annotations; keeps where everything came to stand. */
export class Painter {
  state
  readonly #viewport: Matrix
  readonly #saved: { state: ReturnType<typeof initialState>; frame: typeof FIRST_FRAME }[] = []
  /** Whether the contents that have begun are shown, each. */
  readonly #shown: boolean[] = []
  #frame = FIRST_FRAME
  #annotation: string | null = null
  #order = 0
  #shapes = 0
  readonly #glyphs: Glyph[] = []
  readonly #segments: Segment[] = []
  readonly #areas: FilledArea[] = []
  readonly #pictures: Picture[] = []

  constructor(viewport: Matrix) {
    this.#viewport = viewport
    this.state = initialState(viewport)
  }

  get drawing(): Drawing {
    const [glyphs, segments, areas] = [this.#glyphs, this.#segments, this.#areas]
    return { glyphs, segments, areas, pictures: this.#pictures, shapes: this.#shapes }
  }

  save(): void {
    this.#saved.push({ state: { ...this.state }, frame: { ...this.#frame, isUsed: true } })
    if (this.#saved.length > DEEPEST) throw new Error('states nested too deeply')
    this.#frame = { ...this.#frame, isUsed: false }
  }

  restore(): void {
    if (isLeftUnpainted(this.#frame)) this.paintPicture()
    const { state, frame } = this.#saved.pop() ?? { state: this.state, frame: FIRST_FRAME }
    this.state = state
    this.#frame = frame
  }

  move(matrix: Matrix): void {
    this.state.matrix = within(this.state.matrix, matrix)
    this.#frame = { ...this.#frame, isMoved: true }
  }

  /** A form of the page's resources: it is left by `restore`. */
  enter(matrix: Matrix): void {
    this.save()
    this.state.matrix = within(this.state.matrix, matrix)
    this.#use()
  }

  beginAnnotation(id: string, [transform, matrix]: readonly [Matrix, Matrix]): void {
    this.save()
    this.state = initialState(within(within(this.#viewport, transform), matrix))
    this.#annotation = id
    this.#use()
  }

  endAnnotation(): void {
    this.#annotation = null
    this.restore()
  }

  beginContent(isShown: boolean): void {
    this.#shown.push(isShown)
  }

  endContent(): void {
    this.#shown.pop()
  }

  show(listed: unknown): void {
    this.#use()
    const circumstances = { annotation: this.#annotation, order: this.#order++, isOff: this.#isOff() }
    for (const glyph of showText(this.state, listed, circumstances)) this.#glyphs.push(glyph)
  }

  drawPath(operator: number, path: unknown): void {
    const [isStroked, isFilled] = [STROKES.has(operator), FILLS.has(operator)]
    if (!isStroked && !isFilled) return
    this.#use()
    if (this.#isOff() || this.#annotation !== null) return
    const { segments, areas, isOther } = shapeOf(path, { matrix: this.state.matrix, isStroked, isFilled })
    const order = this.#order++
    for (const segment of segments) this.#segments.push(segment)
    for (const area of areas) this.#areas.push({ ...area, order, ink: fillOf(this.state) })
    if (isOther) this.#shapes++
  }

  paintPicture(): void {
    this.#use()
    const isOwn = this.#annotation === null && !this.#isOff() && this.state.opacity > 0
    if (isOwn) this.#pictures.push({ ...pictureBox(this.state.matrix), order: this.#order++ })
  }

  #use(): void {
    this.#frame = { ...this.#frame, isUsed: true }
  }

  #isOff(): boolean {
    return this.#shown.includes(false)
  }
}
