import { type Block, type DocumentContent, plainText, withoutMarks } from '../../core/document/document.ts'
import { type ArchiveEntry, listArchive } from '../archive.ts'
import { withinPart } from '../budget.ts'
import { createFields } from '../fields.ts'
import { judgeText } from '../legible.ts'
import type { Means } from '../read-limits.ts'
import { Unreadable } from '../unreadable.ts'
import { readBody } from './body.ts'
import { PROPERTY_PARTS, propertiesOf } from './file-properties.ts'
import { numberingOf } from './numbering.ts'
import { newReading } from './reading.ts'
import { stylesOf } from './styles.ts'
import { childElements, childOf, parse, parseLoosely } from './xml.ts'

type Parts = ReadonlyMap<string, ArchiveEntry>
type ReadPart = (path: string) => Promise<string>

/** Reads a docx; each part it needs is inflated against `xmlBytes` and the budget before a parser sees it. */
export async function readDocx(bytes: Buffer, { budget, limits }: Means): Promise<DocumentContent> {
  const parts: Parts = new Map((await listArchive(bytes)).map(entry => [entry.path, entry]))
  const blocks = await blocksOf(async path => {
    const part = await parts.get(path)?.read(withinPart(budget, limits.xmlBytes))
    return new TextDecoder('utf-8', { fatal: true }).decode(part)
  })
  const why = whyUseless(blocks, parts)
  if (why !== null) throw new Unreadable(why)
  return { blocks }
}

async function blocksOf(read: ReadPart): Promise<readonly Block[]> {
  const main = await mainPart(read)
  const beside = main.slice(0, main.lastIndexOf('/') + 1)
  const styles = stylesOf(await read(`${beside}styles.xml`))
  const number = numberingOf(await read(`${beside}numbering.xml`))
  const xml = await read(main)
  const body = childOf(parse(xml), 'w:body')
  if (body === undefined) throw new Unreadable('corrupt')
  const properties = ASKS_FOR_PROPERTY.test(xml) ? await Promise.all(PROPERTY_PARTS.map(read)) : []
  return readBody(newReading({ styles, number, fields: createFields(propertiesOf(properties)) }), body)
}

const ASKS_FOR_PROPERTY = /\b(?:DOCPROPERTY|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS|LASTSAVEDBY)\b/

/** The part that the package calls its document; it has other names, too (document2.xml). */
async function mainPart(read: ReadPart): Promise<string> {
  const relations = childElements(parseLoosely(await read('_rels/.rels')))
  const main = relations.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))?.attributes.Target
  return main?.replace(/^\//, '') ?? 'word/document.xml'
}

/** A page pasted in as a picture has no text of its own. */
function whyUseless(blocks: readonly Block[], parts: Parts): 'scanned' | 'undecodable' | null {
  const text = judgeText(withoutMarks(plainText(blocks)))
  if (text === 'legible') return null
  const hasPictures = [...parts.keys()].some(path => path.startsWith('word/media/'))
  return text === 'empty' && hasPictures ? 'scanned' : 'undecodable'
}
