import type { Outcome } from '../decision.ts'

/** `none`: the branch has sent nothing. `accepted` where an accepted version stands, whatever came later. */
export type RowState = 'accepted' | 'held' | 'returned' | 'rejected' | 'none'

/** A branch of the roster, in the roster's order. */
export type RosterRow = {
  readonly branch: string
  readonly state: RowState
  /** Of the submission that makes the state: the standing one, else the latest. */
  readonly version: number | null
  readonly receivedAt: Date | null
  /** 受理编号. */
  readonly number: string | null
}

export type CallFacts = {
  readonly id: string
  readonly title: string
  readonly deadline: Date
  readonly rows: readonly RosterRow[]
  /** Submissions whose branch is not in the roster, or not known. */
  readonly unknownBranchSubmissions: number
}

/** A stranger's mail as staff need it to find it; all but `id` and the time as received. */
export type Sender = {
  /** The id for `show` and `decide`. */
  readonly id: number
  readonly from: string | null
  readonly subject: string | null
  readonly receivedAt: Date | null
}

export type PersonCase = Sender & {
  readonly call: string | null
  readonly branch: string | null
  readonly outcome: Outcome
  /** Why a person must look, in Chinese. */
  readonly reasons: readonly string[]
  /** Quotes from what was received. */
  readonly evidence: readonly string[]
}

export type Arrival = Sender & {
  readonly branch: string | null
  readonly outcome: Outcome
  readonly version: number | null
  /** It lay in the folder for junk. */
  readonly junk: boolean
}

export type FolderFacts = {
  readonly path: string
  /** null: not counted yet. */
  readonly onServer: number | null
  readonly accountedFor: number
}

/** A message set aside, or one that is tried again. */
export type StuckMessage = Sender & { readonly attempts: number }

/** A reply that isn't sent now: it waits for a cap, or the same was said to its address within ten minutes. */
export type WithheldReply = Sender & { readonly why: 'cap' | 'repeat' }

export type ServiceFacts = {
  /** The end of the last completed sweep. */
  readonly lastSweepAt: Date | null
  readonly folders: readonly FolderFacts[]
  /** Replies: `held` by `replies: hold`, `withheld` by a cap. */
  readonly replies: {
    readonly held: number
    readonly due: number
    readonly failed: number
    readonly unknown: number
    readonly withheld: number
  }
  readonly setAside: readonly StuckMessage[]
  /** Not judged yet after at least one attempt. */
  readonly retrying: readonly StuckMessage[]
  readonly withheld: readonly WithheldReply[]
  /** Bytes free on the data volume; null where that could not be found out. */
  readonly diskFree: number | null
  /** The head of the chain of events; null where there is none yet. */
  readonly auditHead: string | null
}

/** Everything that a digest shows. */
export type DigestFacts = {
  readonly kind: 'daily' | 'deadline'
  readonly composedAt: Date
  /** The digest before this one; null for the first. */
  readonly since: Date | null
  readonly timezone: string
  /** Replies are held back: 试运行. */
  readonly trial: boolean
  readonly calls: readonly CallFacts[]
  readonly needsPerson: readonly PersonCase[]
  /** Since the digest before, oldest first. */
  readonly arrivals: readonly Arrival[]
  readonly inquiries: readonly Sender[]
  readonly service: ServiceFacts
}
