import type { Page } from '../documents/pdf/page.ts'
import { contentOf } from '../documents/recognition/compose.ts'
import type { PageJob } from '../documents/recognition/page-job.ts'
import type { RecogniseNeeds } from '../jobs/recognise.ts'
import { parseMessage } from '../mail/parse-message.ts'
import type { Parts } from './parts.ts'

/** Reading scans, wired to the real edges. */
export function recogniseNeeds(parts: Parts): RecogniseNeeds {
  const { store, config, clock, recogniser } = parts
  const { scannedDocuments, rawMessages, transaction } = store.get()
  return {
    clock,
    transaction,
    documents: scannedDocuments,
    compose: pages => contentOf(pages as (Page | null)[]),
    limits: { pages: config.limits.ocr.pages, attempts: config.limits.attempts },
    recognise: async ({ messageId, sha256, page, kind }) => {
      const source = rawMessages.find(messageId)
      const file = source === null ? null : await fileIn(source, sha256)
      if (file === null) return { status: 'failed', why: 'missing', pages: null }
      return await recogniser.get().recognise({ kind, page, ...file })
    },
  }
}

/** The attachment that is the document, or an archive that it may have come in. */
async function fileIn(source: Uint8Array, sha256: string): Promise<Pick<PageJob, 'bytes' | 'entry'> | null> {
  const { attachments } = await parseMessage(source)
  const own = attachments.find(attachment => attachment.sha256 === sha256)
  if (own !== undefined) return { bytes: own.bytes, entry: null }
  const archive = attachments.find(({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b)
  return archive === undefined ? null : { bytes: archive.bytes, entry: sha256 }
}
