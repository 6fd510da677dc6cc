import type { BranchType, Call } from '../call/call.ts'
import type { CheckDescription, CheckId, Parameter } from '../call/check-description.ts'
import type { Form } from '../form/form.ts'
import type { CheckWords } from '../words/check-words.ts'

export type { CheckDescription, CheckId, CheckType } from '../call/check-description.ts'

export type Verdict = 'pass' | 'fail' | 'review'

/** The result of one condition: `evidence` are exact quotes from the form, `note` is for staff, in Chinese. */
export type Check = {
  readonly id: CheckId
  readonly verdict: Verdict
  readonly evidence: readonly string[]
  readonly note: string
}

/** What a check function finds; its id is the description's. */
export type Finding = Omit<Check, 'id'>

/** What a check looks at. `branchType` is the roster's, else the form's, else what the name tells. */
export type CheckInput = {
  readonly form: Form
  readonly call: Call
  readonly branch: { readonly name: string; readonly type: BranchType | 'unknown' }
  readonly description: CheckDescription
}

/** Total: what it can't read is `review` with the reason; it fails on positive evidence only. */
export type CheckFunction = (input: CheckInput) => Finding

/** How a condition is told to staff, in Chinese, with `{form}` and the like for nouns: what the check looks at and when it says what; null: never. */
type Explanation = {
  readonly looksAt: string
  readonly pass: string | null
  readonly fail: string | null
  readonly review: string
  readonly examples: readonly Example[]
}

/** Lines as they stand in a form, a table's cells between tabs; the check must come to the verdict over them. */
export type Example = { readonly verdict: Verdict; readonly branch?: string; readonly lines: readonly string[] }

/** One condition that `shenbao` knows how to look at. */
export type Condition = {
  readonly check: CheckFunction
  /** The lists of words that it reads, each with its name for staff; `any`: the call names them. */
  readonly words: Readonly<Record<string, string>> | 'any'
  /** The product's own words, for lists that the call's file doesn't give. */
  readonly defaults: CheckWords
  /** What the call's file must say for it, and what it may. */
  readonly needs?: readonly Parameter[]
  readonly takes?: readonly Parameter[]
  readonly explanation: Explanation
}

/** A condition over a field that the call's file names: without words of its own. */
export const overField = (own: Pick<Condition, 'takes' | 'check'> & Omit<Explanation, 'examples'>): Condition => {
  const { takes = [], check, ...told } = own
  return { words: {}, defaults: {}, needs: ['field'], takes, check, explanation: { ...told, examples: [] } }
}
