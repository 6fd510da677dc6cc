import type { KnownCode } from './admit.ts'
import type { DeskMail } from './desk-mail.ts'
import type { LineResult } from './line-result.ts'

/** A mail of staff whose code is known. */
export type KnownMail = DeskMail & { readonly id: number; readonly address: string; readonly code: KnownCode }

/** A line of it, from 1, and what came of it. `shown`: done once the sender confirms it. */
export type SettledLine = {
  readonly mail: number
  readonly line: number
  readonly state: 'shown' | 'done' | 'refused'
  readonly result: LineResult
}
