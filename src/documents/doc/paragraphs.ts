import type { Look } from '../../core/document/document.ts'
import { cleanText } from '../clean-text.ts'
import { count, newTally } from '../looks.ts'
import { ENDS, shownText } from './characters.ts'
import { characterFormatting, paragraphFormatting } from './formatting.ts'
import { readListNumbers } from './lists.ts'
import { paragraphLook, runLooks } from './looks.ts'
import { type Piece, type Range, readPieces, storyRanges } from './pieces.ts'
import { NONE, numberIn, type Properties, SPRM } from './properties.ts'
import { readShapes } from './shapes.ts'
import { readStyles } from './styles.ts'
import type { WordFile } from './word-file.ts'

/** A paragraph of a Word file as it stands in the stream: a table is only told by its paragraphs' properties. */
export type WordParagraph = {
  readonly text: string
  readonly look: Look
  /** The character that ends it: a cell's end has one of its own. */
  readonly end: string
  /** Its end is hidden: so is a row that ends there. */
  readonly isHidden: boolean
  /** Marks of what floats over it. */
  readonly floating: readonly string[]
  readonly properties: Properties
}

/**
 * The paragraphs of body and text boxes: hidden and deleted text left out, symbols, fields, check boxes and numbers resolved. A box's
 * lines float over the paragraph that it hangs on; one that holds a table stands at the end.
 */
export function readParagraphs(file: WordFile): WordParagraph[] {
  const [paragraphAt, charactersAt] = [paragraphFormatting(file), characterFormatting(file)]
  const styles = readStyles(file)
  const [lookOf, show, shapes] = [runLooks(styles), shownText(file), readShapes(file)]
  const end = endParagraph(file, styles)
  const pieces = readPieces(file)
  const { body, boxes } = storyRanges(file)
  const placed = new Set<number>()
  const linesOfBox = ({ from, to }: Range): string[] => {
    if (placed.has(from)) return []
    const lines = read({ from, to })
    if (lines.some(line => line.end === CELL_END)) return []
    for (let at = from; at < to; at++) placed.add(at)
    return lines.map(({ text }) => text)
  }
  function read(range: Range): WordParagraph[] {
    const paragraphs: WordParagraph[] = []
    let begun = newBegun()
    for (const { character, place, position } of charactersOf(pieces, range)) {
      if (placed.has(position)) continue
      const [own, properties] = [charactersAt(place), paragraphAt(place)]
      const look = lookOf(own, properties)
      const isEnd = ENDS.test(character)
      if (isEnd || !look.hidden) {
        const shown = show(character, own)
        begun.text += shown
        if (shown.trim() !== '') count(begun.tally, shown, look)
        const shape = character === SHAPE && position < body.to ? shapes.get(position) : undefined
        if (shape !== undefined) begun.floating.push(shape.mark, ...(shape.box === null ? [] : linesOfBox(shape.box)))
      }
      if (!isEnd) continue
      paragraphs.push(end(begun, { end: character, isHidden: look.hidden, properties }))
      begun = newBegun()
    }
    if (begun.text.trim() !== '') paragraphs.push(end(begun, { end: '\r', isHidden: false, properties: NONE }))
    return paragraphs
  }
  return [...read(body), ...read(boxes)]
}

const CELL_END = '\x07'
const SHAPE = '\x08'

const newBegun = () => ({ text: '', tally: newTally(), floating: [] as string[] })

type End = Pick<WordParagraph, 'end' | 'isHidden' | 'properties'>

/** Puts the number of its list in front of a paragraph, and tells its look. */
function endParagraph(file: WordFile, styles: ReturnType<typeof readStyles>) {
  const numberOf = readListNumbers(file)
  return ({ text, tally, floating }: ReturnType<typeof newBegun>, end: End): WordParagraph => {
    const style = styles(numberIn(end.properties, SPRM.paragraphStyle))
    const all: Properties = new Map([...style.properties, ...end.properties])
    const numbered = numberOf(all)
    return {
      text: cleanText((numbered?.text ?? '') + text),
      look: paragraphLook(all, { style, list: numbered?.list ?? null, tally }),
      floating: floating.filter(mark => mark !== ''),
      ...end,
    }
  }
}

function* charactersOf(pieces: readonly Piece[], { from, to }: Range) {
  let before = 0
  for (const { text, start, bytesPerCharacter } of pieces) {
    const last = Math.min(text.length, to - before)
    for (let index = Math.max(0, from - before); index < last; index++)
      yield { character: text.charAt(index), place: start + index * bytesPerCharacter, position: before + index }
    before += text.length
  }
}
