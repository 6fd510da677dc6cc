/** What came of a line, as its answer says it; `said`: the line; `case`: the message that it was about; `entry`: of that message, where it is known. */
export type LineResult = {
  readonly said: string
  readonly texts: readonly string[]
  readonly case: number | null
  readonly entry?: number
}
