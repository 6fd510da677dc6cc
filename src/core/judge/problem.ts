/** `eligibility.` and the condition's id. */
type EligibilityCode = `eligibility.${string}`

export type ProblemCode = KnownCode | EligibilityCode

/** What the product itself has a sentence for. */
export type KnownCode =
  | `subject.${'missing' | 'pattern' | 'placeholder'}`
  | `file.${'missing' | 'name' | 'placeholder' | 'format' | 'several' | 'link' | 'unreadable'}`
  | `branch.${'unknown' | 'ambiguous' | 'mismatch' | 'excluded'}`
  | `deadline.${'missed' | 'uncertain'}`
  | `application.${'withdrawn' | 'several'}`
  | 'deliverable.missing'
  | `form.${'absent' | 'blank' | 'outdated' | 'field-missing' | 'placeholder'}`
  | `sender.${'unauthenticated' | 'automatic' | 'own' | 'changed'}`

/** One thing wrong with a submission. All but the code is Chinese, for the sender; what was received is quoted as it is. */
export type Problem = {
  readonly code: ProblemCode
  /** The value as received; null where nothing came. */
  readonly seen: string | null
  readonly expected: string | null
  /** A sentence for the sender: what to do. */
  readonly remedy: string
}
