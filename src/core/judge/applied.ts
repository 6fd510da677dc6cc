import type { Applicant } from '../call/applicant.ts'

/** An application that a call has on record, as it stood when a mail came. */
export type Applied = {
  readonly applicant: Applicant
  /** Whose it is to say something of it: who sent what stands; while nothing was accepted, whoever sent a version. Lower case. */
  readonly senders: readonly string[]
  /** A version was accepted. */
  readonly stands: boolean
}

/** Those of an address. */
export const appliedBy = (address: string, applied: readonly Applied[]): readonly Applied[] =>
  applied.filter(({ senders }) => senders.includes(address.toLowerCase()))

/** Of a row of the roster that may make several applications, each of these. */
export const appliedFor = (row: string, applied: readonly Applied[]): readonly Applied[] =>
  applied.filter(({ applicant: { key } }) => key === row || key.startsWith(`${row}/`))
