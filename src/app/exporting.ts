import type { Call } from '../core/call/call.ts'
import { rosterSheet } from '../core/digest/digest-sheets.ts'
import { comparisonPage } from '../core/export/page.ts'
import { unpackFiles } from '../documents/unpack-files.ts'
import { exportCall } from '../jobs/export.ts'
import { gatherPapers } from '../jobs/pack.ts'
import { parseMessage } from '../mail/parse-message.ts'
import { confirmationsOf } from './confirming.ts'
import { readDocuments } from './judging.ts'
import { packNeeds } from './packing.ts'
import type { Parts } from './parts.ts'
import { writeWorkbook } from './workbook.ts'

/** The export, wired to the real edges. */
export function exportAll(call: Call, caseText: (id: number) => string, parts: Parts) {
  const { overview, decisions, rawMessages, outbox, events, amendments, mailings, transaction } = parts.store.get()
  const packing = packNeeds(parts)
  return exportCall(call, {
    clock: parts.clock,
    timezone: parts.config.timezone,
    records: {
      amendments: () => amendments.all().filter(one => one.call === call.id),
      confirmations: () => confirmationsOf(call.id, parts),
      mailed: () => mailings.mailed(call.id),
      related: () => overview.relatedTo(call.id),
      questions: () => overview.related().filter(one => one.call === null && one.relation === 'inquiry'),
      decisionsOn: decisions.of,
      source: rawMessages.find,
      repliesTo: outbox.repliesTo,
    },
    reader: {
      parse: parseMessage,
      unpack: files => unpackFiles(files, parts.config.limits),
      readDocuments: files => readDocuments(parts, files),
    },
    caseText,
    writeWorkbook,
    shown: {
      page: () => comparisonPage(gatherPapers(call, packing)),
      roster: () => rosterSheet(packing.now(call), '', parts.config.timezone),
    },
    noteExport: (messages, at) => transaction(() => events.append({ kind: 'exported', call: call.id, messages }, at)),
  })
}
