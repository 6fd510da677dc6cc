import type { Call } from '../call/call.ts'
import { isNamed } from '../honours/surnames.ts'
import { listed } from '../words/listed.ts'
import { otherMatters } from '../words/matters.ts'
import { patternWith } from '../words/pattern.ts'
import { tidy } from './normalise.ts'
import { isOfOtherPaper } from './other-paper.ts'
import { hasOtherPurpose } from './other-purpose.ts'

/** Between a unit, a long number, and what is neither. */
const SEAMS = patternWith(
  'gu',
)`(?<=${listed('学院 学部')})(?=[\p{L}\p{N}])|(?<=\p{Script=Han})(?=[A-Za-z]{0,3}\d{6})|(?<=\d{6})(?=\p{Script=Han})`

/** «【征文投稿】», «征文：» */
const LABEL = /^(?:[【[（(][^】\])）]{1,20}[】\])）]|[\p{Script=Han}]{2,10}[:：])\s*/u
/** «论文+», where the call gathers 参评论文. */
const OWN = /^(\p{Script=Han}{2,10})[\p{Pd}_+\s]+/u
const namesIt = (word: string, { title, short, deliverables }: Named): boolean =>
  [title, short, ...deliverables.map(one => one.title)].some(own => own.includes(word))

/** Nobody's name of an application is longer. */
const LONGEST = 300

type Named = Pick<Call, 'title' | 'short' | 'naming' | 'form' | 'roster' | 'deliverables'>

/**
 * As what a name may have been meant whose parts don't follow the rule: without a label in front; with dashes where nothing
 * but spaces hold the parts apart, «外国语学院 英语2401 点亮心灯», or nothing at all, «机械学院李小红20241234». None of what may be of another matter, of which
 * people write so, too.
 */
export function writingsOf(received: string, call: Named): readonly string[] {
  if (received.length > LONGEST) return []
  if (hasOtherPurpose(tidy(received).text, call.title) || isOfOtherPaper(received, call)) return []
  if (otherMatters(call).some(matter => received.includes(matter))) return []
  const bare = received
    .trim()
    .replace(LABEL, '')
    .replace(OWN, (all, word: string) => (isNamed(word) || !namesIt(word, call) ? all : ''))
  const spaced = bare.replace(/\s+/g, '-')
  const all = [bare, spaced, spaced.replace(SEAMS, '-')]
  return [...new Set(all)].filter(text => text !== received)
}
