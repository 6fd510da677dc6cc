import type { Glyph } from './drawing.ts'

/** Further apart (in heights of their font) two letters are two. */
const APART = 0.2
const ROW = 100_003

/** Letters that are drawn twice to look bold, a little moved or with another ink, once, and as bold ones. */
export function drawnOnce(glyphs: readonly Glyph[]): Glyph[] {
  const letters = new Map<string, Map<number, number>>()
  const once: Glyph[] = []
  for (const glyph of glyphs) {
    const places = letters.get(glyph.text) ?? new Map<number, number>()
    letters.set(glyph.text, places)
    const before = glyph.text.trim() === '' ? undefined : sameAt(glyph, { places, once })
    const first = before === undefined ? undefined : once[before]
    if (before !== undefined && first !== undefined) once[before] = { ...first, isBold: true }
    else {
      places.set(fieldOf(glyph, 0, 0), once.length)
      once.push(glyph)
    }
  }
  return once
}

/** Letters of a field and of those around it lie near enough to be looked at. */
const fieldOf = ({ x, y, size }: Glyph, across: number, down: number): number =>
  Math.round(x / size) + across + ROW * (Math.round(y / size) + down)

type Before = { readonly places: ReadonlyMap<number, number>; readonly once: readonly Glyph[] }

function sameAt(glyph: Glyph, { places, once }: Before): number | undefined {
  for (const down of [-1, 0, 1])
    for (const across of [-1, 0, 1]) {
      const at = places.get(fieldOf(glyph, across, down))
      const other = at === undefined ? undefined : once[at]
      if (other !== undefined && isSame(other, glyph)) return at
    }
  return undefined
}

const isSame = (one: Glyph, { x, y, size }: Glyph): boolean =>
  Math.abs(one.x - x) < APART * size && Math.abs(one.y - y) < APART * size
