import { BRANCH_ENDING, branchKeys } from '../naming/branch-key.ts'
import { matchBranch } from '../naming/roster.ts'
import { beijingTime } from '../text/time.ts'
import type { Change, RosterRow } from './amendment.ts'
import { BRANCH } from './applicants.ts'
import type { Branch, BranchType, Call } from './call.ts'

/** What somebody wants to amend. Of a row that is corrected, what is left out stays; an alias or an address is added to those that there are. */
export type Wish =
  | { readonly what: 'deadline'; readonly to: Date }
  | { readonly what: 'add'; readonly row: RosterRow }
  | { readonly what: 'correct'; readonly branch: string; readonly row: Partial<RosterRow> }
  | { readonly what: 'alias' | 'address'; readonly branch: string; readonly value: string }
  | { readonly what: 'exclude' | 'restore'; readonly branch: string }

/** `file`: the call as its file says; `call`: as amended until now. */
export type Amendable = { readonly file: Call; readonly call: Call; readonly now: Date }

/** The change, or a sentence why not. */
type Amending = { readonly change: Change } | { readonly refused: string; readonly told: string }

const refuse = (refused: string, told: string): Amending => ({ refused, told })

/** What of the call would change: pure, for the command line and for staff who write. */
export function changeFor(wish: Wish, at: Amendable): Amending {
  if (wish.what !== 'deadline' && !at.call.applicant.inRoster)
    return refuse(
      `${at.call.id} has no roster: there is nobody to add, correct or exclude`,
      '本通知没有名册，无从增改或排除',
    )
  switch (wish.what) {
    case 'deadline':
      return deadlineChange(wish.to, at)
    case 'add':
      return rowChange(null, wish.row, at)
    case 'correct':
      return onBranch(wish.branch, at, found => rowChange(found, { ...found, ...wish.row }, at))
    case 'alias':
      return onBranch(wish.branch, at, found =>
        rowChange(found, { ...found, aliases: added(found.aliases, wish.value) }, at),
      )
    case 'address':
      return onBranch(wish.branch, at, found =>
        rowChange(found, { ...found, emails: added(found.emails, wish.value.toLowerCase()) }, at),
      )
    case 'exclude':
      return onBranch(wish.branch, at, found =>
        found.excluded === null
          ? exclusion('exclude', found, at)
          : refuse(`${found.name} is excluded already`, `${found.name}已经排除`),
      )
    case 'restore':
      return onBranch(wish.branch, at, found =>
        found.excluded === null
          ? refuse(`${found.name} is not excluded`, `${found.name}没有被排除`)
          : exclusion('restore', found, at),
      )
    default:
      return wish satisfies never
  }
}

/** Nobody who was told a deadline finds it nearer. */
function deadlineChange(to: Date, { file, call, now }: Amendable): Amending {
  if (to <= call.deadline)
    return refuse(`the deadline is ${beijingTime(call.deadline)}: it can only be put off`, '截止时间只能延后，不能提前')
  if (to <= now)
    return refuse(
      `${beijingTime(to)} has passed: a deadline is put off to a time to come`,
      '所写的时间已过，只能延至以后的时间',
    )
  return { change: { kind: 'deadline', to: to.toISOString(), file: file.deadline.toISOString() } }
}

function onBranch(written: string, { call }: Amendable, change: (found: Branch) => Amending): Amending {
  const found = matchBranch(written, call)
  if (found.kind === 'known') return change(found.branch)
  const near = found.kind === 'near' ? found.suggestions : found.kind === 'ambiguous' ? found.candidates : []
  const meant = near.length === 0 ? '' : `: did you mean ${near.map(({ name }) => name).join(' or ')}?`
  return refuse(`${written} does not stand in the roster of ${call.id}${meant}`, `“${written}”不在名册中`)
}

const exclusion = (kind: 'exclude' | 'restore', { name }: Branch, { file }: Amendable): Amending => ({
  change: { kind, branch: name, file: file.roster.find(one => one.name === name)?.excluded ?? null },
})

const added = (known: readonly string[], value: string): readonly string[] =>
  known.includes(value) ? known : [...known, value]

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** A branch that gets another name keeps the old one as an alias: mail that bears it is its own. */
function rowChange(before: Branch | null, wished: RosterRow, at: Amendable): Amending {
  const { name, type, emails } = wished
  const aliases = before === null || before.name === name ? wished.aliases : added(wished.aliases, before.name)
  const row: RosterRow = { name, type, aliases: aliases.filter(alias => alias !== name), emails }
  if (at.call.applicant.key === BRANCH && !name.endsWith(BRANCH_ENDING))
    return refuse(
      `a branch's name must end in ${BRANCH_ENDING}, got ${name}`,
      `${at.call.nouns.applicant}名称须以“${BRANCH_ENDING}”结尾：${name}`,
    )
  const wrong = emails.find(email => !ADDRESS.test(email))
  if (wrong !== undefined) return refuse(`${wrong} is no address`, `${wrong}不是邮箱地址`)
  const taken = takenName(row, before, at.call)
  if (taken !== null) return refuse(taken, TAKEN)
  const file = at.file.roster.find(one => one.name === (before?.name ?? name))
  return {
    change: { kind: 'roster', branch: before?.name ?? null, row, file: file === undefined ? null : rowOf(file) },
  }
}

const rowOf = ({ name, type, aliases, emails }: Branch): RosterRow => ({ name, type, aliases, emails })

const TAKEN = '名册中已有这个名称或别名'

/** Equal to whoever matches a mail against them, 第1 and 第一 for example. */
function takenName(row: RosterRow, before: Branch | null, call: Call): string | null {
  const keyOf = (written: string) => branchKeys(written, call).at(-1) ?? written
  const others = call.roster.filter(one => one !== before)
  const keys = new Map(others.flatMap(one => [one.name, ...one.aliases].map(written => [keyOf(written), one.name])))
  for (const written of [row.name, ...row.aliases]) {
    const owner = keys.get(keyOf(written))
    if (owner !== undefined) return `${written} is ${owner} in the roster: a name or an alias is one branch's only`
  }
  return null
}

export const BRANCH_TYPES: Readonly<Record<string, BranchType>> = {
  教师: 'teacher',
  学生: 'student',
  师生联合: 'mixed',
  离退休: 'retired',
}
