import type { Call } from '../core/call/call.ts'
import { composeDigest } from '../core/digest/compose-digest.ts'
import { type DigestMoment, type DueDigest, dueDigests } from '../core/digest/digest-calendar.ts'
import { digestSheets } from '../core/digest/digest-sheets.ts'
import type { DigestFacts } from '../core/digest/facts.ts'
import type { Sheet } from '../core/export/sheet.ts'
import type { Enclosure, NewMail } from '../core/sending/outgoing-mail.ts'
import { type Staff, staffMail } from '../core/sending/staff-mail.ts'

export type DigestNeeds = {
  readonly clock: () => Date
  readonly settings: { readonly calls: readonly Call[]; readonly timezone: string; readonly staff: Staff }
  readonly digests: {
    exists(date: string, name: string): boolean
    /** Its mail goes into the outbox with it, or not at all where it is recorded already. */
    record(digest: { readonly date: string; readonly name: string; readonly mail: NewMail }, at: Date): void
  }
  /** Holds the mailbox against what is recorded, so that the digest can say so; false where it could not be counted. */
  readonly reconcile: () => Promise<boolean>
  readonly gatherFacts: (kind: DigestFacts['kind'], at: Date) => DigestFacts
  readonly writeWorkbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
}

/** Composes every digest that is due and wasn't composed: exactly one for each date and kind, whatever was missed. */
export async function composeDue(
  moment: Omit<DigestMoment, 'timezone'>,
  needs: DigestNeeds,
): Promise<readonly { date: string; kind: string }[]> {
  const { calls, timezone } = needs.settings
  const due = dueDigests(calls, { ...moment, timezone })
  const missing = due.filter(digest => !needs.digests.exists(digest.date, nameOf(digest)))
  if (missing.length === 0) return []
  await needs.reconcile()
  for (const digest of missing) await compose(digest, needs)
  return missing.map(digest => ({ date: digest.date, kind: nameOf(digest) }))
}

/** Recorded and put into the outbox together: it can't be lost, and not be sent twice. */
async function compose(digest: DueDigest, needs: DigestNeeds): Promise<void> {
  const at = needs.clock()
  const facts = needs.gatherFacts(digest.kind, at)
  const { subject, text, html } = composeDigest(facts)
  const enclosures = [await workbookOf(facts, digest.date, needs)]
  const name = nameOf(digest)
  const id = `${digest.date}.${name.replace(/[^a-z0-9]+/gi, '-')}`
  const mail = staffMail({ subject, text, html, enclosures }, `digest.${id}`, needs.settings.staff)
  const entry: NewMail = { purpose: `digest:${id}`, kind: 'digest', messageId: null, mail }
  needs.digests.record({ date: digest.date, name, mail: entry }, at)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function workbookOf(facts: DigestFacts, date: string, { writeWorkbook }: DigestNeeds): Promise<Enclosure> {
  const bytes = await writeWorkbook(digestSheets(facts))
  return { name: `申报汇总表-${date}.xlsx`, type: XLSX, base64: Buffer.from(bytes).toString('base64') }
}

/** An extended deadline has a digest of its own. */
const nameOf = (digest: DueDigest): string =>
  digest.kind === 'daily' ? 'daily' : `deadline:${digest.call.id}:${digest.call.deadline.toISOString()}`
