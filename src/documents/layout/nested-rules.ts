import type { Box, Rule, Rules } from './page.ts'

/** Lines that lie closer to a cell's border (in points) are that border. */
const NEAR = 3
const OUTSIDE = 1

/** The lines within a cell; a table in it that reaches the cell's border has that border for its own. */
export function rulesWithin({ horizontal, vertical }: Rules, { left, top, right, bottom }: Box): Rules {
  const across = within(horizontal, { from: top, to: bottom }, { from: left, to: right })
  const down = within(vertical, { from: left, to: right }, { from: top, to: bottom })
  return {
    horizontal: [...across, ...shared(down, { from: top, to: bottom })],
    vertical: [...down, ...shared(across, { from: left, to: right })],
  }
}

type Reach = { readonly from: number; readonly to: number }

const within = (rules: readonly Rule[], at: Reach, along: Reach): Rule[] =>
  rules.filter(
    rule =>
      at.from + NEAR < rule.at &&
      rule.at < at.to - NEAR &&
      along.from - OUTSIDE <= rule.from &&
      rule.to <= along.to + OUTSIDE,
  )

/** The part of each border at which several of the lines end. */
function shared(rules: readonly Rule[], { from, to }: Reach): Rule[] {
  return [
    { at: from, ends: rules.filter(rule => rule.from < from + NEAR) },
    { at: to, ends: rules.filter(rule => rule.to > to - NEAR) },
  ].flatMap(({ at, ends }) => {
    const places = ends.map(rule => rule.at)
    return places.length < 2 ? [] : [{ at, from: Math.min(...places), to: Math.max(...places) }]
  })
}
