import type { Box } from '../layout/page.ts'
import { type Matrix, type Point, place } from './matrix.ts'
import { boxOf } from './path.ts'

const CORNERS: readonly Point[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
]

/** Where a picture is drawn: it always fills the unit square (ISO 32000 §8.9.5). */
export const pictureBox = (matrix: Matrix): Box => boxOf(CORNERS.map(corner => place(corner, matrix)))

/**
 * pdf.js leaves out pictures that it was told not to decode, and says nothing. What is left of one is a place that was saved and
 * moved to, and left again without a stroke.
 */
type Frame = { readonly isMoved: boolean; readonly isUsed: boolean }

export const FIRST_FRAME: Frame = { isMoved: false, isUsed: true }

export const isLeftUnpainted = ({ isMoved, isUsed }: Frame): boolean => isMoved && !isUsed
