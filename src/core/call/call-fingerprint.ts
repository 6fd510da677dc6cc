import type { Call } from './call.ts'

/** All of a call that decides which mail concerns it, as one text: when it changes, the mailbox is looked at again. */
export const callFingerprint = ({
  title,
  unit,
  university,
  announced,
  deadline,
  cycle,
  roster,
  naming,
}: Call): string =>
  JSON.stringify([title, unit, university, announced, deadline.toISOString(), cycle.from, cycle.to, naming, roster])
