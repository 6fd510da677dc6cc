import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import type { Document } from '../document/document.ts'
import { namesMatter, titleOf } from '../form/title.ts'
import { isNamed } from '../honours/surnames.ts'
import { deliverableOf } from '../judge/assigned.ts'
import type { ChosenForm } from '../judge/chosen-form.ts'
import { isBuiltByRule, lacksRest } from '../naming/built-by-rule.ts'
import { isMeantForCall } from '../naming/meant-for-call.ts'
import { hasWords, type NameReading, readName, tellsCall } from '../naming/read-name.ts'
import type { NameKind } from '../naming/remark.ts'

/** A call, and what the documents of a message amount to for it. */
export type ForCall = { readonly call: Call; readonly chosen: ChosenForm }

/** What is looked at to tell for which call a message is. */
export type Fitted = {
  readonly subject: string | null
  readonly documents: readonly Document[]
  /** When it was received; where no clock tells, the moment of judging. */
  readonly at: Date
  /** The call of the thread that it answers. */
  readonly threadCall: string | null
}

const BEIJING = '+08:00'

const announcedAt = ({ announced }: Pick<Call, 'announced'>): Date => new Date(`${announced}T00:00:00${BEIJING}`)

/** A call that had closed before another was announced never claims what came after that. */
export const claiming = (calls: readonly Call[], at: Date): readonly Call[] => {
  const newer = calls.filter(call => announcedAt(call) <= at)
  return calls.filter(({ deadline }) => !newer.some(other => deadline < announcedAt(other)))
}

/** `built`: by a rule of tokens alone, as names of any call may be; a right one fits better than one in another order, or behind other words. */
const DEGREES = { exact: 16, cosmetic: 12, meant: 4, built: 2, none: 0 } as const

/** How well a name follows a call's rule, or is meant to. */
function fitOfName(name: string, kind: NameKind, call: Call): number {
  if (name === '') return DEGREES.none
  const reading = readName(name, kind, call)
  const isLoose = !hasWords(kind, call) && (reading.isBehindWords === true || holdsPerson(reading))
  if (reading.degree !== 'wrong' && tellsCall(reading, kind, call))
    return isLoose ? DEGREES.built / 4 : DEGREES[reading.degree]
  if (!hasWords(kind, call) && isBuiltByRule(reading, { text: name, kind, call }))
    return reading.degree === 'wrong' ? DEGREES.built / 2 : DEGREES.built
  if (isMeantForCall(name, call)) return DEGREES.meant
  return lacksRest(reading, call) ? DEGREES.built / 4 : DEGREES.none
}

/** «许知远-从课堂到田野» for a title: of another call's rule these are two parts. */
const holdsPerson = ({ values }: NameReading): boolean =>
  Object.values(values).some(value => {
    const parts = value.split(/[\p{Pd}+_]/u)
    return parts.length > 1 && parts.some(isNamed)
  })

/** Whether a call without a form takes nothing of what came: pictures, where it asks for texts. */
const takesNothing = ({ call }: ForCall, documents: readonly Document[]): boolean =>
  formOf(call.deliverables) === null &&
  !hasWords('subject', call) &&
  documents.length > 0 &&
  documents.every(one => deliverableOf(one, call) === null)

const FORMS: Readonly<Record<ChosenForm['kind'], number>> = {
  filled: DEGREES.exact,
  several: DEGREES.exact,
  outdated: DEGREES.meant,
  blank: DEGREES.meant,
  unreadable: DEGREES.none,
  absent: DEGREES.none,
  unread: DEGREES.none,
  format: DEGREES.none,
  none: DEGREES.none,
}

/** A form under the call's own title fits better than one that merely reads like its form. */
const formFit = ({ call, chosen }: ForCall): number =>
  FORMS[chosen.kind] + (formsOf(chosen).some(form => bearsTitleOf(form, call)) ? DEGREES.meant : 0)

/** A title that names no matter is no call's own. */
export const bearsTitleOf = ({ content }: Document, { form }: Call): boolean =>
  content !== null && namesMatter(form) && titleOf(content, form) === 'own'

/** The documents that are the call's form. */
export const formsOf = (chosen: ChosenForm): readonly Document[] => {
  if (chosen.kind === 'several') return chosen.documents
  return chosen.kind === 'filled' ? [chosen.document] : []
}

type Fit = { readonly one: ForCall; readonly sum: number; readonly best: number }

function fitOf(one: ForCall, { subject, documents }: Fitted): Fit {
  const files = documents.map(({ name }) => fitOfName(name, 'file', one.call))
  const fits = [fitOfName(subject ?? '', 'subject', one.call), Math.max(0, ...files), formFit(one)]
  const weight = takesNothing(one, documents) ? 1 / 100 : 1
  return { one, sum: weight * fits.reduce((sum, fit) => sum + fit, 0), best: weight * Math.max(...fits) }
}

/**
 * Of the calls that a message could apply to, the one that it fits best: by name, form and document; among equals by its
 * dates; then by the thread.
 */
export const bestCall = (candidates: readonly ForCall[], seen: Fitted): ForCall | undefined =>
  equalCalls(candidates, seen)[0]

/** The best one, and those that all this tells nothing of: the one that closes first ahead. */
export function equalCalls(candidates: readonly ForCall[], seen: Fitted): readonly ForCall[] {
  if (candidates.length < 2) return candidates
  const fits = candidates.map(one => fitOf(one, seen))
  const most = Math.max(...fits.map(({ sum }) => sum))
  const nearest = fits.filter(({ sum }) => sum === most)
  const highest = Math.max(...nearest.map(({ best }) => best))
  return byDates(
    nearest.filter(({ best }) => best === highest).map(({ one }) => one),
    seen,
  )
}

/** Those whose dates contain the time, else the one that closed last before it; among several the thread's. */
function byDates(equals: readonly ForCall[], { at, threadCall }: Fitted): readonly ForCall[] {
  const open = equals.filter(({ call }) => announcedAt(call) <= at && at <= call.deadline)
  const closed = equals.filter(({ call }) => call.deadline < at)
  if (open.length === 0 && closed.length > 0) return closed.toSorted((a, b) => time(b) - time(a)).slice(0, 1)
  const left = open.length > 0 ? open : equals
  const threads = left.filter(({ call }) => call.id === threadCall)
  return threads.length > 0 ? threads : left.toSorted((a, b) => time(a) - time(b))
}

const time = ({ call }: ForCall): number => call.deadline.getTime()
