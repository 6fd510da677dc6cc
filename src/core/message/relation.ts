import type { Call } from '../call/call.ts'
import { looksLikeCommand } from '../desk/desk-mail.ts'
import { isSheetName } from '../desk/sheet-file.ts'
import { type Document, isClutter, withoutArchives } from '../document/document.ts'
import { otherTitleOf } from '../form/title.ts'
import type { Applied } from '../judge/applied.ts'
import { deliverableOf, isNamedDeliverable } from '../judge/assigned.ts'
import { type ChosenForm, chooseForm } from '../judge/chosen-form.ts'
import { isGarbled, isNamelessFile } from '../naming/destroyed.ts'
import { isFileMeantForCall, isMeantForCall, saysTopic } from '../naming/meant-for-call.ts'
import { normalise } from '../naming/normalise.ts'
import { readName, tellsCall } from '../naming/read-name.ts'
import { SENT_BY_US } from '../words/our-letters.ts'
import { isAutomatic, isInPerson, LOOP_MARKER, saysAutomatic } from './automatic.ts'
import { isBareAnswer } from './bare-answer.ts'
import { isBroughtUnder, isWishOverFile } from './brought-under.ts'
import { hasCloudLink } from './cloud-link.ts'
import { announces, inquiredCall, isNotice } from './inquiry.ts'
import { isDraftForComment, isOnlyCopied } from './meant-as.ts'
import { headerValue, type Message } from './message.ts'
import { comesInAnswer, isNamedForCall } from './named-for-call.ts'
import { isNamedRight, isOnlySpokenOf } from './only-spoken-of.ts'
import { ownWords } from './own-words.ts'
import type { Thread } from './thread.ts'
import { bearsTitleOf, bestCall, claiming, type ForCall, formsOf } from './which-call.ts'
import type { Note } from './wishes/note.ts'
import { noteAmong } from './wishes/note-among.ts'
import { questionIn } from './wishes/question.ts'

/** What a message is to us; an application with its call, what its documents amount to, and a doubt about its sender. */
export type Recognised =
  | { readonly relation: 'unrelated' | 'automatic' | 'inquiry' | 'command'; readonly call: Call | null }
  | Note
  | {
      readonly relation: 'application'
      readonly call: Call
      readonly chosen: ChosenForm
      readonly doubt: 'sender.own' | 'sender.automatic' | null
      /** Written to others, with us as a copy, or a draft for comment: nobody who sent it so is asked to mend it. */
      readonly aside: boolean
      /** Other calls whose filled forms came in the same mail, each with its own. */
      readonly others: readonly ForCall[]
    }

export type ToRecognise = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly calls: readonly Call[]
  readonly thread: Thread | null
  /** What a call has on record. */
  readonly applied: (call: string) => readonly Applied[]
  /** When it was received; where no clock tells, the moment of judging. */
  readonly at: Date
  /** Addresses that are ours, lower case. */
  readonly ownAddresses: readonly string[]
  /** Addresses that decide by mail, lower case. */
  readonly desk: readonly string[]
}

