import type { Glyph } from './drawing.ts'

/** Further apart (in heights of their font) two letters are two. */
const APART = 0.2
const ROW = 100_003

/** Where a letter was drawn before, by fields as large as its font: of narrow ones a field holds several. */
type Places = Map<number, readonly number[]>

/** Letters that are drawn twice to look bold, a little moved or with another ink, once, and as bold ones. */
export function drawnOnce(glyphs: readonly Glyph[]): Glyph[] {
  const letters = new Map<string, Places>()
  const once: Glyph[] = []
  for (const glyph of glyphs) {
    const places: Places = letters.get(glyph.text) ?? new Map()
    letters.set(glyph.text, places)
    const before = glyph.text.trim() === '' ? undefined : sameAt(glyph, { places, once })
    const first = before === undefined ? undefined : once[before]
    if (before !== undefined && first !== undefined) once[before] = { ...first, isBold: true }
    else {
      const field = fieldOf(glyph, 0, 0)
      places.set(field, [...(places.get(field) ?? []), once.length])
      once.push(glyph)
    }
  }
  return once
}

const fieldOf = ({ x, y, size }: Glyph, across: number, down: number): number =>
  Math.floor(x / size) + across + ROW * (Math.floor(y / size) + down)

type Before = { readonly places: Places; readonly once: readonly Glyph[] }

function sameAt(glyph: Glyph, { places, once }: Before): number | undefined {
  if (places.size === 0) return undefined
  for (const down of stepsFrom(glyph.y / glyph.size))
    for (const across of stepsFrom(glyph.x / glyph.size)) {
      const before = places.get(fieldOf(glyph, across, down))
      const at = before?.find(index => isSame(once[index], glyph))
      if (at !== undefined) return at
    }
  return undefined
}

const [HERE, BEFORE, BEHIND] = [[0], [0, -1], [0, 1]] as const

/** A letter near the edge of its field may be one of the field beyond. */
function stepsFrom(place: number): readonly number[] {
  const within = place - Math.floor(place)
  if (within < APART) return BEFORE
  return within > 1 - APART ? BEHIND : HERE
}

const isSame = (one: Glyph | undefined, { x, y, size }: Glyph): boolean =>
  one !== undefined && Math.abs(one.x - x) < APART * size && Math.abs(one.y - y) < APART * size
