import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block, Cell } from '../../src/core/document/document.ts'
import { examine } from '../../src/documents/examine.ts'
import { readFile } from '../../src/documents/read-file.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }
const ROOT = join(import.meta.dirname, '../..')

/** Blocks as docs/documents.md writes them: a line each, a table's cells with · between them and / between rows. */
const shown = (blocks: readonly Block[]): string[] =>
  blocks.map(block => (block.kind === 'paragraph' ? block.text.replaceAll('\n', '⏎') : tableText(block.cells)))

function tableText(cells: readonly Cell[]): string {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((one, other) => one - other)
  const text = ({ blocks, rowSpan, columnSpan }: Cell) =>
    shown(blocks).join(' ') + (rowSpan > 1 ? `↓${rowSpan}` : '') + (columnSpan > 1 ? `→${columnSpan}` : '')
  return `⟦${rows
    .map(row =>
      cells
        .filter(cell => cell.row === row)
        .map(text)
        .join(' · '),
    )
    .join(' / ')}⟧`
}

async function linesOf(name: string): Promise<readonly string[]> {
  const bytes = readFileSync(join(ROOT, 'test/fixtures/forms', name))
  for await (const finding of readFile(await examine({ name, bytes }, LIMITS.documentBytes), bytes, LIMITS))
    if (finding.step === 'read') return shown(finding.document.content?.blocks ?? [])
  return []
}

/** The rows of the table in the documentation: a construct, and for each format what is read of traps.* in back-quotes. */
const ROWS = readFileSync(join(ROOT, 'docs/documents.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| [^|]+ \|(?: (?:`[^`]+`|–)[^|]*\|){3}$/.test(line))
  .map(line => line.split('|').slice(1, -1))
  .map(
    ([construct = '', ...formats]) =>
      [construct.trim(), formats.map(cell => /`([^`]+)`/.exec(cell)?.[1] ?? null)] as const,
  )

const READ = await Promise.all(['traps.docx', 'traps.doc', 'traps.pdf'].map(linesOf))

describe('the table of constructs in docs/documents.md', () => {
  it('has rows', () => {
    expect(ROWS.length).toBeGreaterThan(15)
  })

  it.each(ROWS)('tells what is read of: %s', (_, expected) => {
    for (const [index, text] of expected.entries()) if (text !== null) expect(READ[index]).toContain(text)
  })

  it('names every line of the docx that holds them', () => {
    const told = ROWS.map(([, [docx]]) => docx)
    const plain = [
      '以下各行各有一种容易丢失或读错的写法，供读取程序核对。',
      '两表之间',
      '图片单独成格',
      '隐藏的行',
      '竖排的格',
      '文本框：',
      '完',
    ]
    expect((READ[0] ?? []).filter(line => !told.includes(line) && !plain.includes(line))).toEqual([])
  })

  it.each([0, 1])('has a text box behind the paragraph that it hangs on, in docx and doc', format => {
    const lines = READ[format] ?? []
    expect(lines[lines.indexOf('框内文字') - 1]).toBe('文本框：')
  })
})
