import mammoth from 'mammoth'
import { type Block, type DocumentContent, PICTURE, plainText } from '../../core/document/document.ts'
import { type ArchiveEntry, listArchive } from '../archive.ts'
import { type Budget, withinPart } from '../budget.ts'
import { judgeText } from '../legible.ts'
import type { Means } from '../read-limits.ts'
import { Unreadable } from '../unreadable.ts'
import { blocksOf, type DocumentNode } from './blocks.ts'
import { resolveBody } from './body.ts'
import { numberingOf } from './numbering.ts'

type Parts = ReadonlyMap<string, ArchiveEntry>

/** Reads a docx; each part it needs is inflated against `xmlBytes` and the budget before mammoth sees it. */
export async function readDocx(bytes: Buffer, { budget, limits }: Means): Promise<DocumentContent> {
  const parts: Parts = new Map((await listArchive(bytes)).map(entry => [entry.path, entry]))
  const blocks = blocksOf(await convert(parts, () => withinPart(budget, limits.xmlBytes)))
  const why = whyUseless(blocks, parts)
  if (why !== null) throw new Unreadable(why)
  return { blocks }
}

/** mammoth's own way in for an opened archive, which its types don't know. */
type PartSource = { exists(path: string): boolean; read(path: string): Promise<string> }

/** Parts that mammoth is not shown: its headings and lists are paragraphs to us, and notes and comments no part of the form. */
const UNUSED =
  /^(?:mammoth\/|word\/(?:_rels\/)?(?:styles|numbering|footnotes|endnotes|comments)\.xml|\[Content_Types\]\.xml)/

/** What stands in mammoth's document: it is taken before it becomes HTML, so that no HTML is made. */
async function convert(parts: Parts, budgetOfPart: () => Budget): Promise<readonly DocumentNode[]> {
  const read = async (path: string) => new TextDecoder().decode(await parts.get(path)?.read(budgetOfPart()))
  const [numbering, styles] = [await read('word/numbering.xml'), await read('word/styles.xml')]
  const file: PartSource = {
    exists: path => parts.has(path) && !UNUSED.test(path),
    read: async path => {
      const xml = await read(path)
      return xml.includes(':body') ? resolveBody(xml, numberingOf({ numbering, styles })) : xml
    },
  }
  let nodes: readonly DocumentNode[] = []
  await mammoth.convertToHtml({ file } as unknown as { buffer: Buffer }, {
    includeEmbeddedStyleMap: false,
    includeDefaultStyleMap: false,
    externalFileAccess: false,
    transformDocument: (document: { children: readonly DocumentNode[] }) => {
      nodes = document.children
      return { ...document, children: [] }
    },
  })
  return nodes
}

/** A page pasted in as a picture has no text of its own. */
function whyUseless(blocks: readonly Block[], parts: Parts): 'scanned' | 'undecodable' | null {
  const text = judgeText(plainText(blocks).replaceAll(PICTURE, ''))
  if (text === 'legible') return null
  const hasPictures = [...parts.keys()].some(path => path.startsWith('word/media/'))
  return text === 'empty' && hasPictures ? 'scanned' : 'undecodable'
}
