import { isSymbolFont } from '../symbol-font.ts'
import { childOf, contentOf, type Element, isElement, parse, replaceInside, serialise, textElement } from './xml.ts'

/** Letters in a symbol font become the symbol elements that Word writes as well: `R` in Wingdings 2 is ☑. */
export function withSymbols(run: Element): Element {
  const fonts = childOf(childOf(run, 'w:rPr'), 'w:rFonts')
  const font = fonts?.attribs['w:ascii'] ?? fonts?.attribs['w:hAnsi'] ?? ''
  if (!isSymbolFont(font)) return run
  return replaceInside(run, node => {
    if (!isElement(node) || node.name !== 'w:t') return [node]
    return parse([...contentOf(node)].map(letter => symbolOf(letter, font)).join(''))
  })
}

/** Symbols stand at the plain letters or from U+F000 on; for anything else Word takes another font. */
function symbolOf(letter: string, font: string): string {
  const code = letter.codePointAt(0) ?? 0
  const isSymbol = letter !== ' ' && (code < 0x100 || (code >= 0xf000 && code < 0xf100))
  if (!isSymbol) return serialise(textElement(letter))
  return `<w:sym w:font="${font}" w:char="${(code & 0xff).toString(16).toUpperCase().padStart(2, '0')}"/>`
}
