import type { Branch, Call } from '../call/call.ts'
import type { Degree } from '../judge/decision.ts'
import { onceFor } from '../words/once-for.ts'
import { isGarbled, isNamelessFile } from './destroyed.ts'
import { bearsBranch, expectedName } from './expected.ts'
import { findBranch } from './find-branch.ts'
import { type Followed, followTemplate } from './follow-template.ts'
import { quote, type Tidied, tidy } from './normalise.ts'
import { hasOtherPurpose } from './other-purpose.ts'
import { isPlaceholder } from './placeholder.ts'
import { type FieldReading, readBranch } from './read-branch.ts'
import { DESTROYED, type NameKind, remarkOn } from './remark.ts'
import type { BranchReading } from './roster.ts'
import { templateParts } from './template.ts'

/** `missing`: empty; `pattern`: another title, no unit, no branch; `destroyed`: lost on the way, nobody's fault. */
export type NameFault = 'missing' | 'pattern' | 'placeholder' | 'destroyed'

/** A name as the naming rule sees it. `wrong` without a fault: the pattern is right, the branch isn't in the roster. */
export type NameReading = {
  readonly degree: Degree
  readonly branch: BranchReading
  readonly fault: NameFault | null
  /** Chinese, for the receipt; null unless cosmetic. */
  readonly remark: string | null
}

export type CallForNames = Pick<Call, 'naming' | 'unit' | 'university' | 'roster'>

type Name = { readonly tidied: Tidied; readonly kind: NameKind; readonly call: CallForNames }

const NO_BRANCH: BranchReading = { kind: 'none' }
const LETTER = /[\p{L}\p{N}]/u
const EXTENSION = /\.(docx?|wps|pdf|zip|rar|7z|rtf|odt|ofd|txt|xlsx?|pptx?|jpe?g|png)$/

const wrong = (fault: NameFault | null, branch: BranchReading): NameReading => ({
  degree: 'wrong',
  branch,
  fault,
  remark: null,
})

const destroyed = (kind: NameKind): NameReading => ({
  degree: 'cosmetic',
  branch: NO_BRANCH,
  fault: 'destroyed',
  remark: DESTROYED[kind],
})

/** The roster's branches by the one right name of each, without an extension. */
const byRightName = onceFor((call: CallForNames): Readonly<Record<NameKind, ReadonlyMap<string, Branch>>> => {
  const named = (template: string) =>
    new Map(
      call.roster
        .toReversed()
        .map(branch => [expectedName(template, { unit: call.unit, branch: branch.name }), branch]),
    )
  return { subject: named(call.naming.subject), file: named(call.naming.file) }
})

const readExactly = (text: string, kind: NameKind, call: CallForNames): NameReading | null => {
  const extension = EXTENSION.exec(text.slice(-6))?.[0] ?? null
  if (kind === 'file' && extension === null) return null
  const name = kind === 'file' ? text.slice(0, -(extension?.length ?? 0)) : text
  const branch = byRightName(call)[kind].get(name)
  if (branch === undefined) return null
  const named: BranchReading = { kind: 'known', branch, via: 'name', exact: true }
  return { degree: 'exact', branch: bearsBranch(call.naming[kind]) ? named : NO_BRANCH, fault: null, remark: null }
}

const remarkFor = ({ tidied, kind }: Name, followed: Followed, { branch, tail }: FieldReading): string =>
  remarkOn({
    received: tidied.received,
    kind,
    front: followed.front,
    tail,
    via: branch.kind === 'known' ? branch.via : null,
  })

const readFollowed = (name: Name, followed: Followed): NameReading => {
  const { field } = followed
  const { tidied, call } = name
  const reading: FieldReading = field === null ? { branch: NO_BRANCH, tail: '' } : readBranch(tidied, field, call)
  const { branch, tail } = reading
  const accepted = field === null || branch.kind === 'known' || branch.kind === 'ambiguous'
  if (accepted && hasOtherPurpose(tail)) return wrong('pattern', branch)
  if (accepted) return { degree: 'cosmetic', branch, fault: null, remark: remarkFor(name, followed, reading) }
  if (isPlaceholder(quote(tidied, field.from, field.to))) return wrong('placeholder', NO_BRANCH)
  return wrong(branch.kind === 'none' ? 'pattern' : null, branch)
}

const readLeniently = (name: Name): NameReading => {
  const { tidied, kind, call } = name
  const template = kind === 'subject' ? call.naming.subject : call.naming.file
  const readings = followTemplate(tidied.text, templateParts(template), call).map(way => readFollowed(name, way))
  const best = readings.find(({ degree }) => degree !== 'wrong') ?? readings[0]
  return best ?? wrong('pattern', findBranch(tidied, call))
}

/** Reads a subject or a file name by the call's naming rule: exact, cosmetic (accepted, with a remark), or wrong. */
export const readName = (text: string | null, kind: NameKind, call: CallForNames): NameReading => {
  const received = text ?? ''
  const exact = readExactly(received, kind, call)
  if (exact !== null) return exact
  if (kind === 'file' && isNamelessFile(received)) return destroyed(kind)
  const tidied = tidy(received)
  if (!LETTER.test(tidied.text)) return isGarbled(received) ? destroyed(kind) : wrong('missing', NO_BRANCH)
  const reading = readLeniently({ tidied, kind, call })
  return reading.degree === 'wrong' && isGarbled(received) ? destroyed(kind) : reading
}
