import type { Call } from '../call/call.ts'
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

/** «【征文投稿】» */
const LABEL = /^[【[（(][^】\])）]{1,20}[】\])）]\s*/u

/** Nobody's name of an application is longer. */
const LONGEST = 300

type Named = Pick<Call, 'title' | 'naming' | 'form' | 'roster' | 'deliverables'>

/**
 * A name whose parts nothing but spaces hold apart, «外国语学院 英语2401 点亮心灯», or nothing at all, «机械学院李小红20241234», with dashes between
 * them, and without a label in front; null where there is nothing to put in, or it may be of another matter, of which people write so, too.
 */
export function heldApart(received: string, call: Named): string | null {
  if (received.length > LONGEST) return null
  if (hasOtherPurpose(tidy(received).text, call.title) || isOfOtherPaper(received, call)) return null
  if (otherMatters(call).some(matter => received.includes(matter))) return null
  const spaced = received.trim().replace(LABEL, '').replace(/\s+/g, '-')
  if (spaced !== received.trim()) return spaced
  const joined = received.trim().replace(SEAMS, '-')
  return joined === received.trim() ? null : joined
}
