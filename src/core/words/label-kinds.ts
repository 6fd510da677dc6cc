import type { Notion } from './notions.ts'
import { onceForText } from './once-for.ts'
import { type Part, readNotions } from './read-notions.ts'

/** What a label or heading may stand over: a field of ours, or a thing that forms print and nobody judges. */
export type LabelKind =
  | 'branchName'
  | 'parentOrg'
  | 'branchType'
  | 'memberCount'
  | 'secretary.name'
  | 'secretary.post'
  | 'secretary.title'
  | 'phone'
  | 'email'
  | 'reviewGrades'
  | 'honours'
  | 'basis'
  | 'idea'
  | 'measures'
  | 'outcomes'
  | 'safeguards'
  | 'opinions'
  | 'instructions'
  | 'basics'
  | 'others'
  | 'unread'

/** What a column of a list holds. */
export type ColumnKind = 'date' | 'name' | 'recipient' | 'level' | 'grantedBy' | 'due' | 'text' | 'owner' | 'ordinal'

/** Notions that must all be there, those that may, and how much they tell together. */
type Rule<Kind> = readonly [kind: Kind, all: readonly Notion[], may: readonly Notion[], weight: number]

/** Rules by the first notion that they need: only those whose is there are looked at. */
type Rules<Kind> = ReadonlyMap<Notion | undefined, readonly Rule<Kind>[]>

function byFirst<Kind>(rules: readonly Rule<Kind>[]): Rules<Kind> {
  return Map.groupBy(rules, ([, [first]]) => first)
}

const WHOSE: readonly Notion[] = ['branch', 'secretary', 'member', 'parent']

const LABELS = byFirst<LabelKind>([
  ['branchName', ['branch', 'name'], ['now', 'basics'], 1],
  ['branchName', ['branch'], ['now'], 0.9],
  ['parentOrg', ['parent'], ['name', 'branch'], 1],
  ['branchType', ['type'], ['branch'], 1],
  ['memberCount', ['count', 'member'], ['branch', 'now'], 1],
  ['memberCount', ['count'], ['branch', 'now'], 0.85],
  ['memberCount', ['member', 'now'], ['branch', 'count'], 0.9],
  ['memberCount', ['member'], ['branch', 'account'], 0.6],
  ['secretary.name', ['secretary'], ['basics', 'branch', 'name', 'person', 'parent'], 1],
  ['secretary.name', ['secretary', 'person'], ['account', 'branch', 'name'], 0.95],
  ['secretary.post', ['post'], ['basics', 'secretary', 'branch', 'name', 'now'], 1],
  ['secretary.title', ['title'], ['basics', 'secretary', 'branch', 'name', 'now'], 1],
  ['phone', ['phone'], ['basics', 'secretary', 'branch', 'name', 'count'], 1],
  ['email', ['email'], ['basics', 'unread', 'secretary', 'branch', 'phone', 'name'], 1],
  ['reviewGrades', ['grade'], ['secretary', 'branch', 'result', 'date'], 1],
  ['honours', ['honour'], ['branch', 'secretary', 'member', 'result', 'now'], 1],
  ['basis', ['basis'], ['branch', 'result', 'member', 'honour', 'now', 'safeguard'], 1],
  ['basis', ['branch'], ['member', 'now'], 0.55],
  ['basis', ['result'], ['branch'], 0.55],
  ['idea', ['idea'], ['goal', 'branch', 'expected', 'basis'], 1],
  ['idea', ['goal'], ['branch'], 0.8],
  ['measures', ['measure'], ['branch', 'goal', 'limit', 'idea', 'owner', 'result', 'date', 'expected'], 1],
  ['outcomes', ['expected', 'result'], ['goal', 'indicator', 'branch', 'measure'], 1],
  ['outcomes', ['expected', 'goal'], ['indicator', 'branch'], 1],
  ['outcomes', ['expected', 'indicator'], ['goal', 'branch'], 1],
  ['outcomes', ['indicator'], ['result', 'goal', 'branch', 'grade'], 0.95],
  ['outcomes', ['goal', 'result'], ['branch'], 0.9],
  ['outcomes', ['result'], ['branch', 'type'], 0.75],
  ['outcomes', ['expected'], ['branch'], 0.7],
  ['outcomes', ['goal'], ['branch'], 0.65],
  ['safeguards', ['safeguard'], ['measure', 'branch', 'basis'], 1],
  ['opinions', ['opinion'], [...WHOSE, 'name', 'grade', 'measure', 'post', 'date', 'unread'], 1],
  ['instructions', ['instructions'], ['measure'], 1],
  ['basics', ['basics'], [...WHOSE, 'unread'], 1],
  ['others', ['others'], [...WHOSE, 'measure', 'honour', 'basis', 'type'], 1],
  ['unread', ['unread'], [...WHOSE, 'name', 'person', 'count', 'date', 'post', 'limit', 'measure'], 1],
])

