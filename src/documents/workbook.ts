import type { Block, DocumentContent } from '../core/document/document.ts'
import { readWorkbook } from '../sheets/read-workbook.ts'
import { listArchive } from './archive.ts'
import { withinPart } from './budget.ts'
import type { Means } from './read-limits.ts'

/** A workbook as one table for each sheet. What it inflates to is counted before it is read. */
export async function readSheets(bytes: Buffer, { budget, limits }: Means): Promise<DocumentContent> {
  for (const entry of await listArchive(bytes)) await entry.read(withinPart(budget, limits.xmlBytes * MOST_PARTS))
  const sheets = await readWorkbook(bytes)
  return {
    blocks: sheets.flatMap(({ rows }): Block[] =>
      rows.length === 0
        ? []
        : [
            {
              kind: 'table',
              cells: rows.flatMap((row, at) =>
                row.map((text, column) => ({
                  row: at,
                  column,
                  rowSpan: 1,
                  columnSpan: 1,
                  blocks: [{ kind: 'paragraph', text }],
                })),
              ),
            },
          ],
    ),
  }
}

/** Pictures stand in a workbook, too: they may be larger than a part of XML. */
const MOST_PARTS = 4
