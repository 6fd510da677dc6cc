import { keywordOf } from '../call/name-rule.ts'
import { otherMatters } from '../words/matters.ts'
import { onceFor } from '../words/once-for.ts'
import { APPLICATION_PAPERS } from '../words/papers.ts'
import { isBuiltByRule } from './built-by-rule.ts'
import { isGarbled, isNamelessFile } from './destroyed.ts'
import { containsRoughly, editDistance } from './edit-distance.ts'
import { normalise, tidy } from './normalise.ts'
import { isOfOtherPaper } from './other-paper.ts'
import { hasOtherPurpose, isQuestion } from './other-purpose.ts'
import { type CallForNames, hasWords, readName, tellsCall } from './read-name.ts'
import { saysCall, titleWords } from './title-words.ts'
import { simplify } from './traditional.ts'

/** A word this long may have a character wrong and is still itself. */
const LONG_ENOUGH_FOR_A_SLIP = 3

const says = (text: string, word: string): boolean =>
  word !== '' && containsRoughly(text, word, word.length >= LONG_ENOUGH_FOR_A_SLIP ? 1 : 0)

/** Generous: whether a subject or file name gives reason to download the message; '' gives none. */
export const mayConcern = (text: string, call: CallForNames): boolean => {
  if (text.trim() === '') return false
  if (isGarbled(text) || isNamelessFile(text)) return true
  const key = simplify(normalise(text))
  const words = titleWords(call)
  if (saysCall(key, call)) return true
  if (says(key, words.topic) || (words.document !== '' && key.includes(words.document))) return true
  if (!call.roster.some(({ name }) => name.endsWith('支部'))) return namesRow(key, call)
  if (!key.includes('支部')) return false
  if (key.includes(normalise(call.unit)) || says(key, words.document)) return true
  return namesRow(key, call)
}

const namesRow = (key: string, call: CallForNames): boolean => rowsOf(call).some(name => key.includes(name))

const rowsOf = onceFor(({ roster }: CallForNames) => roster.map(({ name }) => simplify(normalise(name))))

/** Whether it says what the call is about: 样板支部, a slip of the pen or not. A call without such a word is said by anything. */
export function saysTopic(text: string, call: CallForNames): boolean {
  const { topic } = titleWords(call)
  return topic === '' || says(simplify(normalise(text)), topic)
}

/** Whether a name of a call whose rule is tokens alone speaks of another paper: «外国语学院-英语2401-工作总结». */
export const isOthers = (text: string, call: CallForNames): boolean =>
  !hasWords('subject', call) && isOfOtherPaper(text.slice(0, LONGEST).replace(/\.[^.]{1,5}$/, ''), call)

const LONGEST = 1000

/** Whether a file's name is by intention an application's, as a subject would be, or by words of the rule for files. */
export const isFileMeantForCall = (name: string, call: CallForNames): boolean =>
  isMeantForCall(name, call) || (hasWords('file', call) && tellsCall(readName(name, 'file', call), 'file', call))

/** Whether it is an application's name by intention, even when wrong: neither a notice about the call nor a question. */
export const isMeantForCall = (text: string, call: CallForNames): boolean => {
  const reading = readName(text, 'subject', call)
  if (reading.fault === 'destroyed' || (reading.degree === 'exact' && isGarbled(text))) return false
  const mayAsk = keywordOf(call.naming.subject) !== null && isQuestion(tidy(text).text)
  const isBuilt = isBuiltByRule(reading, { text, kind: 'subject', call })
  if (isOthers(text, call)) return false
  if ((tellsCall(reading, 'subject', call) && !mayAsk) || (isBuilt && reading.degree === 'exact')) return true
  const tidied = simplify(tidy(text).text)
  if (hasOtherPurpose(tidied, call.title)) return false
  const key = normalise(tidied)
  const { topic, document } = titleWords(call)
  const speaks = says(key, topic)
  if (!speaks && otherMatters(call).some(matter => key.includes(matter))) return false
  if (isBuilt) return true
  if (reading.branch.kind === 'known' && document !== '' && key.includes(document)) return true
  return speaks && (document === '' || saysPaper(tidied, document, call))
}

/**
 * Whether it says what is sent in: the form's name, a slip of the pen in it or not, another name of such papers, or only what is done with it
 * («样板支部申报») as the last of its words or before a name. 申报满意度 and 申报流程 are other things.
 */
function saysPaper(tidied: string, document: string, call: CallForNames): boolean {
  const key = normalise(tidied)
  if (endsAlmostAs(key, document) || APPLICATION_PAPERS.some(paper => standsBehindName(key, paper, call))) return true
  const deed = document.slice(0, -1)
  return tidied.split(deed).some((_, index, all) => index > 0 && opensName(all.slice(index).join(deed), call))
}

/** 样板支部申报表, 教工第一党支部申报材料, and not 样板支部经费使用申请表. */
const standsBehindName = (key: string, paper: string, call: CallForNames): boolean =>
  key
    .split(paper)
    .slice(0, -1)
    .some(
      before =>
        before === '' ||
        [titleWords(call).topic, call.unit, '支部', '推荐'].some(name => before.endsWith(name.slice(-2))),
    )

/** Whether the word stands there with at most one character wrong that is not its last. */
function endsAlmostAs(key: string, word: string): boolean {
  const { length } = word
  if (length < LONG_ENOUGH_FOR_A_SLIP) return key.includes(word)
  return [...key.matchAll(new RegExp(word.slice(-1), 'g'))].some(({ index }) =>
    [length - 1, length, length + 1].some(
      taken => taken <= index + 1 && editDistance(key.slice(index + 1 - taken, index + 1), word, 1) <= 1,
    ),
  )
}

const opensName = (rest: string, call: CallForNames): boolean =>
  !/^\p{L}/u.test(rest) ||
  [call.unit, call.university].some(name => rest.startsWith(name)) ||
  rowsOf(call).some(name => normalise(rest).startsWith(name))
