import type { TextBox } from './find-text.ts'
import type { Picture } from './picture.ts'
import type { ReadCharacter } from './read-line.ts'

/** A box to tick, in pixels of the picture. */
type TickBox = TextBox & { readonly isTicked: boolean }

/** Lighter than the ink of a character: the thin side of a box is paler once a page has been turned straight. */
const INK = 190
/** Sides of a box, in heights of the line of text that it stands in. */
const [SMALLEST, LARGEST] = [0.45, 1.1]
/** So much of each side must be drawn; a 口 stands on two feet, and its lowest row is empty between them. */
const DRAWN = 0.86
/** A box is ticked where more of its inside is ink. */
const TICKED = 0.07

/** The boxes to tick in a line of text, from left to right: squares that are drawn whole, empty or with a mark in them. */
export function tickBoxesIn(picture: Picture, line: TextBox): TickBox[] {
  const height = line.bottom - line.top
  const boxes: TickBox[] = []
  for (let left = Math.floor(line.left); left < line.right - SMALLEST * height; left++) {
    const box = boxAt(picture, left, line)
    if (box === null) continue
    boxes.push(box)
    left = Math.ceil(box.right)
  }
  return boxes
}

/** A box whose left side is the ink in that column. */
function boxAt(picture: Picture, left: number, line: TextBox): TickBox | null {
  const height = line.bottom - line.top
  const side = longestRun(picture, left, line)
  const size = side.end - side.begin
  if (size < SMALLEST * height || size > LARGEST * height) return null
  const right = rightSide(picture, { left, ...side })
  if (right === null) return null
  const square = { left, top: side.begin, right, bottom: side.end }
  const across = (y: number) => drawn(picture, { ...square, top: y, bottom: y + 1 })
  const best = (rows: readonly number[]) => Math.max(...rows.map(across))
  if (best([side.begin, side.begin + 1, side.begin + 2]) < DRAWN) return null
  if (best([side.end - 1, side.end - 2]) < DRAWN) return null
  const inset = Math.max(3, size * 0.2)
  const inside = { left: left + inset, top: side.begin + inset, right: right - inset, bottom: side.end - inset }
  return { ...square, isTicked: drawn(picture, inside) > TICKED }
}

/** The longest unbroken ink down a column within the line. */
function longestRun(picture: Picture, x: number, { top, bottom }: TextBox): { begin: number; end: number } {
  let best = { begin: 0, end: 0 }
  let begin = -1
  for (let y = Math.floor(top); y <= Math.ceil(bottom); y++) {
    const isInk = y < Math.ceil(bottom) && isDark(picture, x, y)
    if (isInk && begin < 0) begin = y
    if (isInk || begin < 0) continue
    if (y - begin > best.end - best.begin) best = { begin, end: y }
    begin = -1
  }
  return best
}

/** Where the other upright side lies: as far off as this one is long, a fifth more or less. */
function rightSide(
  picture: Picture,
  { left, begin, end }: { left: number; begin: number; end: number },
): number | null {
  const size = end - begin
  for (let x = Math.round(left + size * 1.2); x >= left + size * 0.8; x--)
    if (drawn(picture, { left: x, top: begin, right: x + 1, bottom: end }) >= DRAWN) return x + 1
  return null
}

const isDark = ({ width, grey }: Picture, x: number, y: number): boolean => (grey[y * width + x] ?? 255) < INK

/** The share of an area's pixels that are ink. */
function drawn(picture: Picture, area: TextBox): number {
  let [ink, all] = [0, 0]
  for (let y = Math.round(area.top); y < Math.round(area.bottom); y++)
    for (let x = Math.round(area.left); x < Math.round(area.right); x++) {
      all += 1
      if (isDark(picture, x, y)) ink += 1
    }
  return all === 0 ? 0 : ink / all
}

/** What the model takes a box to tick for, and characters that are framed like one. */
const BOXES: readonly string[] = [...'□☑■√V']
const FRAMED: readonly string[] = [...'日曰回囗因团国困田目区凶图固园圆']
/** A framed character that was read as surely as this is itself. */
const SURE = 0.85

/** The characters of a line with its boxes to tick among them: a square is one where nothing else was read, or only what looks like it. */
export function withTicks(characters: readonly ReadCharacter[], boxes: readonly TickBox[]): ReadCharacter[] {
  const ticks = boxes.filter(box => within(characters, box).every(one => isBox(one, characters, boxes)))
  const kept = characters.filter(one => !ticks.some(box => within([one], box).length > 0))
  const asCharacters = ticks.map(({ left, right, isTicked }) => {
    return { text: isTicked ? '☑' : '□', x: (left + right) / 2, likely: 1 }
  })
  return asWord([...kept, ...asCharacters].sort((one, other) => one.x - other.x))
}

/** «老兵□述史»: the only box of its line, between ideographs, is a 口. */
function asWord(line: readonly ReadCharacter[]): ReadCharacter[] {
  const isAlone = line.filter(({ text }) => BOXES.includes(text)).length === 1
  const isHan = (at: number) => /\p{Script=Han}/u.test(line[at]?.text ?? '')
  return line.map((one, at) =>
    isAlone && one.text === '□' && isHan(at - 1) && isHan(at + 1) ? { ...one, text: '口' } : one,
  )
}

const within = (characters: readonly ReadCharacter[], { left, right }: TickBox): ReadCharacter[] => {
  const margin = (right - left) / 5
  return characters.filter(({ x }) => left - margin <= x && x <= right + margin)
}

/** A 口 that stands alone in its line is a 口, but at its beginning. */
function isBox(one: ReadCharacter, all: readonly ReadCharacter[], boxes: readonly TickBox[]): boolean {
  if (BOXES.includes(one.text)) return true
  if (one.text === '口') return all.indexOf(one) === 0 || boxes.length > 1
  return FRAMED.includes(one.text) && one.likely < SURE
}
