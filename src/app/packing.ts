import type { Call } from '../core/call/call.ts'
import type { Papers, PapersDocument, Standing } from '../core/papers/papers.ts'
import { papersDocument } from '../core/papers/papers-document.ts'
import { unpackFiles } from '../documents/unpack-files.ts'
import { callNow } from '../jobs/call-rows.ts'
import { type CaseFileNeeds, caseFile } from '../jobs/case-file.ts'
import { gatherPapers, type PackNeeds, packPapers, packSheet } from '../jobs/pack.ts'
import { parseMessage } from '../mail/parse-message.ts'
import { writeZip } from '../papers/write-zip.ts'
import { confirmationsOf } from './confirming.ts'
import type { Parts } from './parts.ts'
import { writeWorkbook } from './workbook.ts'

/** The meeting's papers of a call; `one` of them by itself is wanted at the desk. */
export function createPacking(call: Call, parts: Parts) {
  const needs = packNeeds(parts)
  const cases = caseFileNeeds(parts)
  return {
    /** Who stands, with everything that the papers say; nothing is written or noted. */
    gather: () => gatherPapers(call, needs),
    /** 评审材料.docx and 汇总表.xlsx. */
    papers: () => packPapers(call, needs),
    document: (papers: Papers) => writeDocx(papersDocument(papers)),
    sheet: (papers: Papers) => packSheet(papers, needs),
    note: ({ standing }: Papers) => needs.note(call.id, standing.length, needs.clock()),
    /** One applicant's case as an archive. */
    caseFile: (one: Standing, papers: Papers) => caseFile(one, papers, cases),
  }
}

/** What writes docx is large, and needed once: loaded then. */
async function writeDocx(papers: PapersDocument): Promise<Uint8Array> {
  const { writeDocx: write } = await import('../papers/write-docx.ts')
  return write(papers)
}

export function packNeeds(parts: Parts): PackNeeds {
  const { overview, decisions, scannedDocuments, events, transaction } = parts.store.get()
  const decisionOn = (id: number, entry: number) => decisions.of(id, entry).at(-1)?.decision ?? null
  return {
    clock: parts.clock,
    timezone: parts.config.timezone,
    records: {
      related: overview.relatedTo,
      decisionsOn: decisions.of,
      confirmations: call => confirmationsOf(call, parts),
      recognitionsOf: scannedDocuments.of,
    },
    now: call => callNow(call, { related: overview.relatedTo, decisionOn }),
    writeDocx,
    writeWorkbook,
    note: (call, applicants, at) => transaction(() => events.append({ kind: 'packed', call, applicants }, at)),
  }
}

function caseFileNeeds({ store, config: { limits } }: Parts): CaseFileNeeds {
  const { rawMessages, outbox } = store.get()
  return {
    source: rawMessages.find,
    parse: parseMessage,
    unpack: files => unpackFiles(files, limits),
    repliesTo: outbox.repliesTo,
    writeDocx,
    writeZip,
  }
}
