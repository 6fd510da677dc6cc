import { type DocumentContent, PICTURE, plainText, withoutMarks } from '../../core/document/document.ts'
import { judgeText } from '../legible.ts'
import { Unreadable } from '../unreadable.ts'
import { readParagraphs } from './paragraphs.ts'
import { buildBlocks } from './tables.ts'
import { openWordFile } from './word-file.ts'

/**
 * Reads a Word 97–2003 file, whoever wrote it (Word, WPS, LibreOffice). On our own reading of MS-DOC: word-extractor gives tables as tabs
 * and loses letter-spaced text, which official forms are full of. Throws Unreadable.
 */
export async function readDoc(bytes: Buffer): Promise<DocumentContent> {
  const blocks = buildBlocks(readParagraphs(openWordFile(bytes)))
  const text = plainText(blocks)
  const legibility = judgeText(withoutMarks(text))
  // A page pasted in as a picture has no text of its own.
  if (legibility === 'empty' && text.includes(PICTURE)) throw new Unreadable('scanned')
  if (legibility !== 'legible') throw new Unreadable('undecodable')
  return { blocks }
}
