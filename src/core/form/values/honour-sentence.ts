import { type Interval, readIntervals } from '../../dates/dates.ts'
import { readSubject } from '../../honours/recipient.ts'
import { isNamed } from '../../honours/surnames.ts'
import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import type { Honour, RecipientKind } from '../form.ts'
import { AWARD, awardParts } from './honour-clauses.ts'
import { type HonourContext, isBody, recipientKindOf } from './honour-context.ts'
import { grantorIn, type Ranked, rank } from './honour-grantor.ts'
import { readListLine } from './honour-line.ts'
import { namesBehind, withoutLevel } from './honour-name.ts'

const LONGEST = 400
const NUMBER_IN_FRONT =
  /^\s*[•●○▪■◆◇◦‣➢➤✓]?\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d)|[①-⑳])?\s*/
/** A date of something else: «2018年成立», «2020年以来». */
const OTHER_EVENT = pattern`^[^,，。；;]{0,6}${listed('以来 以后 成立 组建 换届 入党 担任 任职')}`
const EMPTY_BRACKETS = /[(（][\s、,，]*[)）]/g
/** Words around a subject that are none of it. */
const OFTEN = listed('先后 连续 分别 多次')
const AROUND = patternWith(
  'g',
)`^[、\s]*(?:在|${OFTEN})?|(?:[、\s在于曾均共有]|连续[两三四五]年|${OFTEN})+$|在.{0,30}中$`

/**
 * The honours that a sentence tells of: several dates or several names make several. Without a name it tells of none. A part
 * without a date or a recipient of its own has those of the part before it.
 */
export function readHonourSentence(sentence: string, labelled: RecipientKind | null, context: HonourContext): Honour[] {
  const quote = sentence.trim()
  if (quote.length > LONGEST) return []
  const honours: Honour[] = []
  let before: Before = { dates: [], subject: null }
  for (const part of awardParts(quote.replace(NUMBER_IN_FRONT, ''))) {
    const told = readPart(part, before, { labelled, context })
    before = told
    for (const { name, level, date } of match(rank(told.names, part, told.grantedBy), told.dates)) {
      const { subject, grantedBy } = told
      const recipientKind = recipientKindOf(subject, labelled, { name, context })
      honours.push({ date, name: withoutLevel(name), recipient: subject, recipientKind, level, grantedBy, quote })
    }
  }
  return honours
}

type Before = { readonly dates: readonly Interval[]; readonly subject: string | null }

type Part = Before & { readonly names: readonly string[]; readonly grantedBy: string | null }

type Around = { readonly labelled: RecipientKind | null; readonly context: HonourContext }

function readPart(part: string, before: Before, around: Around): Part {
  const all = readIntervals(part, around.context.today)
  const own = all.filter(({ at, written }) => !OTHER_EVENT.test(part.slice(at + written.length)))
  const { subject, ...words } = readWords(part, all, around)
  return { ...words, dates: all.length === 0 ? before.dates : own, subject: subject ?? before.subject }
}

/** Who got what from whom: around a verb of award, or as the pieces of a list's line. */
function readWords(part: string, dates: readonly Interval[], { labelled, context }: Around): Omit<Part, 'dates'> {
  const award = AWARD.exec(part)
  if (award === null || isLast(part, award)) {
    const line = withoutDates(part.slice(0, award?.index), dates)
    const { recipient = null, names = [], grantedBy = null } = readListLine(line, labelled, context) ?? {}
    return { subject: recipient, names, grantedBy }
  }
  return {
    subject: subjectOf(withoutDates(part.slice(0, award.index), dates), award[0], context),
    names: namesBehind(part.slice(award.index + award[0].length)),
    grantedBy: grantorIn(part, award),
  }
}

/** «优秀党务工作者，校党委授予»: the honour stands before its verb. */
const isLast = (part: string, { 0: verb, index }: RegExpExecArray): boolean =>
  /^[\s。；;，,）)]*$/.test(part.slice(index + verb.length))

type Told = Ranked & { readonly date: string | null }

/** One date for all names, one name at all dates, or as many of the one as of the other; else nobody can tell when. */
function match(names: readonly Ranked[], dates: readonly Interval[]): Told[] {
  const [first, ...others] = names
  const [date = null] = dates.map(one => one.date)
  if (first !== undefined && others.length === 0 && dates.length > 1)
    return dates.map(one => ({ ...first, date: one.date }))
  if (names.length === dates.length) return names.map((one, index) => ({ ...one, date: dates[index]?.date ?? null }))
  return names.map(one => ({ ...one, date: dates.length === 1 ? date : null }))
}

/** Who got it: the last of the words before the verb that name somebody; null where none do. */
function subjectOf(before: string, verb: string, context: HonourContext): string | null {
  const clauses = before
    .split(/[,，。:：]/)
    .map(clause => clause.split(/被|由|经/)[0] ?? '')
    .map(clause => clause.replace(AROUND, ''))
  return (
    clauses.filter(clause => readSubject(clause, context) !== 'unknown' || isNamed(clause)).at(-1) ??
    clauses.find(clause => isOther(clause, verb)) ??
    null
  )
}

/** A subject of another kind (团支部, a body that got it) must not be taken for the branch by the honour's name. */
const isOther = (clause: string, verb: string): boolean =>
  /团(?:总?支部|委)|团队|[个弟他属各](?:党)?支部|党支部$/.test(clause) || (isBody(clause) && /[获荣被入当]/.test(verb))

const withoutDates = (text: string, dates: readonly Interval[]): string =>
  dates
    .reduce((rest, { written }) => rest.replace(written, ' '), text)
    .replace(EMPTY_BRACKETS, ' ')
    .trim()
