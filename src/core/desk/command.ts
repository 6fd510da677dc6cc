import type { Wish } from '../call/amending.ts'
import type { SaidTime } from './said-time.ts'

/** How a line names its case: by the number of the mail, or by a 受理编号 in full. */
export type CaseRef = { readonly id: number } | { readonly application: string }

/** What a person does to a case; `stay` and `file` are both to keep: the application stands, or evidence goes into the papers. */
export type CaseVerb =
  | ('accept' | 'return' | 'reject')
  | ('withdraw' | 'decline' | 'stay' | 'file')
  | ('undo' | 'close' | 'answered')

/** `said`: the verb as it was written; `words`: what stands behind it, a name in front perhaps, and a reason. */
export type CaseCommand = {
  readonly what: 'case'
  readonly on: CaseRef
  /** The call in front of the number: the case must be of it. */
  readonly call: string | null
  readonly verb: CaseVerb
  readonly said: string
  /** Said in passing, as «可以» is: shown before it is done. */
  readonly lightly: boolean
  /** Written in front of the verb or as 支部=…, so that it can be nothing else. */
  readonly named: string | null
  readonly withoutForm: boolean
  readonly words: string
}

/** A change of a call; a deadline still as it was said, without a year perhaps. */
export type CallChange =
  | Exclude<Wish, { readonly what: 'deadline' }>
  | { readonly what: 'deadline'; readonly to: SaidTime }

/** What is done for a whole call; `call` null: the line names none. */
export type CallCommand =
  | { readonly what: 'amend'; readonly call: string | null; readonly change: CallChange; readonly reason: string }
  | {
      readonly what: 'check'
      readonly call: string | null
      /** null: every applicant. */
      readonly applicant: string | null
      readonly check: string
      readonly verdict: 'pass' | 'fail'
      readonly reason: string
    }
  | { readonly what: 'remind' | 'summary' | 'papers'; readonly call: string | null }
  | { readonly what: 'file'; readonly call: string | null; readonly applicant: string }
  | { readonly what: 'result'; readonly call: string | null; readonly group: string }

export type Command = CaseCommand | CallCommand | { readonly what: 'go' } | { readonly what: 'help' }

/** A line about cases that leaves open which is meant, or what. */
export type Unclear = {
  /** null: it names none by number. */
  readonly on: CaseRef | null
  readonly sentence: string
  readonly call: string | null
  /** What it may mean; none: nobody knows. */
  readonly verbs: readonly CaseVerb[]
}

/** What a line of a mail is: a command, words that ask for nothing, what must be asked, or what can't be done, with what would be right. */
export type Reading =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'courtesy' }
  | { readonly kind: 'unclear'; readonly asked: Unclear }
  | {
      readonly kind: 'refused'
      readonly why: string
      readonly known: boolean
      /** What it would have ordered. */
      readonly of?: Pick<CaseCommand, 'on' | 'verb'>
    }
