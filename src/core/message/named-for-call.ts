import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import { deliverableOf } from '../judge/assigned.ts'
import { isBuiltByRule, isShaped, lacksRest } from '../naming/built-by-rule.ts'
import { isOthers } from '../naming/meant-for-call.ts'
import { normalise } from '../naming/normalise.ts'
import { speaksOfOtherPaper } from '../naming/other-paper.ts'
import { hasOtherPurpose } from '../naming/other-purpose.ts'
import { hasWords, readName, tellsCall } from '../naming/read-name.ts'
import { gathers, saysCall, worksOf } from '../naming/title-words.ts'
import { otherMatters } from '../words/matters.ts'
import { patternWith } from '../words/pattern.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import { announces } from './inquiry.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'

const LONGEST = 600

type Spoken = Pick<Message, 'subject' | 'text'>

/**
 * Whether a paper that the call asks for beside a form, or without one, comes as an application: under a name by the rule; under a subject that says
 * the same to the letter, or what the call gathers (主题班会案例); or with the call's own name in the sender's words. What speaks of another matter does not.
 */
export function isNamedForCall(document: Document, { subject, text }: Spoken, call: Call): boolean {
  if (deliverableOf(document, call) === null) return false
  const title = subject ?? ''
  const words = ownWords(text).slice(0, LONGEST)
  const isAnswer = answersNotice(document, { subject, text }, call)
  if (isOthers(document.name, call) || (!isAnswer && isOthers(title, call))) return false
  if (
    isByRule(document.name, call) ||
    areNamedAlike(title, document.name, call) ||
    (lackTitle(title, document.name, call) && !speaksOfOtherPaper(words, call))
  )
    return true
  const said = normalise(title)
  if (isAnswer) return true
  if (hasOtherPurpose(said, call.title) || otherMatters(call).some(matter => said.includes(matter))) return false
  if (saysCall(said, call) || gathers(title, call)) return true
  const isReadable = [readName(document.name, 'file', call), readName(title, 'subject', call)].some(
    ({ degree, parts }) => degree !== 'wrong' && parts.length > 1,
  )
  return isReadable && saysCall(normalise(words), call)
}

/** Whether it answers the notice, under its title, or, with a paper that is named by the rule, in words that speak of it: «Re: 关于征文的通知». */
function answersNotice({ name }: Document, { subject, text }: Spoken, call: Call): boolean {
  const title = subject ?? ''
  if (!ANSWERS.test(title) || announces({ text })) return false
  const said = normalise(title)
  if (said.includes(bareTitle(call))) return true
  const speaks =
    saysCall(said, call) ||
    worksOf(call).some(work => said.includes(work)) ||
    (NOTICE.test(title) && !speaksOfOtherPaper(title, call))
  return speaks && isByRule(name, call) && !otherMatters(call).some(matter => title.includes(matter))
}

const ANSWERS = patternWith('i')`^\s*[[【]?${REPLY_PREFIXES}[\]】]?\s*[:：]`
const NOTICE = /通知/
const bareTitle = ({ title }: Call): string => normalise(title.replace(/^关于|的?通知$/g, ''))

export const comesInAnswer = (document: Document, spoken: Spoken, call: Call): boolean =>
  answersNotice(document, spoken, call) && isNamedForCall(document, spoken, call)

/** By words of the rule for files, by a row of the roster, or built so. Somebody's name and number alone tell no call. */
function isByRule(name: string, call: Call): boolean {
  const reading = readName(name, 'file', call)
  if (isBuiltByRule(reading, { text: name, kind: 'file', call })) return true
  const tells = hasWords('file', call) || reading.branch.kind === 'known' || reading.parts.length > 2
  return tells && tellsCall(reading, 'file', call)
}

/** Whether subject and file follow their rules, to the letter or with somebody's name in them, and say the same; or the file bears the subject's number. */
function areNamedAlike(subject: string, file: string, call: Call): boolean {
  const [one, other] = [readName(subject, 'subject', call), readName(file, 'file', call)]
  const said = Object.entries(one.values).filter(([token]) => other.values[token] !== undefined)
  const numbers = Object.values(one.values).filter(value => NUMBER.test(value))
  if (isShaped(one, 'subject', call) && numbers.some(number => file.includes(number))) return true
  return (
    one.degree !== 'wrong' &&
    other.degree !== 'wrong' &&
    ([one, other].every(({ degree }) => degree === 'exact') || isShaped(one, 'subject', call)) &&
    said.length > 1 &&
    said.every(([token, value]) => other.values[token] === value)
  )
}

/** «林晓岚-文学院» over a paper of that name: somebody's name and unit, and the rest of what is asked for forgotten in both. */
function lackTitle(subject: string, file: string, call: Call): boolean {
  const [one, other] = [readName(subject, 'subject', call), readName(file, 'file', call)]
  return lacksRest(one, call) && other.degree === 'wrong' && one.parts.join() === other.parts.join()
}

/** A number of somebody's. */
const NUMBER = /^[a-z]{0,3}\d{6,}$/i
