import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Branch, Call } from '../../../src/core/call/call.ts'
import type { Document } from '../../../src/core/document/document.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import type { Thread } from '../../../src/core/message/thread.ts'
import { drawAnswers } from '../lots/answers.ts'
import { blanked } from '../lots/families.ts'
import { knownSheet } from '../lots/known-layouts.ts'
import { layOut } from '../lots/lay-out.ts'
import { lotOf } from '../lots/lot.ts'
import { unwritten } from '../lots/read.ts'
import { shippedCall } from '../shipped-call.ts'
import { file, formNaming, judgedIn, paper, photo, scan, zipped } from './judged.ts'

type File = { readonly name: string; readonly kind: string }
type Before = {
  readonly from: string
  readonly relation: string
  readonly outcome: 'accepted' | 'returned' | 'held' | 'noted'
  readonly subject: string
}

/** A mail written by somebody who had seen only the contract's table, with what that says it comes to. */
export type BlindMail = {
  readonly id: string
  readonly history: readonly Before[]
  readonly mail: {
    readonly from: string
    readonly subject: string
    readonly text: string
    readonly at: string
    readonly inReplyTo: string | null
    readonly files: readonly File[]
    readonly headers?: Readonly<Record<string, string>>
  }
  readonly expected: {
    readonly relation: string
    readonly outcome: string
    readonly code: string | null
    readonly applicants: readonly string[]
    readonly question: boolean | null
    readonly letter: string
    /** Whether the protected sender is told; null: the table doesn't say. */
    readonly noticeToProtected: boolean | null
  }
}

const fixture = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'people', name), 'utf8')
    .trim()
    .split('\n')

export const BLIND: readonly BlindMail[] = fixture('blind.jsonl').map(line => JSON.parse(line))

const roster = fixture('roster.csv').map(line => line.split(','))
const [row] = shippedCall.roster
const call: Call = {
  ...shippedCall,
  roster: roster.map(([name = '', email = '']) => ({
    ...(row as Branch),
    name,
    aliases: [],
    emails: email === '' ? [] : [email],
  })),
}

const branchOf = (text: string): string =>
  call.roster.find(
    ({ name }) =>
      text.includes(name) &&
      !call.roster.some(other => other.name !== name && other.name.includes(name) && text.includes(other.name)),
  )?.name ?? ''

/** What came of it, in the words of the table. */
export async function comesTo({ mail, history }: BlindMail): Promise<readonly Decision[]> {
  const versions = history.filter(({ relation }) => relation === 'application')
  const applied = versions.map(({ from, subject, outcome }) => ({
    branch: branchOf(subject),
    by: from,
    ...(outcome === 'accepted' ? {} : { returned: true as const }),
  }))
  return judgedIn(call, {
    ...mail,
    at: new Date(mail.at),
    headers: mail.headers ?? {},
    thread: mail.inReplyTo === 'our receipt' ? threadOf(history.at(-1)) : null,
    applied,
    standing: key => applied.findLast(one => one.branch === key && !('returned' in one))?.by,
    files: mail.files.flatMap(documentsOf),
  })
}

const threadOf = (before: Before | undefined): Thread | null =>
  before === undefined
    ? null
    : { call: call.id, branch: branchOf(before.subject), outcome: before.outcome, files: [branchOf(before.subject)] }

const blank = layOut(blanked(knownSheet('A', drawAnswers(lotOf(1)), lotOf(1))))

/** «filled form of X», «photo: …», «zip: [ a; b ]» and the like. */
function documentsOf({ name, kind }: File): readonly Document[] {
  const text = kind.slice(kind.indexOf(':') + 1)
  if (kind.startsWith('filled form')) return [filled(name, kind)]
  if (kind.startsWith('blank form')) return [{ ...unwritten(name, blank), sha256: name }]
  if (kind.startsWith('photo')) return [photo(name)]
  if (kind.startsWith('scanned')) return [scan(name)]
  if (kind.startsWith('encrypted'))
    return [file(name, { kind: 'zip', status: 'unreadable', why: 'encrypted', content: null })]
  if (kind.startsWith('rar')) return [file(name, { kind: 'rar', status: 'skipped', content: null })]
  if (kind.startsWith('zip'))
    return zipped(
      name,
      ...text
        .replace(/^\s*\[|\]\s*$/g, '')
        .split(/[;,]\s/)
        .flatMap(inArchive),
    )
  return [paper(name, text.split(/ \/ | … /).join('\n'))]
}

const inArchive = (entry: string): readonly Document[] => {
  const [what = '', as] = entry.trim().split(' as ')
  const name = as ?? what.replace(/^(?:photo|pdf certificate|pdf) /, '')
  return documentsOf({ name, kind: what })
}

function filled(name: string, kind: string): Document {
  const joint = /«(.+?)» \(one form/.exec(kind)?.[1]
  const branch = joint ?? branchOf(kind.slice(0, kind.indexOf('(') >>> 0))
  return { ...formNaming('', branch, kind.includes('(changed)') ? '33' : '32'), name }
}

/** What is said of it that the table says something of. */
export function asExpected(
  decisions: readonly Decision[],
  { question, noticeToProtected, applicants }: BlindMail['expected'],
) {
  const [first] = decisions as readonly [Decision, ...Decision[]]
  const codes = decisions.flatMap(({ problems }) => problems.map(({ code }) => code))
  const tried = ['withdrawal', 'declined'].includes(first.relation) && first.stranger === true
  return {
    relation: first.relation,
    outcome: first.outcome,
    code: first.outcome === 'accepted' ? null : (codes[0] ?? null),
    applicants: first.outcome === 'ignored' ? applicants : decisions.flatMap(({ branch }) => branch?.name ?? []),
    question: question === null ? null : decisions.some(one => one.question !== undefined),
    noticeToProtected: noticeToProtected === null ? null : tried || codes.includes('sender.changed'),
    isAnswered: first.answer !== 'never',
  }
}
