import { EMBEDDED, PICTURE } from '../../core/document/document.ts'
import { createFields, type Fields } from '../fields.ts'
import { objectMark } from '../object-mark.ts'
import { isSymbolFont, symbolText } from '../symbol-font.ts'
import { readFonts } from './fonts.ts'
import { readChoice } from './form-field.ts'
import { isOn, numberIn, type Properties, SPRM } from './properties.ts'
import type { WordFile } from './word-file.ts'

/** What end a paragraph, a cell, a section. */
export const ENDS = /[\r\x07\f]/
const [FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END] = ['\x13', '\x14', '\x15']
const NO_TEXT = '\x01'
const SHOWN: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x0e': '\n', '\x1e': '-' }

/** What is seen of the next character: symbols, fields, form fields resolved, a mark for a picture or an object. */
export function shownText(file: WordFile): (character: string, properties: Properties) => string {
  const fonts = readFonts(file)
  const fields = createFields()
  const show = (text: string) => (fields.takes(text) ? '' : text)
  return (character, properties) => {
    if (ENDS.test(character)) fields.endParagraph()
    else if (character === FIELD_BEGIN) fields.begin()
    else if (character === FIELD_SEPARATOR) fields.separate()
    else if (character === FIELD_END) return show(fields.end())
    else if (character !== NO_TEXT) return show(symbolOr(character, properties, fonts))
    // Among a field's instructions it stands for what a form field is.
    else if (fields.takes('')) fields.choose(readChoice(file.data, numberIn(properties, SPRM.picture) ?? 0))
    else return show(markOf(properties, fields))
    return ''
  }
}

/** The picture that a shape has for programs that know no shapes is none of its own. */
const SHAPE = /^\s*SHAPE\b/
const OBJECT = /^\s*(?:EMBED|LINK|CONTROL)\s+(\S+)/

function markOf(properties: Properties, fields: Fields): string {
  const isObject = isOn(properties, SPRM.object) || properties.has(SPRM.objectPlace)
  if (!isObject && !isOn(properties, SPRM.special) && !properties.has(SPRM.picture)) return ''
  const instruction = fields.instruction()
  if (SHAPE.test(instruction)) return ''
  const program = OBJECT.exec(instruction)?.[1]
  if (program !== undefined) return objectMark(program)
  return isObject ? EMBEDDED : PICTURE
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
