import type { Budget } from './budget.ts'

/** What reading one file may cost, in bytes. */
export type ReadLimits = {
  /** All that is inflated out of the file, nested files included. */
  readonly inflatedBytes: number
  /** One XML part of a document. */
  readonly xmlBytes: number
  /** One document, as it came or as it stood in an archive. */
  readonly documentBytes: number
  /** Whether workbooks are read: only where a call asks for one. */
  readonly sheets?: boolean
}

/** What a reader gets beside the bytes: the limits, and what is left of the file's budget. */
export type Means = { readonly budget: Budget; readonly limits: ReadLimits }

/** By this a process ends that took its time for a file: the signal of a timer that counts processor time. */
export const OUT_OF_TIME = 'SIGVTALRM'

/** A process that gets no processor time, on a machine busy with other things, is waited for so many times as long by the clock. */
export const PATIENCE = 12
