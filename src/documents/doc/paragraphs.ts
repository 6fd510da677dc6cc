import type { Look } from '../../core/document/document.ts'
import { cleanText } from '../clean-text.ts'
import { createFields } from '../fields.ts'
import { count, newTally } from '../looks.ts'
import { isSymbolFont, symbolText } from '../symbol-font.ts'
import { readFonts } from './fonts.ts'
import { readCheckBox } from './form-field.ts'
import { characterFormatting, paragraphFormatting } from './formatting.ts'
import { readListNumbers } from './lists.ts'
import { paragraphLook, runLooks } from './looks.ts'
import { type Piece, type Range, readPieces, storyRanges } from './pieces.ts'
import { NONE, numberIn, type Properties, SPRM } from './properties.ts'
import { readStyles } from './styles.ts'
import type { WordFile } from './word-file.ts'

/** A paragraph of a Word file as it stands in the stream: a table is only told by its paragraphs' properties. */
export type WordParagraph = {
  readonly text: string
  readonly look: Look
  /** The character that ends it: a cell's end has one of its own. */
  readonly mark: string
  /** The mark is hidden: so is a row whose end it is. */
  readonly isHidden: boolean
  readonly holdsPicture: boolean
  readonly properties: Properties
}

const ENDS = /[\r\x07\f]/
const [FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END] = ['\x13', '\x14', '\x15']
const PICTURE_MARK = '\x01'
const SHOWN: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x0e': '\n', '\x1e': '-' }

/** The paragraphs of body and text boxes: hidden and deleted text left out, symbols, fields, check boxes and numbers resolved. */
export function readParagraphs(file: WordFile): WordParagraph[] {
  const [paragraphAt, charactersAt] = [paragraphFormatting(file), characterFormatting(file)]
  const styles = readStyles(file)
  const [lookOf, numberOf, show] = [runLooks(styles), readListNumbers(file), shownText(file)]
  const pieces = readPieces(file)
  return storyRanges(file).flatMap(range => {
    const paragraphs: WordParagraph[] = []
    let [text, holdsPicture, tally] = ['', false, newTally()]
    for (const { character, place } of charactersOf(pieces, range)) {
      const [own, properties] = [charactersAt(place), paragraphAt(place)]
      const look = lookOf(own, properties)
      const shown = look.hidden && !ENDS.test(character) ? '' : show(character, own)
      text += shown
      if (shown.trim() !== '') count(tally, shown, look)
      holdsPicture ||= character === PICTURE_MARK && !look.hidden
      if (!ENDS.test(character)) continue
      const style = styles(numberIn(properties, SPRM.paragraphStyle))
      const all: Properties = new Map([...style.properties, ...properties])
      const numbered = numberOf(all)
      paragraphs.push({
        text: cleanText((numbered?.text ?? '') + text),
        look: paragraphLook(all, { style, list: numbered?.list ?? null, tally }),
        ...{ mark: character, isHidden: look.hidden, holdsPicture, properties },
      })
      ;[text, holdsPicture, tally] = ['', false, newTally()]
    }
    if (text.trim() !== '') paragraphs.push(unended(cleanText(text), holdsPicture))
    return paragraphs
  })
}

const unended = (text: string, holdsPicture: boolean): WordParagraph => ({
  ...{ text, look: {}, mark: '\r', isHidden: false, holdsPicture, properties: NONE },
})

function* charactersOf(pieces: readonly Piece[], { from, to }: Range) {
  let before = 0
  for (const { text, start, bytesPerCharacter } of pieces) {
    const last = Math.min(text.length, to - before)
    for (let index = Math.max(0, from - before); index < last; index++)
      yield { character: text.charAt(index), place: start + index * bytesPerCharacter }
    before += text.length
  }
}

/** What of a character is to be seen. */
function shownText(file: WordFile): (character: string, properties: Properties) => string {
  const fonts = readFonts(file)
  const fields = createFields()
  return (character, properties) => {
    if (ENDS.test(character)) fields.endParagraph()
    else if (character === FIELD_BEGIN) fields.begin()
    else if (character === FIELD_SEPARATOR) fields.separate()
    else if (character === PICTURE_MARK)
      fields.choose(readCheckBox(file.data, numberIn(properties, SPRM.picture) ?? 0) ?? '')
    else {
      const shown = character === FIELD_END ? fields.end() : symbolOr(character, properties, fonts)
      return fields.takes(shown) ? '' : shown
    }
    return ''
  }
}

function symbolOr(character: string, properties: Properties, fonts: readonly string[]): string {
  const symbol = properties.get(SPRM.symbol)
  if (symbol !== undefined && symbol.length >= 4)
    return symbolText(fonts[symbol.readUInt16LE(0)] ?? '', symbol.readUInt16LE(2))
  const font = fonts[numberIn(properties, SPRM.font) ?? -1] ?? ''
  const code = character.charCodeAt(0)
  const isSymbol = code > 0x20 && (code < 0x100 || (code >= 0xf000 && code < 0xf100))
  if (isSymbol && isSymbolFont(font)) return symbolText(font, code)
  return code < 0x20 ? (SHOWN[character] ?? '') : character
}
