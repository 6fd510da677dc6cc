import type { Applicant } from '../../call/applicant.ts'
import type { Branch, Call } from '../../call/call.ts'
import { type Applied, appliedBy, appliedFor } from '../../judge/applied.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { normalise } from '../../naming/normalise.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { Message } from '../message.ts'
import type { Thread } from '../thread.ts'

/** Whom a note is about: a row of the roster, an applicant of its own, or nobody that can be told. */
export type Whose = {
  readonly branch: Branch | null
  readonly applicant: Applicant | null
  /** Those that it may be about, where it names none of several; of which call, where that is open too. */
  readonly among?: readonly Possible[]
}

export type Possible = Applicant & { readonly call?: string }

/** `by`: what tells whose it is; `isKnown`: its sender has something in the call. */
export type Told = {
  readonly by: 'name' | 'thread' | 'sender'
  readonly isKnown: boolean
  readonly whose: readonly [Whose, ...Whose[]]
}

type WhoseSeen = {
  readonly message: Message
  readonly thread: Thread | null
  /** Subject, own words, papers. */
  readonly said: string
  readonly files: readonly string[]
  readonly applied: readonly Applied[]
  /** What names a row is about each of its applications: a withdrawal is, evidence is filed with the row. */
  readonly splits: boolean
}

/** «一、二支部均撤回»: it speaks of more than the one in its subject. */
const TOGETHER = pattern`${listed('均 都 皆 一并 同时 一起 分别 联合 全部 两个支部 各支部 三个支部')}`

/**
 * Those that its subject names, else those of its words, else the thread's, else what the sender has in the call, else the row of the roster
 * in which the sender stands, else those that files are named after; null where nothing tells.
 */
export function whoseIs(call: Call, seen: WhoseSeen): Told | null {
  const { message, files } = seen
  const sender = message.from[0]?.address.toLowerCase() ?? ''
  const rows = call.roster.filter(({ emails }) => emails.includes(sender))
  const own = ownOf(sender, rows, seen.applied)
  const isKnown = own.length > 0
  const told = (by: Told['by'], [first, ...others]: readonly Whose[]): Told | null =>
    first === undefined ? null : { by, isKnown, whose: [first, ...others] }
  const thread = seen.thread?.call === call.id ? seen.thread : null
  const theirs = isKnown ? own.map(one => ofApplied(one, call)) : rows.map(ofBranch)
  return (
    told('name', namedIn(call, seen)) ??
    told('thread', thread === null ? [] : threads(thread, call)) ??
    told('sender', oneOf(theirs, call, seen)) ??
    told('name', branchesIn(files.join('\n'), call).map(ofBranch)) ??
    told('thread', thread === null ? [] : [NOBODY])
  )
}

const NOBODY: Whose = { branch: null, applicant: null }

/** What an address has in the call: by what it sent, or as one of the roster's for it. */
const ownOf = (sender: string, rows: readonly Branch[], applied: readonly Applied[]): readonly Applied[] => [
  ...new Set([...appliedBy(sender, applied), ...rows.flatMap(({ name }) => appliedFor(name, applied))]),
]

/** By rows of the roster, or by what tells those apart who applied; of a row with several applications the one that is named, else each. */
function namedIn(call: Call, { message, said, applied, splits }: WhoseSeen): readonly Whose[] {
  if (!call.applicant.inRoster) return namedByKey(`${message.subject ?? ''}\n${said}`, call, applied)
  const inSubject = branchesIn(message.subject ?? '', call)
  const named =
    inSubject.length > 0 && !TOGETHER.test(said) ? inSubject : branchesIn(`${message.subject}\n${said}`, call)
  return call.applicant.several === null
    ? named.map(ofBranch)
    : named.flatMap(row => applicationsOf(row, { said, applied, splits }))
}

function applicationsOf(
  row: Branch,
  { said, applied, splits }: Pick<WhoseSeen, 'said' | 'applied' | 'splits'>,
): readonly Whose[] {
  const all = appliedFor(row.name, applied).filter(({ applicant }) => applicant.key !== row.name)
  const named = all.filter(({ applicant: { key } }) => said.includes(key.slice(row.name.length + 1)))
  const meant = named.length > 0 || !splits ? named : all
  return meant.length === 0 ? [ofBranch(row)] : meant.map(({ applicant }) => ({ branch: row, applicant }))
}

/** A number names one; a name may be that of several. */
function namedByKey(text: string, call: Call, applied: readonly Applied[]): readonly Whose[] {
  const words = normalise(text)
  const byKey = applied.filter(({ applicant: { key } }) => holds(words, normalise(key)))
  if (byKey.length > 0) return byKey.map(one => ofApplied(one, call))
  const byName = applied.filter(({ applicant: { shown } }) => namesOf(shown).some(name => words.includes(name)))
  const names = new Set(byName.map(({ applicant: { shown } }) => namesOf(shown)[0]))
  return names.size < byName.length
    ? [{ ...NOBODY, among: byName.map(({ applicant }) => applicant) }]
    : byName.map(one => ofApplied(one, call))
}

/** A number within a longer one is none. */
const holds = (words: string, key: string): boolean =>
  key.length > 1 &&
  words.split(key).some((before, index, all) => {
    const after = all[index + 1]
    return after !== undefined && !(/\d$/.test(before) && /^\d/.test(key)) && !(/^\d/.test(after) && /\d$/.test(key))
  })

/** 张三（2024001）: the words of it, those of one character and numbers left out. */
const namesOf = (shown: string): readonly string[] =>
  shown
    .split(/[^\p{L}]+/u)
    .map(normalise)
    .filter(name => name.length > 1)

/** The only one, or all where the mail says so, or those that files are named after; else a person must find out which is meant. */
function oneOf(own: readonly Whose[], call: Call, { said, files }: WhoseSeen): readonly Whose[] {
  if (own.length < 2 || TOGETHER.test(said)) return own
  const inFiles = branchesIn(files.join('\n'), call)
  const named = own.filter(({ branch }) => branch !== null && inFiles.includes(branch))
  return named.length > 0 ? named : [{ ...NOBODY, among: own.flatMap(shownOf) }]
}

/** As staff read who it may be. */
export const shownOf = ({ branch, applicant, among = [] }: Whose): readonly Possible[] =>
  applicant !== null ? [applicant] : branch === null ? among : [{ key: branch.name, shown: branch.name }]

function ofApplied({ applicant }: Applied, call: Call): Whose {
  const branch = call.roster.find(({ name }) => name === applicant.key.split('/')[0]) ?? null
  return { branch, applicant: applicant.key === branch?.name ? null : applicant }
}

const ofBranch = (branch: Branch): Whose => ({ branch, applicant: null })

function threads({ branch, applicant = null }: Thread, call: Call): readonly Whose[] {
  const row = call.roster.find(({ name }) => name === branch) ?? null
  const isRow = applicant === null || applicant.key === row?.name
  return row === null && applicant === null ? [] : [{ branch: row, applicant: isRow ? null : applicant }]
}
