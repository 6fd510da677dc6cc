import { composeDigest, type Digest } from '../core/digest/compose-digest.ts'
import { digestSheets } from '../core/digest/digest-sheets.ts'
import { gatherDigestFacts } from '../jobs/digest-facts.ts'
import { factsNeeds } from './digest-needs.ts'
import type { Parts } from './parts.ts'
import { writeWorkbook } from './workbook.ts'

type WholeDigest = Digest & { readonly workbook: Uint8Array }

/** The digest as it would be now; nothing is recorded or sent. */
export async function previewDigest(parts: Parts): Promise<WholeDigest> {
  const facts = gatherDigestFacts('daily', parts.clock(), factsNeeds(parts))
  return { ...composeDigest(facts), workbook: await writeWorkbook(digestSheets(facts)) }
}

/** The daily digest that was composed for that day `YYYY-MM-DD`; null where there is none. */
export function composedDigest(date: string, { store }: Parts): WholeDigest | null {
  const mail = store.get().digests.dailyMail(date)
  if (mail === null) return null
  const { subject, text, html, enclosures } = mail
  return { subject, text, html, workbook: Buffer.from(enclosures?.[0]?.base64 ?? '', 'base64') }
}
