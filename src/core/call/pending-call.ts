/** A call of which a person has not confirmed everything: it is not open, and claims nothing. */
export type PendingCall = {
  readonly id: string
  /** Its file, as `calls/2025-cases.yaml`. */
  readonly file: string
  /** What is to confirm, as nouns: 截止时间. */
  readonly asks: readonly string[]
}

/** «未启用：请确认截止时间、名册». */
export const pendingText = ({ asks }: PendingCall): string => `未启用：请确认${asks.join('、')}`
