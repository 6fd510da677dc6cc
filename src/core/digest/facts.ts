import type { RefusedFolder } from '../application/recorded-message.ts'
import type { Amendment } from '../call/amendment.ts'
import type { Applicant } from '../call/applicant.ts'
import type { Nouns } from '../call/nouns.ts'
import type { PendingCall } from '../call/pending-call.ts'
import type { Choice } from '../judge/choices.ts'
import type { Outcome, Relation } from '../judge/decision.ts'
import type { ProblemCode } from '../judge/problem.ts'

/**
 * `none`: the applicant has sent nothing; `evidence`: nothing but evidence; `declining`: it says that it doesn't apply, `declined` once a person
 * confirmed that; `withdrawing`: accepted, and a withdrawal waits for a person. `accepted` where an accepted version stands, whatever came later. */
export type RowState =
  | ('withdrawn' | 'accepted' | 'withdrawing' | 'held' | 'returned' | 'rejected')
  | ('declined' | 'declining' | 'evidence' | 'none')

/**
 * An applicant: of the roster in its order, where several may come of one each of them; behind them those that the roster lacks and that
 * applied all the same. Without a roster, whoever applied, in the order in which they came.
 */
export type RosterRow = {
  readonly applicant: Applicant
  /** The row of the roster that it is of, as far as the roster has it; null: none. */
  readonly root: string | null
  /** The roster names it, or there is none. */
  readonly listed: boolean
  /** The committee excluded it: nobody is to be reminded. */
  readonly excluded: boolean
  readonly state: RowState
  /** Of the submission that makes the state: the standing one, else the latest, a refused one only where nothing else came. */
  readonly version: number | null
  readonly receivedAt: Date | null
  /** 受理编号. */
  readonly number: string | null
  /** The number by which `show` and `decide` know it. */
  readonly message?: number | null
  /** Its place among the message's entries. */
  readonly entry?: number
  /** The address it came from. */
  readonly from: string | null
}

/** How far the committee is with a call; null: not yet. `told`: to how many the result went out. */
export type Milestones = {
  readonly packedAt: Date | null
  readonly told: number
  readonly exportedAt: Date | null
  readonly purgedAt: Date | null
}

/** Where a call stands. */
export type CallFacts = {
  readonly id: string
  readonly title: string
  /** The day of the notice, `YYYY-MM-DD` in the service's time zone. */
  readonly announced: string
  readonly deadline: Date
  /** Subject and file as the notice asks for them to be named, '' where anything will do; `packed`: the file is an archive. */
  readonly naming: { readonly subject: string; readonly file: string; readonly packed: boolean }
  /** What stands in them for a name of the roster; null where nothing does. */
  readonly blank: string | null
  readonly nouns: Nouns
  /** Whether a roster says who may apply. */
  readonly inRoster: boolean
  readonly rows: readonly RosterRow[]
  /** Submissions of whom the roster lacks, or who is not known, and that were not put right since. */
  readonly unknownSubmissions: number
  /** Every submission, whenever it came, those without a trusted time left out. */
  readonly received: readonly { readonly at: Date; readonly outcome: Outcome }[]
}

/** A call as a digest shows it. */
export type DigestCall = CallFacts & {
  /** Closed, while another call is open or for two weeks: one paragraph, but for what is still to decide. */
  readonly brief: boolean
  readonly milestones: Milestones
  /** Of how many accepted ones a condition waits for a person's word. */
  readonly unsettled: number
  /** What was amended since it was published, in order. */
  readonly amendments: readonly Amendment[]
}

/** One thing that a person must look at, in Chinese, with the quotes that it rests on. */
export type Point = {
  readonly reason: string
  readonly evidence: readonly string[]
  /** The condition that a person may settle. */
  readonly check?: string
  /** What it is, where that is no reason for which a person must decide. */
  readonly label?: string
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
  readonly applicant: Applicant | null
  /** By what `decide` knows it among the message's entries; null where it is the only one. */
  readonly entry?: string | null
  readonly outcome: Outcome
  /** The problems found, in the order of the points; of an accepted one only that its sender is not known to be who they say. */
  readonly codes: readonly ProblemCode[]
  readonly points: readonly Point[]
  /** Mails with evidence for the same applicant, and those that came from another address. */
  readonly evidence?: { readonly own: readonly number[]; readonly others: readonly number[] }
  /** What can be right for it, the likeliest first. */
  readonly choices: readonly Choice[]
  /** It counts, and a person found that a condition is not met: somebody must decide whether it goes on. */
  readonly unmet?: true
}

export type Arrival = Sender & {
  readonly applicant: Applicant | null
  readonly relation: Relation
  /** From an address that isn't the applicant's own. */
  readonly stranger?: true
  readonly outcome: Outcome
  readonly version: number | null
  /** What staff are told beside the decision. */
  readonly notes?: readonly string[]
  /** It lay in the folder for junk. */
  readonly junk: boolean
  readonly call: string | null
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
  readonly refusedFolders: readonly RefusedFolder[]
  /** Replies: `held` by `replies: hold`, `withheld` by a cap. */
  readonly replies: {
    readonly held: number
    readonly due: number
    readonly failed: number
    readonly unknown: number
    readonly withheld: number
  }
  /** Of the mail that is due; `since`: from when on it waits through a fault of ours or the server's, null where it merely has its turn. */
  readonly waiting: { readonly oldest: Date | null; readonly since: Date | null; readonly lastError: string | null }
  readonly setAside: readonly StuckMessage[]
  /** Not judged yet after at least one attempt. */
  readonly retrying: readonly StuckMessage[]
  readonly withheld: readonly WithheldReply[]
  /** Bytes free on the data volume; null where that could not be found out. */
  readonly diskFree: number | null
  /** The head of the chain of events; null where there is none yet. */
  readonly auditHead: string | null
}

/** What a digest bears for somebody who decides by mail. */
export type DeskFacts = {
  /** Mail since the digest before that was to decide and could not: how many, and some of its addresses, broken. */
  readonly refused: { readonly count: number; readonly addresses: readonly string[] }
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
  /** Calls that are not open yet. */
  readonly pending: readonly PendingCall[]
  /** The address to apply to, and whom to ask. */
  readonly mailbox: string
  readonly contact: string
  readonly calls: readonly DigestCall[]
  /** Where there are several calls: how each is named beside a case; null: there is one. */
  readonly callNames: Readonly<Record<string, string>> | null
  readonly needsPerson: readonly PersonCase[]
  /** Its reader decides by mail: it bears choices and a code. */
  readonly desk?: DeskFacts
  /** Since the digest before, oldest first. */
  readonly arrivals: readonly Arrival[]
  readonly inquiries: readonly (Sender & { readonly call?: string | null; readonly question?: string | null })[]
  readonly service: ServiceFacts
}
