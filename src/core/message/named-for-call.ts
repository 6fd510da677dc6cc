import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import { deliverableOf } from '../judge/assigned.ts'
import { isFileMeantForCall } from '../naming/meant-for-call.ts'
import { normalise } from '../naming/normalise.ts'
import { hasOtherPurpose } from '../naming/other-purpose.ts'
import { readName } from '../naming/read-name.ts'
import { saysCall, titleWords } from '../naming/title-words.ts'
import { otherMatters } from '../words/matters.ts'

/** Whether subject and file follow their rules to the letter and say the same: no words of the rule's need stand there. */
export function areNamedAlike(subject: string, file: string, call: Call): boolean {
  const [one, other] = [readName(subject, 'subject', call), readName(file, 'file', call)]
  const said = Object.entries(one.values)
  return (
    [one, other].every(({ degree }) => degree === 'exact') &&
    said.length > 1 &&
    said.every(([token, value]) => other.values[token] === value)
  )
}

/** What is asked for beside a form or without one, under a name by the rule, or a subject that says what the call gathers: 主题班会案例. */
export function isNamedForCall(document: Document, subject: string, call: Call): boolean {
  const id = deliverableOf(document, call)
  if (id === null) return false
  if (isFileMeantForCall(document.name, call)) return true
  const title = normalise(call.deliverables.find(one => one.id === id)?.title ?? '')
  const said = normalise(subject)
  const isOfCall = [titleWords(call).topic, normalise(call.title)].some(words => words.includes(title))
  const isSaid = (isOfCall && said.includes(title)) || saysCall(said, call)
  return isSaid && !hasOtherPurpose(said, call.title) && !otherMatters(call).some(matter => said.includes(matter))
}
