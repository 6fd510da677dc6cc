import type { Ink } from './drawing.ts'
import type { Font } from './fonts.ts'
import { IDENTITY, type Matrix } from './matrix.ts'

/** ISO 32000 §8.4 and §9.3: what is in force when something is drawn. */
export type GraphicsState = {
  matrix: Matrix
  fill: number
  stroke: number
  opacity: number
  /** What lies below shows through. */
  isBlended: boolean
  font: Font | null
  size: number
  characterSpacing: number
  wordSpacing: number
  widening: number
  leading: number
  rise: number
  mode: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

export const initialState = (matrix: Matrix): GraphicsState => ({
  matrix,
  fill: 0,
  stroke: 0,
  opacity: 1,
  isBlended: false,
  font: null,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  widening: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  textMatrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
})

/** ISO 32000 table 104: what a letter is drawn with. */
const MODE = { fill: 0, stroke: 1, both: 2, invisible: 3, clip: 7 } as const

export const isInvisible = ({ mode, opacity }: GraphicsState): boolean =>
  mode === MODE.invisible || mode === MODE.clip || opacity === 0

/** Writers without a bold font stroke the letters' outlines, too. */
export const isThickened = ({ mode }: GraphicsState): boolean => mode % 4 === MODE.both

export const inkOf = ({ mode, fill, stroke, opacity }: GraphicsState): Ink => ({
  lightness: mode % 4 === MODE.stroke ? stroke : fill,
  opacity,
})

export const fillOf = ({ fill, opacity, isBlended }: GraphicsState): Ink => ({
  lightness: fill,
  opacity: isBlended ? opacity / 2 : opacity,
})

/** «#rrggbb» as pdf.js writes it; patterns count as dark. */
export function lightnessOf(colour: unknown): number {
  const [, red = '0', green = '0', blue = '0'] = /^#(..)(..)(..)$/.exec(String(colour)) ?? []
  const [r, g, b] = [red, green, blue].map(part => Number.parseInt(part, 16) / 255)
  return 0.299 * (r ?? 0) + 0.587 * (g ?? 0) + 0.114 * (b ?? 0)
}

export function beginText(state: GraphicsState): void {
  state.textMatrix = IDENTITY
  Object.assign(state, { x: 0, y: 0, lineX: 0, lineY: 0 })
}

export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

/** The parameters that an ExtGState dictionary sets and that matter here. */
export function setParameters(state: GraphicsState, parameters: unknown): void {
  if (!Array.isArray(parameters)) return
  for (const [name, value] of parameters) {
    if (name === 'ca') state.opacity = Number(value)
    if (name === 'BM') state.isBlended = value !== 'source-over'
  }
}
