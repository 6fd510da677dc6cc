import type { Call } from './call.ts'

/** All of a call that decides which mail concerns it, as one text: when it changes, the mailbox is looked at again. */
export const callFingerprint = (call: Call): string => {
  const { title, unit, university, announced, deadline, cycle, roster, naming, deliverables } = call
  const parts = [title, unit, university, announced, deadline.toISOString(), cycle?.from, cycle?.to, naming, roster]
  return JSON.stringify([...parts, deliverables, call.form.title])
}
