import type { Outcome } from '../judge/decision.ts'

/** A submission as the chain of its application sees it; `outcome` is a person's where there is one. */
export type Submission = {
  readonly messageId: number
  /** Its place among the message's entries. A message brings an application one entry, no more. */
  readonly entry: number
  readonly uid: number
  /** The judged time; null where no clock could be trusted. */
  readonly receivedAt: Date | null
  readonly outcome: Outcome
  readonly machineOutcome: Outcome
  readonly sender: string | null
  /** SHA-256 of its documents, sorted. */
  readonly files: readonly string[]
  /** A person accepted it although no form came. */
  readonly withoutForm: boolean
  /** A confirmed withdrawal: no version, and what came before it no longer counts. */
  readonly ended: boolean
}

/** Its place in the chain. One that repeats the standing one's files bears that one's version and changes nothing. */
type Place = { readonly version: number; readonly standing: boolean; readonly repeats: boolean }

export type PlacedSubmission = Submission & Place

/** What an applicant has in a call: its 受理编号, and its chain, oldest version first. */
export type Application = { readonly number: string; readonly chain: readonly PlacedSubmission[] }

/** An entry of a message as it enters its application; `applicant`: the key; `files`: the SHA-256 of its documents, sorted. */
export type Entered = {
  readonly call: string
  readonly applicant: string
  readonly messageId: number
  readonly entry: number
  readonly files: readonly string[]
  /** A person accepted it although no form came. */
  readonly withoutForm?: boolean
  readonly ended?: boolean
}

/**
 * The chain of an application, oldest first, rebuilt from all its submissions in the order of (judged time, UID), not of processing.
 * The last accepted one stands; one without a form displaces none that has one; a confirmed withdrawal ends all before it.
 */
export function chainOf(submissions: readonly Submission[]): readonly PlacedSubmission[] {
  let standing: PlacedSubmission | null = null
  let taken: PlacedSubmission | null = null
  let version = 0
  const placed: PlacedSubmission[] = []
  for (const submission of [...submissions].sort(inOrder)) {
    if (submission.ended) {
      placed.push({ ...submission, version: Math.max(1, version), standing: false, repeats: false })
      standing = null
      taken = null
      continue
    }
    const repeated: PlacedSubmission | null =
      [standing, taken].find(one => one !== null && repeatsFiles(submission, one)) ?? null
    if (repeated === null) version += 1
    const place: PlacedSubmission = {
      ...submission,
      version: repeated?.version ?? version,
      standing: false,
      repeats: repeated !== null,
    }
    placed.push(place)
    if (repeated !== null) continue
    if (wasAccepted(submission)) taken = place
    if (submission.outcome === 'accepted' && !isOutweighed(submission, standing)) standing = place
  }
  return placed.map(place => (place === standing ? { ...place, standing: true } : place))
}

const isOutweighed = (later: Submission, standing: Submission | null): boolean =>
  later.withoutForm && standing !== null && !standing.withoutForm

/** By the machine or by a person: what was accepted once keeps its version when a person decides otherwise. */
const wasAccepted = ({ outcome, machineOutcome }: Submission): boolean =>
  outcome === 'accepted' || machineOutcome === 'accepted'

/** Whether a submission brings just the files of one that was accepted, and shares its lot. */
const repeatsFiles = (submission: Submission, taken: Submission): boolean =>
  wasAccepted(submission) &&
  submission.outcome === taken.outcome &&
  submission.files.length > 0 &&
  submission.files.length === taken.files.length &&
  submission.files.every((file, index) => file === taken.files[index])

/** Without a trusted time a submission comes last: it is held in any case. */
function inOrder(a: Submission, b: Submission): number {
  const times =
    (a.receivedAt?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.receivedAt?.getTime() ?? Number.MAX_SAFE_INTEGER)
  return times || a.uid - b.uid || a.messageId - b.messageId
}

/** 受理编号: `{call id}-{0001}`. */
export const applicationNumber = (callId: string, sequence: number): string =>
  `${callId}-${String(sequence).padStart(4, '0')}`

/** What a reply says about the application of a submission. */
export type PlaceInApplication = {
  readonly number: string
  /** This submission's place in the chain, counted from 1; null where the mail is no version. */
  readonly version: number | null
  /** The version that this one displaces. */
  readonly replaces: { readonly version: number; readonly receivedAt: Date } | null
  /** The accepted version that counts once this submission is decided. */
  readonly standing: { readonly version: number; readonly receivedAt: Date } | null
  /** The files are those of the standing version. */
  readonly identical: boolean
  /** A version waits for a person. */
  readonly waits: boolean
}

/** Where a submission stands in its application; null where it isn't in the chain. */
export function placeOf(messageId: number, { number, chain }: Application): PlaceInApplication | null {
  const index = chain.findIndex(one => one.messageId === messageId)
  const mine = chain[index]
  if (mine === undefined) return null
  const end = chain.slice(0, index).findLastIndex(({ ended }) => ended)
  const before = chain.slice(end + 1, index).filter(({ outcome, repeats }) => outcome === 'accepted' && !repeats)
  return {
    number,
    version: mine.ended ? null : mine.version,
    replaces: mine.standing ? versionOf(before.at(-1)) : null,
    standing: versionOf(chain.find(({ standing }) => standing)),
    identical: mine.repeats,
    waits: waits(chain.filter(one => one !== mine && one.sender === mine.sender)),
  }
}

/** What a mail that is no version of an application is told of it. */
export const besideVersions = ({ number, chain }: Application): PlaceInApplication => ({
  ...{ number, version: null, replaces: null, identical: false, waits: waits(chain) },
  standing: versionOf(chain.find(({ standing }) => standing)),
})

/** A version since the last withdrawal that was confirmed. */
const waits = (chain: Application['chain']): boolean =>
  chain.slice(chain.findLastIndex(({ ended }) => ended) + 1).some(({ outcome }) => outcome === 'held')

/** The sender of what stood before the application was withdrawn; null where nothing stood, or its sender isn't known. */
export function endedSender({ chain }: Application): string | null {
  const end = chain.findLastIndex(({ ended }) => ended)
  return chain.slice(0, Math.max(0, end)).findLast(({ outcome }) => outcome === 'accepted')?.sender ?? null
}

const versionOf = (
  one: PlacedSubmission | undefined,
): { readonly version: number; readonly receivedAt: Date } | null =>
  one === undefined || one.receivedAt === null ? null : { version: one.version, receivedAt: one.receivedAt }
