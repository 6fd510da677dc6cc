import { symbolText } from '../symbol-font.ts'
import type { Glyph } from './drawing.ts'
import type { Font } from './fonts.ts'
import { type GraphicsState, inkOf, isInvisible, isThickened } from './graphics-state.ts'
import { type Matrix, place, within } from './matrix.ts'

/** A glyph as pdf.js lists it; a number among them moves the next one back, in thousandths of the font's size. */
type Listed = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

type Circumstances = Pick<Glyph, 'annotation' | 'order'> & { readonly isOff: boolean }

/** The characters that an operator shows, spaces among them; moves the state behind them (ISO 32000 §9.4.4). */
export function showText(state: GraphicsState, listed: unknown, circumstances: Circumstances): Glyph[] {
  const { font } = state
  if (font === null || !Array.isArray(listed)) return []
  const matrix = within(state.matrix, state.textMatrix)
  const common = { ...settingOf(state, matrix, font), ...lookOf(state, font, circumstances) }
  const scale = scaleOf(state, matrix, font)
  const from = place([state.x, font.isVertical ? state.y : state.y + state.rise], matrix)
  const along = font.isVertical ? ([-matrix[2], -matrix[3]] as const) : ([matrix[0], matrix[1]] as const)
  const glyphs: Glyph[] = []
  const back = font.isVertical ? 1 : -1
  let at = 0
  for (const one of listed as readonly (Listed | number)[]) {
    if (typeof one === 'number') {
      at += (back * one * Math.abs(state.size)) / 1000
      continue
    }
    const advance = advanceOf(one, font) * Math.abs(state.size)
    const moved = at * scale.text
    const [x, y] = [from[0] + moved * along[0], from[1] + moved * along[1]]
    glyphs.push({ ...common, x, y, text: textOf(one, font), length: advance * scale.page })
    at += advance - back * (state.characterSpacing + (one.isSpace ? state.wordSpacing : 0))
  }
  if (font.isVertical) state.y -= at
  else state.x += at * scale.text
  return glyphs
}

/** How much further than by its width a glyph goes: in the text's own space, and on the page. */
function scaleOf({ widening, size }: GraphicsState, [a, b, c, d]: Matrix, { isVertical }: Font) {
  const text = isVertical ? 1 : widening * (size < 0 ? -1 : 1)
  return { text, page: isVertical ? Math.hypot(c, d) : Math.abs(text) * Math.hypot(a, b) }
}

function settingOf({ size }: GraphicsState, [a, b, c, d]: Matrix, { isVertical }: Font) {
  const sign = size < 0 ? -1 : 1
  const angle = isVertical ? Math.atan2(-d, -c) : Math.atan2(sign * b, sign * a)
  return { angle: (angle * 180) / Math.PI, size: Math.abs(size) * Math.hypot(c, d), isVertical }
}

const lookOf = (state: GraphicsState, font: Font, { isOff, ...rest }: Circumstances) => ({
  ...rest,
  isHidden: isOff || isInvisible(state),
  isBold: font.isBold || isThickened(state),
  ink: inkOf(state),
})

const advanceOf = ({ width, vmetric }: Listed, { isVertical, unit, advanceDown }: Font): number =>
  isVertical ? Math.abs(vmetric?.[0] ?? advanceDown) / 1000 : width * unit

const textOf = ({ unicode }: Listed, { isSymbol, name }: Font): string =>
  isSymbol ? symbolText(name, unicode.codePointAt(0) ?? 0) : unicode
