import { isAutomatic, LOOP_MARKER } from './automatic.ts'
import type { Call } from './call.ts'
import { type ChosenForm, chooseForm } from './chosen-form.ts'
import type { Outcome } from './decision.ts'
import type { Document, DocumentKind } from './document.ts'
import { headerValue, type Message } from './message.ts'
import { isMeantForCall, mayConcern } from './naming/meant-for-call.ts'

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

/** Settles what a message is to us (product.md, Settled questions: Relation). */
export function recognise(seen: ToRecognise): Recognised {
  const { message, documents, calls, thread } = seen
  if (headerValue(message.headers, LOOP_MARKER) !== null) return { relation: 'automatic', call: null }
  const chosen = calls.map(call => ({ call, chosen: chooseForm(documents, call) }))
  const withForm = chosen.find(one => one.chosen.kind === 'filled' || one.chosen.kind === 'several')
  const from = message.from[0]?.address.toLowerCase() ?? ''
  if (isAutomatic(message.headers, from))
    return withForm
      ? { ...withForm, relation: 'application', doubt: 'sender.automatic' }
      : { relation: 'automatic', call: null }
  if (seen.ownAddresses.includes(from))
    return withForm
      ? { ...withForm, relation: 'application', doubt: 'sender.own' }
      : { relation: 'unrelated', call: null }
  if (thread !== null && !bringsNewFile(documents, thread)) return { relation: 'inquiry', call: callOf(thread, calls) }
  const meant =
    chosen.find(({ call }) => call.id === thread?.call) ??
    withForm ??
    chosen.find(({ call }) => isMeantForCall(message.subject ?? '', call)) ??
    chosen.find(one => one.chosen.kind === 'unreadable' && isMeantForCall(one.chosen.document.name, one.call))
  if (meant !== undefined) return { ...meant, relation: 'application', doubt: null }
  const asked = calls.find(call => isQuestion(message, call))
  return asked === undefined ? { relation: 'unrelated', call: null } : { relation: 'inquiry', call: asked }
}

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

const QUESTION = /请问|请教|咨询|询问|想问|问一下|能否|可否|是否可以|怎么|如何|什么时候|吗\s*[?？]/
const NOTICE = /通知|公告|公示|通报|简报|纪要/

/** A question about the call: it speaks of it, asks, and isn't a notice that mentions it. */
function isQuestion({ subject, text }: Message, call: Call): boolean {
  const body = text.slice(0, 3000)
  const asks = QUESTION.test(subject ?? '') || (QUESTION.test(body) && !NOTICE.test(subject ?? ''))
  return asks && [subject ?? '', ...body.split('\n').slice(0, 40)].some(line => mayConcern(line.slice(0, 300), call))
}
