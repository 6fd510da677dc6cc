import { buffer } from 'node:stream/consumers'
import { readWorkbook } from '../sheets/read-workbook.ts'

/** A process of its own: the workbook comes in, its sheets go out as JSON. A workbook that inflates without end ends it, and nothing else. */
void answer()

async function answer(): Promise<void> {
  process.stdout.write(JSON.stringify(await readWorkbook(await buffer(process.stdin))))
}
