import { type DocumentContent, plainText, withoutMarks } from '../../core/document/document.ts'
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
  if (judgeText(withoutMarks(plainText(blocks))) !== 'legible') throw new Unreadable('undecodable')
  return { blocks }
}