/** What a message is to us, and for which call. */
export function recognise(seen: ToRecognise): Recognised {
  const { message, documents, at } = seen
  if (headerValue(message.headers, LOOP_MARKER) !== null) return AUTOMATIC
  const calls = claiming(seen.calls, at)
  const all = calls.map(call => ({ call, chosen: chooseForm(notUnderAnothersTitle(documents, call, calls), call) }))
  const fitted = { subject: message.subject, documents, at, threadCall: seen.thread?.call ?? null }
  const withForm = bestCall(all.filter(isFilled), fitted)
  const found = { all, seen }
  const senders = message.from.map(({ address }) => address.trim().toLowerCase())
  if (isAutomatic(message.headers, senders[0] ?? null) && !isInPerson(message, bringsFiles(documents)))
    return withForm === undefined ? AUTOMATIC : application(withForm, found, 'sender.automatic')
  if (looksLikeCommand(message, seen.desk) && !bringsForm(documents, calls)) return COMMAND
  if (senders.some(sender => seen.ownAddresses.includes(sender)))
    return withForm === undefined ? UNRELATED : application(withForm, found, 'sender.own')
  const thread = openThread(seen.thread, calls)
  const note = noteAmong(all, { ...seen, thread }, fitted)
  if (note !== null) return note
  const meant = bestCall(
    all.filter(one => isFilled(one) || one.call.id === thread?.call || isMeant(one, seen)),
    fitted,
  )
  const isAsked = documents.some(one =>
    calls.some(call => call.id === thread?.call && deliverableOf(one, call) !== null),
  )
  const isBare = !bringsAnything(seen)
  if (isBare && meant !== undefined && saysAutomatic(ownWords(message.text))) return AUTOMATIC
  const isAnswer =
    seen.thread !== null || (isBare && (quotesOurs(message) || (meant !== undefined && isBareAnswer(message))))
  if (isAnswer && !isAsked && !bringsNewFile(documents, thread)) return inquiry(meant?.call ?? null)
  if (meant === undefined) return asked(inquiredCall(message, calls, at) ?? askedWithBlank(all, message))
  if (isBare && isOnlySpokenOf(meant, message)) return inquiry(meant.call)
  const recognised = application(meant, found, null)
  return recognised.aside && bringsNothing(recognised.chosen, message) ? inquiry(meant.call) : recognised
}

const AUTOMATIC = { relation: 'automatic', call: null } as const
const COMMAND = { relation: 'command', call: null } as const
const UNRELATED = { relation: 'unrelated', call: null } as const
const inquiry = (call: Call | null) => ({ relation: 'inquiry', call }) as const
const asked = (call: Call | null) => (call === null ? UNRELATED : inquiry(call))

/** A question that names nothing, over the call's blank form. */
const askedWithBlank = (all: readonly ForCall[], message: Message): Call | null =>
  questionIn(message.text) === null ||
  isNotice(
    message,
    all.map(({ call }) => call),
  )
    ? null
    : (all.find(({ chosen }) => chosen.kind === 'blank')?.call ?? null)

type Application = Extract<Recognised, { relation: 'application' }>
type Found = { readonly all: readonly ForCall[]; readonly seen: ToRecognise }

const application = (
  { call, chosen }: ForCall,
  { all, seen: { message, ownAddresses, documents } }: Found,
  doubt: Application['doubt'],
): Application => {
  const others = othersBeside(call, all, documents)
  const theirs = others.flatMap(other => formsOf(other.chosen))
  const own = documents.filter(one => !theirs.includes(one))
  return {
    ...{ relation: 'application', call, doubt, others },
    chosen: others.length === 0 ? chosen : chooseForm(own, call),
    aside: isOnlyCopied(message, ownAddresses) || isDraftForComment(message),
  }
}

/** Each form is one other call's at most. */
function othersBeside(call: Call, all: readonly ForCall[], documents: readonly Document[]): readonly ForCall[] {
  const taken: Document[] = []
  return all.filter(isFilled).flatMap(other => {
    const forms = othersForms(other, call, documents).filter(form => !taken.includes(form))
    taken.push(...forms)
    return forms.length === 0 ? [] : [{ call: other.call, chosen: chooseForm(forms, other.call) }]
  })
}

/** A form that bears another call's own title is that one's, whatever labels it shares with this one's. */
const notUnderAnothersTitle = (documents: readonly Document[], call: Call, calls: readonly Call[]) =>
  calls.length < 2
    ? documents
    : documents.filter(one => bearsTitleOf(one, call) || !calls.some(other => bearsTitleOf(one, other)))

const isFilled = ({ chosen: { kind } }: ForCall): boolean => kind === 'filled' || kind === 'several'

/** A form that is filled in, or a file that may be one and that we could not read. */
const BRINGS_VERSION: ReadonlySet<ChosenForm['kind']> = new Set(['filled', 'several', 'unreadable'])

/** Words alone, or the blank form: what is asked about it is a question. */
const bringsNothing = ({ kind }: ChosenForm, { text }: Message): boolean =>
  kind === 'blank' || (kind === 'none' && !hasCloudLink(ownWords(text)))

