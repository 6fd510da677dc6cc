import type { Word } from '../layout/page.ts'
import type { Glyph } from './drawing.ts'

/** Gaps between letters of a word, in heights of their font. */
const [OVERLAP, GAP] = [-0.35, 0.25]
/** A space is at most so wide; what is wider parts words. */
const SPACE = 0.6
const SHIFT = 0.12

/** A stretch of letters on one line, whichever way that goes: how far along it they reach, and how far beside it they lie. */
type Run = {
  text: string
  readonly first: Glyph
  readonly turn: number
  readonly from: number
  to: number
  readonly beside: number
  space: number
}

/** Letters put together to words, as far as nothing parts them: a gap, another size, another thickness. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const runs: Run[] = []
  for (const glyph of glyphs) {
    const run = runs.at(-1)
    const at = placeOf(glyph)
    const goesOn = run !== undefined && isNext(run, glyph, at)
    if (glyph.text.trim() === '') {
      if (goesOn) run.space = spaceOf(at.from + glyph.length - run.to, glyph)
    } else if (goesOn) {
      run.text += (run.space > 0 ? ' ' : '') + glyph.text
      Object.assign(run, { to: Math.max(run.to, at.from + glyph.length), space: 0 })
    } else runs.push({ text: glyph.text, first: glyph, ...at, to: at.from + glyph.length, space: 0 })
  }
  return runs.map(toWord)
}

const spaceOf = (wide: number, { size }: Glyph): number => (wide > SPACE * size ? Number.POSITIVE_INFINITY : wide)

function placeOf({ angle, x, y }: Glyph): Pick<Run, 'turn' | 'from' | 'beside'> {
  const turn = (((Math.round(angle / 90) * 90) % 360) + 360) % 360
  if (turn === 90) return { turn, from: y, beside: -x }
  if (turn === 270) return { turn, from: -y, beside: x }
  return turn === 180 ? { turn, from: -x, beside: -y } : { turn, from: x, beside: y }
}

function isNext({ first, turn, to, beside, space }: Run, glyph: Glyph, at: ReturnType<typeof placeOf>): boolean {
  const { size } = first
  const gap = (at.from - to - space) / size
  return (
    turn === at.turn &&
    glyph.isVertical === first.isVertical &&
    glyph.isBold === first.isBold &&
    glyph.annotation === first.annotation &&
    Math.abs(glyph.size - size) < SHIFT * size &&
    Math.abs(at.beside - beside) < SHIFT * size &&
    OVERLAP < gap &&
    gap < GAP
  )
}

function toWord({ text, first, turn, from, to, beside }: Run): Word {
  const { size, isBold } = first
  const word = { text, size, ...(isBold && { isBold }) }
  if (turn === 0) return { ...word, left: from, right: to, baseline: beside }
  if (turn === 180) return { ...word, left: -to, right: -from, baseline: -beside }
  const down = turn === 90 ? { top: from, bottom: to } : { top: -to, bottom: -from }
  const [left, right] = first.isVertical
    ? [-beside - size / 2, -beside + size / 2]
    : turn === 90
      ? [-beside, -beside + size]
      : [beside - size, beside]
  return { ...word, left, right, baseline: down.bottom, down }
}
