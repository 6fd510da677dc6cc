import type { Call } from '../core/call/call.ts'
import type { Member } from '../core/desk/member.ts'
import { refusedFacts } from '../core/digest/by-mail.ts'
import { composeDigest } from '../core/digest/compose-digest.ts'
import { type DigestMoment, type DueDigest, dueDigests } from '../core/digest/digest-calendar.ts'
import { digestSheets } from '../core/digest/digest-sheets.ts'
import type { DigestFacts } from '../core/digest/facts.ts'
import type { Sheet } from '../core/export/sheet.ts'
import type { Enclosure, NewMail } from '../core/sending/outgoing-mail.ts'
import { memberMail, type Staff, staffMail } from '../core/sending/staff-mail.ts'

export type DigestNeeds = {
  readonly clock: () => Date
  readonly settings: { readonly calls: readonly Call[]; readonly timezone: string; readonly staff: Staff }
  readonly digests: {
    exists(date: string, name: string): boolean
    /** Its mails go into the outbox with it, or not at all where it is recorded already. */
    record(
      digest: { readonly date: string; readonly name: string; readonly mails: readonly DigestMail[] },
      at: Date,
    ): void
  }
  /** Holds the mailbox against what is recorded, so that the digest can say so; false where it could not be counted. */
  readonly reconcile: () => Promise<boolean>
  readonly gatherFacts: (kind: DigestFacts['kind'], at: Date) => DigestFacts
  readonly writeWorkbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
  /** Who decides by mail, and mail since that moment that wanted to and could not. */
  readonly desk: {
    readonly members: readonly Member[]
    /** Their addresses, latest first. */
    refusedSince(moment: Date | null): readonly string[]
  }
}

/** `code`: it bears one for this address, for the cases of these messages. */
export type DigestMail = {
  readonly mail: NewMail
  readonly code: { readonly address: string; readonly cases: readonly number[] } | null
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
  const enclosures = [await workbookOf(facts, digest.date, needs)]
  const name = nameOf(digest)
  const id = `${digest.date}.${name.replace(/[^a-z0-9]+/gi, '-')}`
  const mails = [...readersMail(facts, { id, enclosures }, needs), ...membersMails(facts, { id, enclosures }, needs)]
  needs.digests.record({ date: digest.date, name, mails }, at)
}

type Sending = { readonly id: string; readonly enclosures: readonly Enclosure[] }

/** One mail to all who only read it. */
function readersMail(facts: DigestFacts, { id, enclosures }: Sending, { settings, desk }: DigestNeeds): DigestMail[] {
  const { digestTo, domain } = settings.staff
  const decide = new Set(desk.members.map(({ address }) => address))
  const readers = digestTo.filter(address => !decide.has(address.toLowerCase()))
  if (readers.length === 0) return []
  const mail = staffMail({ ...composeDigest(facts), enclosures }, `digest.${id}`, { digestTo: readers, domain })
  return [{ mail: { purpose: `digest:${id}`, kind: 'digest', messageId: null, mail }, code: null }]
}

/** To each who decides by mail their own, with a code. */
function membersMails(facts: DigestFacts, { id, enclosures }: Sending, { settings, desk }: DigestNeeds): DigestMail[] {
  const { members } = desk
  if (members.length === 0) return []
  const written = {
    ...composeDigest({ ...facts, desk: { refused: refusedFacts(desk.refusedSince(facts.since)) } }),
    enclosures,
  }
  const cases = [...new Set([...facts.needsPerson, ...facts.inquiries].map(one => one.id))]
  return members.map(member => ({
    mail: {
      ...{ purpose: `digest:${id}:${member.address}`, kind: 'digest', messageId: null },
      mail: memberMail(written, `digest.${id}`, member, settings.staff),
    },
    code: { address: member.address, cases },
  }))
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function workbookOf(facts: DigestFacts, date: string, { writeWorkbook }: DigestNeeds): Promise<Enclosure> {
  const bytes = await writeWorkbook(digestSheets(facts))
  return { name: `申报汇总表-${date}.xlsx`, type: XLSX, base64: Buffer.from(bytes).toString('base64') }
}

/** An extended deadline has a digest of its own. */
const nameOf = (digest: DueDigest): string =>
  digest.kind === 'daily' ? 'daily' : `deadline:${digest.call.id}:${digest.call.deadline.toISOString()}`
