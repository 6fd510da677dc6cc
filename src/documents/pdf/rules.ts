import { NO_RULES, type Rule, type Rules } from '../layout/page.ts'
import type { Segment } from './path.ts'

/** Shorter lines are parts of a drawing or the corner of a border, or a dash. */
const SHORTEST = 4
/** A dash is at most so long (a box to tick is wider), and not further from the next one. */
const DASH = 6
const FEWEST_DASHES = 4
/** What is drawn with more lines than this is no form. */
const MOST_RULES = 4000
const MOST_DASHES = 40_000

/** The lines across and down that a page draws: borders of tables, underlines. None where there are too many. */
export function rulesOf(segments: readonly Segment[]): Rules {
  const all = segments.flatMap(segment => straight(segment) ?? [])
  if (all.length > MOST_DASHES) return NO_RULES
  const [horizontal, vertical] = [all.filter(rule => rule.isHorizontal), all.filter(rule => !rule.isHorizontal)].map(
    rules => [...rules.filter(({ from, to }) => to - from >= SHORTEST), ...dashed(rules)],
  )
  const isTooMuch = (horizontal?.length ?? 0) + (vertical?.length ?? 0) > MOST_RULES
  return isTooMuch ? NO_RULES : { horizontal: horizontal ?? [], vertical: vertical ?? [] }
}

function straight([x1, y1, x2, y2]: Segment): (Rule & { readonly isHorizontal: boolean }) | null {
  const [wide, high] = [Math.abs(x1 - x2), Math.abs(y1 - y2)]
  if (Math.min(wide, high) > 1) return null
  return wide >= high
    ? { at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2), isHorizontal: true }
    : { at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2), isHorizontal: false }
}

/** Lines of which each dash or dot was drawn by itself. */
function dashed(rules: readonly Rule[]): Rule[] {
  const dashes = rules.filter(({ from, to }) => to - from <= DASH)
  const lines = Map.groupBy(dashes, ({ at }) => Math.round(at))
  return [...lines.values()].flatMap(line => {
    const chains: Rule[][] = []
    for (const dash of line.toSorted((one, other) => one.from - other.from)) {
      const chain = chains.at(-1)
      if (chain !== undefined && dash.from - (chain.at(-1)?.to ?? 0) <= DASH) chain.push(dash)
      else chains.push([dash])
    }
    return chains.filter(({ length }) => length >= FEWEST_DASHES).map(whole)
  })
}

const whole = (chain: readonly Rule[]): Rule => ({
  at: chain[0]?.at ?? 0,
  from: chain[0]?.from ?? 0,
  to: Math.max(...chain.map(({ to }) => to)),
})