const COLUMNS = byFirst<ColumnKind>([
  ['ordinal', ['ordinal'], [], 1],
  ['date', ['date'], ['honour', 'grantedBy'], 1],
  ['name', ['honour', 'name'], ['branch'], 1],
  ['name', ['honour'], [], 0.9],
  ['name', ['name'], ['measure'], 0.8],
  ['recipient', ['recipient'], ['honour', 'name', 'branch', 'member'], 0.95],
  ['recipient', ['person'], [], 0.9],
  ['level', ['level'], ['honour', 'type'], 1],
  ['grantedBy', ['grantedBy'], ['honour', 'name', 'parent', 'unread'], 1],
  ['due', ['limit'], ['measure', 'date', 'expected'], 0.95],
  ['text', ['measure'], ['name', 'goal', 'result', 'content'], 0.95],
  ['text', ['content'], ['name', 'goal', 'result'], 0.85],
  ['owner', ['owner'], ['parent', 'person'], 1],
])

/** What a short answer follows: «支部建设情况» is no name. */
const VALUES: ReadonlySet<string> = new Set<LabelKind>([
  ...(['branchName', 'parentOrg', 'branchType', 'memberCount', 'secretary.name', 'secretary.post'] as const),
  ...(['secretary.title', 'phone', 'email'] as const),
])

const OF_OTHERS: ReadonlySet<Notion> = new Set<Notion>(['unread', 'share'])

/** How much a folded label tells of each kind it may be, from 0 to 1: what it must hold, and how much of it is understood. */
type Strengths<Kind extends string> = ReadonlyMap<Kind, number>

export const labelKinds = onceForText((label): Strengths<LabelKind> => strengths(label, LABELS))
export const columnKinds = onceForText((label): Strengths<ColumnKind> => strengths(label, COLUMNS))

function strengths<Kind extends string>(label: string, rules: Rules<Kind>): Strengths<Kind> {
  const parts = readNotions(label)
  const there = new Set(parts.flatMap(({ notions }) => notions))
  const told = new Map<Kind, number>()
  for (const first of there)
    for (const rule of rules.get(first) ?? []) {
      const [kind, all] = rule
      const strength = all.every(notion => there.has(notion)) ? strengthOf(parts, rule, label.length) : 0
      if (strength > (told.get(kind) ?? 0)) told.set(kind, strength)
    }
  return told
}

function strengthOf<Kind extends string>(
  parts: readonly Part[],
  [kind, all, may, weight]: Rule<Kind>,
  length: number,
): number {
  const known = [...all, ...may, 'filler', ...(VALUES.has(kind) ? [] : ['account'])]
  let covered = 0
  for (const { text, notions } of parts) if (notions.some(notion => known.includes(notion))) covered += text.length
  // «发展党员数» is a number of others: a word that is wholly something else's weakens a value's label.
  const isOf =
    VALUES.has(kind) &&
    parts.some(({ notions }) => notions.length > 0 && notions.every(one => OF_OTHERS.has(one) && !may.includes(one)))
  return weight * (covered / length) * (isOf ? 0.5 : 1)
}
