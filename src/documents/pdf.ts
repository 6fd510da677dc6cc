import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PDFParse } from 'pdf-parse'
import type { DocumentContent, Paragraph } from '../core/document.ts'
import { judgeText } from './legible.ts'
import { unifyRadicals } from './radicals.ts'
import { unifyTicks } from './ticks.ts'
import { Unreadable } from './unreadable.ts'

/** The pdf.js that pdf-parse uses brings the character maps, without which text in non-embedded Chinese fonts is lost. */
const PDFJS = dirname(createRequire(import.meta.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'))

/** A page with less text than this holds a scanner app's mark or a page number, not a page of the form. */
const PAGE_CHARACTERS = 24

/** Reads a PDF's text: a line is a paragraph, a wide gap in it a tab. Throws Unreadable. */
export async function readPdf(bytes: Buffer): Promise<DocumentContent> {
  const pages = await extractPages(bytes)
  const hasText = pages.some(page => page.replace(/\s/g, '').length >= PAGE_CHARACTERS)
  if (!hasText) throw new Unreadable('scanned')
  if (judgeText(pages.join('\n')) === 'garbled') throw new Unreadable('undecodable')
  return { blocks: pages.flatMap(page => page.split('\n')).flatMap(paragraphOf) }
}

async function extractPages(bytes: Buffer): Promise<string[]> {
  const parser = new PDFParse({
    data: new Uint8Array(bytes),
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
  })
  try {
    return (await parser.getText()).pages.map(page => page.text)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new Unreadable(isLocked ? 'encrypted' : 'corrupt', { cause: error })
  } finally {
    await parser.destroy()
  }
}

function paragraphOf(line: string): Paragraph[] {
  const text = closeUp(unifyTicks(unifyRadicals(line))).trim()
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

/** Letter-spaced words: three or more single ideographs with one space between each. Two may be two words. */
const closeUp = (line: string): string =>
  line.replace(/(?<!\p{Script=Han})(?:\p{Script=Han} ){2,}\p{Script=Han}(?!\p{Script=Han})/gu, word =>
    word.replaceAll(' ', ''),
  )
