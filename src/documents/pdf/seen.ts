import type { Box } from '../layout/page.ts'
import type { Drawing, FilledArea, Glyph } from './drawing.ts'

/** What is lighter than this on a light ground is not seen. */
const NEARLY_WHITE = 0.93
/** Letters smaller than this (in points) on a page of larger ones are not read by anybody. */
const [TINY, TINY_SHARE] = [3, 0.35]
/** A watermark lies across, or is large and faint. */
const [SLANT, LARGE, FAINT, THIN_INK] = [6, 1.8, 0.45, 0.6]
/** A page that draws more areas than this is a picture drawn with them. */
const MOST_AREAS = 2000
const PAGE_SHARE = 0.6

type Sheet = { readonly width: number; readonly height: number }

type Seen = { readonly seen: readonly Glyph[]; readonly unseen: readonly Glyph[] }

/** What a reader of the page takes for its text, and what else is drawn: invisible, covered, off the page, a watermark. */
export function seenOf(drawing: Drawing, sheet: Sheet): Seen {
  const usual = medianSize(drawing.glyphs)
  const covers = [
    ...(drawing.areas.length > MOST_AREAS ? [] : drawing.areas.filter(isOpaque)),
    ...drawing.pictures.filter(picture => shareOf(picture, sheet) > PAGE_SHARE),
  ]
  const isSeen = (glyph: Glyph): boolean =>
    !glyph.isHidden &&
    isOnPage(glyph, sheet) &&
    !(glyph.size < TINY && glyph.size < TINY_SHARE * usual) &&
    !isWatermark(glyph, usual) &&
    !covers.some(cover => cover.order > glyph.order && isOver(cover, glyph)) &&
    (glyph.ink.lightness < NEARLY_WHITE || isOnDark(glyph, drawing))
  const { seen = [], unseen = [] } = Object.groupBy(drawing.glyphs, glyph => (isSeen(glyph) ? 'seen' : 'unseen'))
  return { seen, unseen }
}

/** How much of the page a box covers, from 0 to 1. */
export function shareOf({ left, top, right, bottom }: Box, { width, height }: Sheet): number {
  const wide = Math.min(right, width) - Math.max(left, 0)
  const high = Math.min(bottom, height) - Math.max(top, 0)
  return wide <= 0 || high <= 0 ? 0 : (wide * high) / (width * height)
}

function medianSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.filter(({ text }) => text.trim() !== '').map(({ size }) => size)
  return sizes.sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0
}

const isOpaque = ({ ink }: FilledArea): boolean => ink.opacity > 0.9

const isOver = (box: Box, glyph: Glyph): boolean => {
  const [x, y] = centreOf(glyph)
  return box.left < x && x < box.right && box.top < y && y < box.bottom
}

const isOnPage = (glyph: Glyph, { width, height }: Sheet): boolean =>
  isOver({ left: 0, top: 0, right: width, bottom: height }, glyph)

/** Half its length along its line, and a third of its height over its baseline. */
function centreOf({ x, y, angle, length, size, isVertical }: Glyph): readonly [x: number, y: number] {
  if (angle === 0) return [x + length / 2, y - size / 3]
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const above = isVertical ? 0 : size / 3
  return [x + (length / 2) * cos + above * sin, y + (length / 2) * sin - above * cos]
}

const isWatermark = ({ angle, size, ink }: Glyph, usual: number): boolean =>
  Math.abs(angle - Math.round(angle / 90) * 90) > SLANT ||
  (size > LARGE * usual && (ink.lightness > FAINT || ink.opacity < THIN_INK))

/** White letters are seen on what is dark, or on a picture. */
const isOnDark = (glyph: Glyph, { areas, pictures }: Drawing): boolean => {
  const ground = areas.findLast(area => area.order < glyph.order && isOver(area, glyph))
  const isOnArea = ground !== undefined && ground.ink.lightness < NEARLY_WHITE && ground.ink.opacity > 0
  return isOnArea || pictures.some(picture => picture.order < glyph.order && isOver(picture, glyph))
}
