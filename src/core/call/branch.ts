export type BranchType = 'teacher' | 'student' | 'mixed' | 'retired'

/** A row of the call's roster. */
export type Branch = {
  /** Ends in 党支部; unique in the roster. */
  readonly name: string
  /** null where the roster leaves it empty: then the name tells. */
  readonly type: BranchType | null
  readonly aliases: readonly string[]
  /** Addresses that may replace what somebody else of the branch sent; lower case. */
  readonly emails: readonly string[]
  /** The committee's reason for excluding the branch, for staff only; null where it may apply. */
  readonly excluded: string | null
  /** What further columns say of it that are called as tokens of the names; left out where there are none. */
  readonly values?: Readonly<Record<string, string>>
}
