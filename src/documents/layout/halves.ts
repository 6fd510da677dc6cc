import type { Page, Rule, Word } from './page.ts'

/** A sheet is so much wider than high; its pages leave so much free about its middle, and begin as far from their edges, in shares of its width. */
const [WIDE, GAP, OFF] = [1.2, 0.04, 0.03]
/** So many lines at least make a page, and its last one, which may end early. */
const [LINES, LAST_LINES] = [8, 2]

/** The two pages that are printed beside one another on a sheet, left one first; else the page itself. Whatever crosses the middle makes it one. */
export function pagesOn(page: Page): readonly Page[] {
  const middle = page.width / 2
  if (page.width < page.height * WIDE) return [page]
  const [left, right] = [sideOf(page, 0, middle), sideOf(page, middle, page.width)]
  const isAll =
    left.words.length + right.words.length === page.words.length && rulesOf(left) + rulesOf(right) === rulesOf(page)
  if (!isAll || linesOf(left) < LINES || linesOf(right) < LAST_LINES) return [page]
  const [one, other] = [extentOf(left), extentOf(right)]
  const isParted = other.from + middle - one.to >= GAP * page.width
  return isParted && Math.abs(one.from - other.from) <= OFF * page.width ? [left, right] : [page]
}

const rulesOf = ({ rules }: Page): number => rules.horizontal.length + rules.vertical.length
const linesOf = ({ words }: Page): number => new Set(words.map(({ baseline }) => Math.round(baseline))).size

/** What lies wholly on one side, counted from its left edge. */
function sideOf({ height, words, rules }: Page, from: number, to: number): Page {
  const isOn = ({ left, right }: { left: number; right: number }) => left >= from && right <= to
  const moved = (word: Word): Word => ({ ...word, left: word.left - from, right: word.right - from })
  return {
    ...{ width: to - from, height },
    words: words.filter(isOn).map(moved),
    rules: {
      horizontal: rules.horizontal.filter(rule => isOn({ left: rule.from, right: rule.to })).map(across),
      vertical: rules.vertical
        .filter(({ at }) => at >= from && at <= to)
        .map(rule => ({ ...rule, at: rule.at - from })),
    },
  }
  function across(rule: Rule): Rule {
    return { ...rule, from: rule.from - from, to: rule.to - from }
  }
}

function extentOf({ words, rules }: Page): { from: number; to: number } {
  const ends = [...words.flatMap(({ left, right }) => [left, right]), ...rules.vertical.map(({ at }) => at)]
  return { from: Math.min(...ends), to: Math.max(...ends) }
}
