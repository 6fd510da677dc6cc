import type { Block, Paragraph } from '../../document/document.ts'
import { type Heading, isAnnex } from './heading.ts'

/** A heading, or what stands between two of them; `depth` counts the cells around it. */
export type Strip =
  | { readonly kind: 'heading'; readonly heading: Heading; readonly line: Paragraph; readonly depth: number }
  | { readonly kind: 'blocks'; readonly block: Block; readonly depth: number }

type Open = { readonly section: number; readonly heading: Heading; readonly depth: number }

/**
 * For each strip the section in which it stands: for a heading, the one over it. A number that goes on with a sequence ends what stands
 * within it, whatever its style; a sequence that begins anew within another goes into it, where that other goes on behind it.
 */
export function nest(strips: readonly Strip[]): number[] {
  const last = lastPlaces(strips)
  let open: Open[] = []
  let sections = 0
  return strips.map((strip, index) => {
    while ((open.at(-1)?.depth ?? 0) > strip.depth) open = open.slice(0, -1)
    if (strip.kind === 'blocks') return open.at(-1)?.section ?? 0
    open = over(strip, open, ({ style, ordinal }) => (last.get(numberKey(style, (ordinal ?? 0) + 1)) ?? 0) > index)
    const parent = open.at(-1)?.section ?? 0
    open = [...open, { section: ++sections, heading: strip.heading, depth: strip.depth }]
    return parent
  })
}

/** Whether the next number of a heading's sequence comes behind the strip that is looked at. */
type GoesOn = (heading: Heading) => boolean

const numberKey = (style: string, ordinal: number): string => `${style} ${ordinal}`

/** Where each number of each style stands last. */
function lastPlaces(strips: readonly Strip[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [index, strip] of strips.entries())
    if (strip.kind === 'heading' && strip.heading.ordinal !== null)
      places.set(numberKey(strip.heading.style, strip.heading.ordinal), index)
  return places
}

type HeadingStrip = Extract<Strip, { kind: 'heading' }>

/** What stays open over a heading. */
function over(strip: HeadingStrip, open: readonly Open[], goesOn: GoesOn): Open[] {
  const { heading } = strip
  const continued = open.findLastIndex(one => continues(heading, one.heading))
  if (continued >= 0) return open.slice(0, continued)
  const floor = open.findLastIndex(({ depth }) => depth < strip.depth) + 1
  if (isAnnex(heading)) return open.slice(0, floor)
  const same = open.findLastIndex((one, index) => index >= floor && isAlike(one.heading, heading))
  if (same >= 0) return besideSame(heading, { open, same, floor, goesOn })
  return open.slice(0, closed(heading, { open, floor, goesOn }))
}

/** Of one style; lines without a number are told apart by their size, too. */
const isAlike = (one: Heading, other: Heading): boolean =>
  one.style === other.style && (one.ordinal !== null || one.size === other.size)

/** The next number of the same sequence. */
const continues = (heading: Heading, before: Heading): boolean =>
  heading.ordinal !== null &&
  before.ordinal !== null &&
  heading.style === before.style &&
  heading.ordinal === before.ordinal + 1

type At = { readonly open: readonly Open[]; readonly floor: number; readonly goesOn: GoesOn }

function besideSame(heading: Heading, { open, same, floor, goesOn }: At & { readonly same: number }): Open[] {
  const before = open[same]?.heading
  if (before === undefined || heading.ordinal === null || before.ordinal === null) return open.slice(0, same)
  // Gaps are allowed; a smaller number begins anew.
  if (heading.ordinal > before.ordinal) return open.slice(0, same)
  if (goesOn(before)) return [...open]
  const parent = open[same - 1]
  const isListed = parent !== undefined && parent.heading.ordinal === null && same - 1 >= floor
  return open.slice(0, isListed ? same - 1 : same)
}

/** A style that isn't open ends those that usually stand lower, unless they go on behind it: then it stands within. */
function closed(heading: Heading, { open, floor, goesOn }: At): number {
  let end = open.length
  while (end > floor) {
    const top = open[end - 1]?.heading
    if (top === undefined || !endsAt(heading, top)) break
    if (top.ordinal !== null && goesOn(top)) break
    end--
  }
  return end
}

const isSmaller = (one: Heading, other: Heading): boolean =>
  one.size !== null && other.size !== null && one.size < other.size

function endsAt(heading: Heading, top: Heading): boolean {
  if (heading.outline !== null && top.outline !== null) return top.outline >= heading.outline
  // What shows itself less stands within what shows itself more.
  if (heading.ordinal === null) return top.ordinal === null && (top.rank > heading.rank || isSmaller(top, heading))
  if (top.isBold && !heading.isBold) return false
  // An unnumbered line before a list heads it; the highest numbers it never does.
  if (top.ordinal === null) return heading.rank <= 1
  return top.rank >= heading.rank
}