/** Beside a line of staff: a 汇总表 that came back is no form, read or not. */
function bringsForm(documents: readonly Document[], calls: readonly Call[]): boolean {
  const others = documents.filter(({ name }) => !isSheetName(name))
  return calls.some(call => BRINGS_VERSION.has(chooseForm(others, call).kind))
}

/** Those of its forms that are none of this call's, or bear the other's title and not this one's. */
const othersForms = (other: ForCall, call: Call, documents: readonly Document[]): readonly Document[] =>
  other.call === call
    ? []
    : formsOf(other.chosen).filter(
        form =>
          documents.includes(form) &&
          (!isFilled({ call, chosen: chooseForm([form], call) }) ||
            (bearsTitleOf(form, other.call) && !bearsTitleOf(form, call))),
      )

/** The thread of a call that still claims mail. */
const openThread = (thread: Thread | null, calls: readonly Call[]): Thread | null =>
  thread !== null && (thread.call === null || calls.some(({ id }) => id === thread.call)) ? thread : null

/**
 * Without a filled form: by its subject, or by the name of a file that is no blank template. A notice is neither. Where subject and file
 * name were both lost on the way, nobody can say that it is none.
 */
function isMeant({ call, chosen }: ForCall, { message, documents }: ToRecognise): boolean {
  const subject = message.subject ?? ''
  if (isNamedRight(subject, call)) return true
  if (isOfOtherMatter(chosen, subject, call)) return false
  if (isMeantForCall(subject, call) && !announces(message)) return true
  if (isWishOverFile(call, chosen, { message, documents }) && !announces(message)) return true
  if (documents.some(one => comesInAnswer(one, message, call))) return true
  if (isNotice(message, [call])) return false
  if (documents.some(document => isNamedDeliverable(document, call))) return true
  if (isBroughtUnder(call, chosen, { message, documents })) return true
  if (chosen.kind === 'none')
    return documents.some(one => isSupplement(one, call) || isNamedForCall(one, message, call))
  if (chosen.kind === 'blank') return false
  return documents.some(document => isFileMeantForCall(document.name, call) || (isGarbled(subject) && isLost(document)))
}

/**
 * «党建研究课题申报书-…»: the paper is what subject or file name say it is, and that is another thing. Where they say what the call is about,
 * it is the wrong paper, and its sender is told.
 */
function isOfOtherMatter(chosen: ChosenForm, subject: string, call: Call): boolean {
  if (chosen.kind !== 'absent' || chosen.document.content === null) return false
  const names = [subject, chosen.document.name]
  if (names.some(name => saysTopic(name, call))) return false
  const title = normalise(otherTitleOf(chosen.document.content, call.form))
  return title !== '' && names.some(name => normalise(name).includes(title))
}

/** What is asked for beside the form, packed under the call's name. */
const isSupplement = (document: Document, call: Call): boolean =>
  document.archive !== null &&
  deliverableOf(document, call) !== null &&
  tellsCall(readName(document.archive, 'archive', call), 'archive', call)

const isLost = ({ name, status }: Document): boolean =>
  status === 'unreadable' && (isGarbled(name) || isNamelessFile(name))

/** A letter of ours that was forwarded, or answered by a client that leaves References out. */
const quotesOurs = ({ text }: Message): boolean => text.replace(/[\s>]/g, '').includes(SENT_BY_US)

const bringsAnything = ({ documents, message }: ToRecognise): boolean =>
  bringsFiles(documents) || hasCloudLink(ownWords(message.text))

const bringsFiles = (documents: readonly Document[]): boolean => documents.some(isFile)

/** What clients hang on is no answer. */
const isFile = (one: Document): boolean => one.status === 'unreadable' || !isClutter(one)

/** What was returned for its name alone comes back with the same bytes: then any document is an answer, even a photo. */
function bringsNewFile(documents: readonly Document[], thread: Thread | null): boolean {
  const sent = withoutArchives(documents).filter(isFile)
  if (thread?.outcome === 'returned') return sent.length > 0
  return sent.some(({ kind, sha256 }) => kind !== 'image' && !(thread?.files.includes(sha256) ?? false))
}
