import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { rowsOf } from '../core/papers/rows-of.ts'
import { composeResult } from '../core/reply/result-letter.ts'
import { createReaderPool } from '../documents/reader-pool.ts'
import { UsageError } from '../errors.ts'
import { gatherPapers } from '../jobs/pack.ts'
import type { ResultsNeeds } from '../jobs/results.ts'
import { answeredIn, replySettings } from './answering.ts'
import { packNeeds } from './packing.ts'
import type { Parts } from './parts.ts'

/** The rows of a workbook's sheets, read in a process of its own within its budget. Throws UsageError, with a sentence, where it is none. */
export async function readSheetRows(name: string, bytes: Uint8Array, { config }: Pick<Parts, 'config'>) {
  const readers = createReaderPool({ limits: { ...config.limits, sheets: true }, size: 1 })
  try {
    const [document] = await readers.read({ name, bytes })
    if (document?.kind !== 'xlsx') throw new UsageError(`${name}不是xlsx文件：请把汇总表另存为xlsx再用。`)
    if (document.content === null) throw new UsageError(`${name}读不出来：请用WPS或Excel打开，另存为xlsx再用。`)
    return rowsOf(document.content)
  } finally {
    await readers.close()
  }
}

export async function sheetFile(path: string, parts: Pick<Parts, 'config'>) {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`没有${path}这个文件。`)
  })
  return readSheetRows(basename(path), bytes, parts)
}

/** What tells a result, wired to the real edges. */
export function resultsNeeds(parts: Parts): ResultsNeeds {
  const { config, clock, from } = parts
  const { transaction, mailings } = parts.store.get()
  return {
    clock,
    transaction,
    call: id => parts.calls().find(one => one.id === id) ?? null,
    standing: call => gatherPapers(call, packNeeds(parts)).standing,
    mailings,
    mail: {
      answered: answeredIn(parts),
      compose: told => composeResult({ ...told, service: replySettings(parts).service }),
    },
    settings: {
      ...{ timezone: config.timezone, replies: config.replies, from: from.address, contact: config.staff.contact },
    },
  }
}
