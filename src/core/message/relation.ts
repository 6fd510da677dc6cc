import type { Call } from '../call/call.ts'
import type { Document, DocumentKind } from '../document/document.ts'
import { type ChosenForm, chooseForm } from '../judge/chosen-form.ts'
import type { Outcome } from '../judge/decision.ts'
import { isGarbled, isNamelessFile } from '../naming/destroyed.ts'
import { isMeantForCall } from '../naming/meant-for-call.ts'
import { readName } from '../naming/read-name.ts'
import { isAutomatic, LOOP_MARKER } from './automatic.ts'
import { announces, isInquiry, isNotice } from './inquiry.ts'
import { headerValue, type Message } from './message.ts'

/** The reply of ours that a message answers. */
export type Thread = {
  readonly call: string | null
  readonly branch: string | null
  /** What was decided on the answered submission; null where that isn't known. */
  readonly outcome: Outcome | null
  /** SHA-256 of the documents that the answered submission brought. */
  readonly files: readonly string[]
}

/** What a message is to us; an application with its call, what its documents amount to, and a doubt about its sender. */
export type Recognised =
  | { readonly relation: 'unrelated' | 'automatic' | 'inquiry'; readonly call: Call | null }
  | {
      readonly relation: 'application'
      readonly call: Call
      readonly chosen: ChosenForm
      readonly doubt: 'sender.own' | 'sender.automatic' | null
    }

export type ToRecognise = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly calls: readonly Call[]
  readonly thread: Thread | null
  /** Addresses that are ours, lower case. */
  readonly ownAddresses: readonly string[]
}

/** What a message is to us. */
export function recognise(seen: ToRecognise): Recognised {
  const { message, documents, calls, thread } = seen
  if (headerValue(message.headers, LOOP_MARKER) !== null) return { relation: 'automatic', call: null }
  const all = calls.map(call => ({ call, chosen: chooseForm(documents, call) }))
  const withForm = bestOf(all.filter(isFilled), message)
  const senders = message.from.map(({ address }) => address.trim().toLowerCase())
  if (isAutomatic(message.headers, senders[0] ?? null))
    return withForm === undefined ? AUTOMATIC : { ...withForm, relation: 'application', doubt: 'sender.automatic' }
  if (senders.some(sender => seen.ownAddresses.includes(sender)))
    return withForm === undefined ? UNRELATED : { ...withForm, relation: 'application', doubt: 'sender.own' }
  if (thread !== null && !bringsNewFile(documents, thread)) return { relation: 'inquiry', call: callOf(thread, calls) }
  const meant = all.find(({ call }) => call.id === thread?.call) ?? withForm ?? meantFor(all, seen)
  if (meant !== undefined) return { ...meant, relation: 'application', doubt: null }
  const asked = calls.find(call => isInquiry(message, call))
  return asked === undefined ? UNRELATED : { relation: 'inquiry', call: asked }
}

const AUTOMATIC = { relation: 'automatic', call: null } as const
const UNRELATED = { relation: 'unrelated', call: null } as const

/** A call, and what the documents of a message amount to for it. */
type ForCall = { readonly call: Call; readonly chosen: ChosenForm }

const isFilled = ({ chosen: { kind } }: ForCall): boolean => kind === 'filled' || kind === 'several'

function isNamedRight({ subject }: Message, { call }: ForCall): boolean {
  const { degree, fault } = readName(subject, 'subject', call)
  return degree !== 'wrong' && fault === null
}

/** Where several calls are open that a message could apply to: the one that its subject names. */
const bestOf = (all: readonly ForCall[], message: Message): ForCall | undefined =>
  all.find(one => isNamedRight(message, one)) ??
  all.find(({ call }) => isMeantForCall(message.subject ?? '', call)) ??
  all[0]

/**
 * Without a filled form: by its subject, or by the name of a file that could not be looked into and may be one. A notice is neither. Where
 * subject and file name were both lost on the way, nobody can say that it is none.
 */
function meantFor(all: readonly ForCall[], { message, documents }: ToRecognise): ForCall | undefined {
  const subject = message.subject ?? ''
  const named =
    all.find(one => isNamedRight(message, one)) ??
    all.find(({ call }) => isMeantForCall(subject, call) && !announces(message))
  if (named !== undefined || isNotice(message)) return named
  const unseen = documents.filter(({ status }) => status !== 'read')
  return all.find(
    ({ call, chosen }) =>
      MAY_BE_FORM.has(chosen.kind) &&
      unseen.some(document => isMeantForCall(document.name, call) || (isGarbled(subject) && isLost(document))),
  )
}

const isLost = ({ name, status }: Document): boolean =>
  status === 'unreadable' && (isGarbled(name) || isNamelessFile(name))

const MAY_BE_FORM: ReadonlySet<ChosenForm['kind']> = new Set(['unreadable', 'format'])

/** Signatures, cards and texts that clients hang on are no answer. */
const CLUTTER: readonly DocumentKind[] = ['other', 'txt', 'html', 'xml']

/** What was returned for its name alone comes back with the same bytes: then any document is an answer, even a photo. */
function bringsNewFile(documents: readonly Document[], { files, outcome }: Thread): boolean {
  const sent = documents.filter(({ kind, status }) => status === 'unreadable' || !CLUTTER.includes(kind))
  if (outcome === 'returned') return sent.length > 0
  return sent.some(({ kind, sha256 }) => kind !== 'image' && !files.includes(sha256))
}

const callOf = (thread: Thread, calls: readonly Call[]): Call | null =>
  calls.find(({ id }) => id === thread.call) ?? null
