import type { Page, Rule, Rules, Word } from '../layout/page.ts'
import { findText, type TextBox } from './find-text.ts'
import { evenlyLit } from './lighting.ts'
import type { Models } from './models.ts'
import { type Picture, turned } from './picture.ts'
import { pairedQuotes } from './quotes.ts'
import { type ReadCharacter, readLine } from './read-line.ts'
import { type Lines, type RuledLine, withoutLines } from './ruled-lines.ts'
import { straightened } from './straighten.ts'
import { tableLines } from './table-lines.ts'
import { tickBoxesIn, withTicks } from './tick-boxes.ts'

/** A page as it was read from its picture, and how sure of its characters, from 0 to 1. */
type RecognisedPage = { readonly page: Page; readonly likely: number }

/** Reads the picture of a page: words with their places and its ruled lines, in points, as if it had been typed. */
export async function recognisePage(picture: Picture, models: Models): Promise<RecognisedPage> {
  const lit = evenlyLit(picture)
  // First straight, then upright: lines of text that lean are guessed at, and a page is taken to stand on its head.
  const straight = straightened(lit)
  const flat = turned(straight, await quartersToTurn(straight, models))
  const lines = tableLines(flat)
  const text = withoutLines(flat, lines)
  const point = 842 / Math.max(flat.width, flat.height)
  const rules = rulesOf(lines, point)
  const words: Word[] = []
  const sure: number[] = []
  for (const found of await findText(text, models)) {
    const box = besideLines(found, lines.vertical)
    const characters = withTicks(pairedQuotes(await readLine(text, box, models)), tickBoxesIn(flat, box))
    sure.push(...characters.map(({ likely }) => likely))
    words.push(...wordsOf(characters, { box, point, rules }))
  }
  const likely = sure.length === 0 ? 0 : sure.reduce((sum, one) => sum + one, 0) / sure.length
  return { page: { width: flat.width * point, height: flat.height * point, words, rules }, likely }
}

/** A box that was found a little too wide ends at the line that it reaches over. */
function besideLines(box: TextBox, vertical: readonly RuledLine[]): TextBox {
  const height = box.bottom - box.top
  const middle = (box.top + box.bottom) / 2
  let { left, right } = box
  for (const { from, to } of vertical) {
    if (middle < from.y || middle > to.y) continue
    const at = (from.x + to.x) / 2
    if (at >= left - 2 && at <= left + height * 0.6) left = at + 3
    if (at <= right + 2 && at >= right - height * 0.6) right = at - 3
  }
  return right - left < height / 3 ? box : { ...box, left, right }
}

/** A page that lies on its side: its lines of text are taller than wide. Which side is up, reading tells. */
async function quartersToTurn(picture: Picture, models: Models): Promise<number> {
  const boxes = await findText(picture, models, 736)
  const area = (some: readonly TextBox[]) =>
    some.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0)
  const tall = boxes.filter(({ left, top, right, bottom }) => bottom - top > 1.5 * (right - left))
  const ways = area(tall) > area(boxes) / 2 ? [1, 3] : [0, 2]
  const [first = 0, second = 0] = await Promise.all(ways.map(way => likelinessOf(picture, way, { boxes, models })))
  return (second > first ? ways[1] : ways[0]) ?? 0
}

/** How likely the longest lines read as text when the page is turned that way. */
async function likelinessOf(
  picture: Picture,
  way: number,
  { boxes, models }: { boxes: readonly TextBox[]; models: Models },
): Promise<number> {
  const length = ({ left, top, right, bottom }: TextBox) => Math.max(right - left, bottom - top)
  const longest = [...boxes].sort((one, other) => length(other) - length(one)).slice(0, 5)
  const way4 = turned(picture, way)
  let likely = 0
  for (const box of longest) {
    const characters = await readLine(way4, turnedBox(box, picture, way), models)
    likely += characters.reduce((sum, one) => sum + one.likely, 0) / Math.max(1, characters.length)
  }
  return likely
}

function turnedBox(box: TextBox, { width, height }: { width: number; height: number }, quarters: number): TextBox {
  if (quarters === 0) return box
  const once = { left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right }
  return turnedBox(once, { width: height, height: width }, quarters - 1)
}

function rulesOf({ horizontal, vertical }: Lines, point: number): Rules {
  const across = ({ from, to }: RuledLine): Rule => ({
    at: ((from.y + to.y) / 2) * point,
    from: from.x * point,
    to: to.x * point,
  })
  const down = ({ from, to }: RuledLine): Rule => ({
    at: ((from.x + to.x) / 2) * point,
    from: from.y * point,
    to: to.y * point,
  })
  return { horizontal: horizontal.map(across), vertical: vertical.map(down) }
}

type Around = { readonly box: TextBox; readonly point: number; readonly rules: Rules }

/** A gap this many times as wide as a character is wide parts two words. */
const GAP = 2.2

/** The characters of a line as words, parted by wide gaps and by lines that run down between them. */
function wordsOf(characters: readonly ReadCharacter[], { box, point, rules }: Around): Word[] {
  const size = (box.bottom - box.top) * 0.72 * point
  const baseline = box.bottom * point - (box.bottom - box.top) * 0.2 * point
  const isParted = (from: number, to: number) =>
    to - from > GAP * size ||
    rules.vertical.some(
      ({ at, from: top, to: end }) => from < at && at < to && top < baseline - size / 3 && baseline - size / 3 < end,
    )
  const groups: ReadCharacter[][] = []
  for (const character of characters) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last === undefined || before === undefined || isParted(before.x * point, character.x * point))
      groups.push([character])
    else last.push(character)
  }
  return groups.flatMap(group => {
    const text = group
      .map(one => one.text)
      .join('')
      .trim()
    const [first, last] = [group[0], group.at(-1)]
    if (text === '' || first === undefined || last === undefined) return []
    const half = (one: ReadCharacter) => (/[\x20-\x7e]/.test(one.text) ? size / 4 : size / 2)
    return [{ text, left: first.x * point - half(first), right: last.x * point + half(last), baseline, size }]
  })
}
