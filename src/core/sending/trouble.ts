/** `login`: refused; `sender`: it takes no mail from us; `unreachable`: no conversation could be had; `busy`: it wants less mail, or waits. */
export type TroubleKind = 'login' | 'sender' | 'unreachable' | 'busy'

/** A server that doesn't do its work for us: since when, and its own words. */
export type Trouble = {
  readonly server: 'mailbox' | 'smtp'
  readonly kind: TroubleKind
  readonly since: Date
  readonly words: string
}

/** `toldAt`: when an alarm was last raised for it; null where none was yet. */
export type KnownTrouble = Trouble & { readonly toldAt: Date | null }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Milliseconds: what lasts no longer passes by itself every day. */
const ALARM_AFTER: Readonly<Record<TroubleKind, number>> = { login: 0, sender: 0, unreachable: 3 * MINUTE, busy: HOUR }
/** An alarm is raised again so often. */
const AGAIN_AFTER = 24 * HOUR
const MAIL_AFTER: Readonly<Record<TroubleKind, number>> = { ...ALARM_AFTER, unreachable: HOUR }

const lasted = ({ since }: Trouble, now: Date): number => now.getTime() - since.getTime()

/** Whether it is time for an alarm that needs no mail server. */
export function isAlarming(trouble: KnownTrouble, now: Date): boolean {
  const { kind, toldAt } = trouble
  if (toldAt === null) return lasted(trouble, now) >= ALARM_AFTER[kind]
  return Math.abs(now.getTime() - toldAt.getTime()) >= AGAIN_AFTER
}

/** Whether staff are to be told by mail: of the mailbox alone, for of the other server no mail would tell in time. */
export const isForMail = (trouble: Trouble, now: Date): boolean =>
  trouble.server === 'mailbox' && lasted(trouble, now) >= MAIL_AFTER[trouble.kind]
