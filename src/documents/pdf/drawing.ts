import type { Box } from '../layout/page.ts'
import type { Segment } from './path.ts'

/** How a page shows what it draws. */
export type Ink = {
  /** From 0, black, to 1, white. */
  readonly lightness: number
  /** From 0, which nothing is seen of, to 1. */
  readonly opacity: number
}

/** A character as the page draws it. */
export type Glyph = {
  readonly text: string
  /** Where it begins, on its baseline (of vertical writing: the middle of its upper edge), from the page's upper left corner. */
  readonly x: number
  readonly y: number
  /** Which way its line goes, in degrees clockwise: 0 to the right, 90 down the page. */
  readonly angle: number
  readonly isVertical: boolean
  /** How far it reaches along its line. */
  readonly length: number
  readonly size: number
  readonly isBold: boolean
  readonly ink: Ink
  /** Drawn as what nobody sees: as an invisible letter, or on a layer that is switched off. */
  readonly isHidden: boolean
  /** The annotation it belongs to, if it is none of the page's own. */
  readonly annotation: string | null
  /** What is drawn later lies above. */
  readonly order: number
}

export type FilledArea = Box & { readonly ink: Ink; readonly order: number }

export type Picture = Box & { readonly order: number }

/** What a page draws, in the order in which it does. */
export type Drawing = {
  readonly glyphs: readonly Glyph[]
  readonly segments: readonly Segment[]
  readonly areas: readonly FilledArea[]
  readonly pictures: readonly Picture[]
  /** How many shapes are neither lines nor areas: letters drawn as outlines, or a picture drawn with lines. */
  readonly shapes: number
}
