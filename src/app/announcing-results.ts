import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Document } from '../core/document/document.ts'
import { rowsOf } from '../core/papers/rows-of.ts'
import { composeResult } from '../core/reply/result-letter.ts'
import { createReaderPool } from '../documents/reader-pool.ts'
import { UsageError } from '../errors.ts'
import { gatherPapers } from '../jobs/pack.ts'
import type { ResultsNeeds } from '../jobs/results.ts'
import { answeredIn, replySettings } from './answering.ts'
import { packNeeds } from './packing.ts'
import type { Parts } from './parts.ts'

const SAVE_ANEW = '请用WPS或Excel打开，另存为xlsx再用。'

/** Why there is nothing to read, and what would be right. */
function whyNot(document: Document | undefined): string {
  if (document?.why === 'timeout') return `未能及时读出，可能是系统正忙：请稍后重发；仍读不出的，${SAVE_ANEW}`
  if (document?.why === 'encrypted') return '设有密码：请去掉密码再用。'
  return document?.kind === 'xlsx' ? `读不出来：${SAVE_ANEW}` : '不是xlsx文件：请把汇总表另存为xlsx再用。'
}

/** The rows of a workbook's sheets, read in a process of its own within its budget. Throws UsageError, with a sentence, where it is none. */
export async function readSheetRows(name: string, bytes: Uint8Array, { config }: Pick<Parts, 'config'>) {
  const readers = createReaderPool({ limits: { ...config.limits, sheets: true }, size: 1 })
  try {
    const [first] = await readers.read({ name, bytes })
    // A machine that is busy is no fault of the file's.
    const [document] = first?.why === 'timeout' ? await readers.read({ name, bytes }) : [first]
    if (document?.content == null || document.kind !== 'xlsx') throw new UsageError(`${name}${whyNot(document)}`)
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
