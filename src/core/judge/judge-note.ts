import { readAuthentication } from '../message/authentication.ts'
import type { Note } from '../message/wishes/note.ts'
import type { Possible, Whose } from '../message/wishes/whose.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { base, noDecision } from './base.ts'
import type { Decision, Decisions } from './decision.ts'
import { isInside, isOwn, isUnproven } from './findings/sender-findings.ts'
import { makeProblem } from './problem-text.ts'
import type { Rules, Seen } from './rules.ts'

/**
 * What belongs to an application and is no version: filed, and never a change of what stands, an entry for each applicant. A withdrawal
 * waits for a person, and so does «不申报» of one whose version was accepted. Whoever isn't known to be of the branch learns only that the
 * mail came.
 */
export function judgeNote(seen: Seen, note: Note, rules: Rules): Decisions {
  const [first, ...others] = note.whose
  const each = (whose: Whose) => entryOf(seen, { ...note, ...whose, brought: broughtFor(whose, seen, note) }, rules)
  return [each(first), ...others.map(each)]
}

type Entry = Note & Whose & { readonly brought: readonly number[] | null }

function entryOf(seen: Seen, entry: Entry, rules: Rules): Decision {
  const { message, time } = seen
  const { call, branch, applicant, brought, among = [] } = entry
  const decision = {
    ...base(seen, []),
    ...noDecision,
    call: call.id,
    branch: branch === null ? null : { name: branch.name },
    ...(applicant === null ? {} : { applicant }),
    ...(brought === null ? {} : { brought }),
  }
  const from = message.from[0]?.address ?? null
  const authentication = readAuthentication(message.headers, rules.senders.authservId, from)
  if (from === null || isUnproven(message, authentication)) {
    const problems = [makeProblem('sender.unauthenticated', { seen: from }, call.nouns)]
    return { ...decision, relation: entry.relation, outcome: 'held', problems, answer: 'never' }
  }
  const key = applicant?.key ?? branch?.name ?? null
  const standing = key === null ? null : rules.standing(call.id, key, time.at)
  const wasAccepted =
    standing !== null || among.some(one => rules.standing(one.call ?? call.id, one.key, time.at) !== null)
  const own = isOwn(from, { standing, branch, ownAddresses: rules.ownAddresses })
  const relation = entry.relation === 'declined' && own && wasAccepted ? 'withdrawal' : entry.relation
  // Where it is open for which call it is, no letter may speak of one.
  const isPlaced = among.every(one => one.call === undefined)
  const known = own && isPlaced && authentication !== 'unaligned' && isAnswered(from, rules)
  return {
    ...decision,
    relation,
    ...(relation === 'withdrawal'
      ? { outcome: 'held', problems: [makeProblem('application.withdrawn', { seen: entry.said }, call.nouns)] }
      : { outcome: 'noted' }),
    remarks: time.at !== null && time.at > call.deadline ? ['截止后收到'] : [],
    answer: known ? 'full' : 'neutral',
    ...(own ? {} : { stranger: true }),
    ...(among.length === 0 ? {} : { notes: [whichOf(among)] }),
  }
}

const whichOf = (among: readonly Possible[]): string =>
  `来信未写明是哪一份申报，可能是：${among.map(({ shown }) => shown).join('、')}。请与来信人核实。`

/** Of a mail for several, the documents whose names are not another's alone. */
function broughtFor({ branch }: Whose, { documents }: Seen, { whose, call }: Note): readonly number[] | null {
  if (whose.length < 2) return null
  return documents.flatMap(({ name }, index) => {
    const named = branchesIn(name, call)
    return named.length === 0 || named.some(one => one.name === branch?.name) ? [index] : []
  })
}

const isAnswered = (from: string, { senders }: Rules): boolean =>
  senders.others === 'answer' || isInside(from, senders.domains)
