import type { Recognition, ScannedDocument } from '../core/document/scanned-document.ts'
import type { Attachment } from '../core/message/message.ts'
import type { Page } from '../documents/layout/page.ts'
import { contentOf } from '../documents/recognition/compose.ts'
import type { PageJob } from '../documents/recognition/page-job.ts'
import { composedOf, type KeptPage, keptOf, type RecogniseNeeds } from '../jobs/recognise.ts'
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
    compose,
    limits: { pages: config.limits.ocr.pages, attempts: config.limits.attempts },
    recognise: async ({ messageId, sha256, page, kind }) => {
      const source = rawMessages.find(messageId)
      const file = source === null ? null : fileAmong((await parseMessage(source)).attachments, sha256)
      if (file === null) return { status: 'failed', why: 'missing', pages: null }
      return await recogniser.get().recognise({ kind, page, ...file })
    },
  }
}

const compose = (pages: readonly unknown[]) => contentOf(pages as (Page | null)[])

/** A whole document at once, with nothing recorded. */
export async function recogniseDocument(
  { sha256, kind }: Omit<ScannedDocument, 'messageId'>,
  attachments: readonly Attachment[],
  { recogniser, config }: Parts,
): Promise<Recognition> {
  const file = fileAmong(attachments, sha256)
  if (file === null) return { state: 'failed', why: 'missing' }
  const pages: KeptPage[] = []
  for (let page = 1, of = 1; page <= Math.min(of, config.limits.ocr.pages); page++) {
    const result = await recogniser.get().recognise({ kind, page, ...file })
    pages.push(keptOf(result))
    of = result.pages ?? of
  }
  return composedOf(pages, compose)
}

/** The attachment that is the document, or an archive that it may have come in. */
function fileAmong(attachments: readonly Attachment[], sha256: string): Pick<PageJob, 'bytes' | 'entry'> | null {
  const own = attachments.find(attachment => attachment.sha256 === sha256)
  if (own !== undefined) return { bytes: own.bytes, entry: null }
  const archive = attachments.find(({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b)
  return archive === undefined ? null : { bytes: archive.bytes, entry: sha256 }
}
