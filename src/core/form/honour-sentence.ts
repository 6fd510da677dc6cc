import { type Interval, readIntervals } from '../honours/dates.ts'
import { levelOfGrantor, levelSaid } from '../honours/level.ts'
import { readSubject } from '../honours/recipient.ts'
import type { Honour, Level, RecipientKind } from './form.ts'
import { AWARD, awardParts } from './honour-clauses.ts'
import { type HonourContext, recipientKindOf } from './honour-context.ts'

const LONGEST = 400
const NAMED = /[“"「『]([^“”"「」『』\n]{2,60})[”"」』]/g
const TITLE_END = /(?:荣誉)?称号|奖励|表彰|等荣誉|荣誉/
/** A day's name in quotes is no honour. */
const FEAST = /^(?:七一|五四|八一|三八|五一|十一)$/
const NUMBER_IN_FRONT =
  /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d)|[①-⑳])\s*/

/** Words of which one at least stands in an honour's name where nothing else marks it as a name. */
const LIKE_HONOUR = /先进|优秀|优胜|十佳|标兵|样板|红旗|过硬|示范|最佳|先锋|模范|名师|三好|三育人|双带头人|奖|师德/
/** A date of something else: «2018年成立», «2020年以来». */
const OTHER_EVENT = /^[^,，。；;]{0,6}(?:以来|以后|成立|组建|换届|入党|担任|任职)/

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
    const told = readPart(part, before, context)
    before = told
    for (const { name, date } of match(told.names, told.dates)) {
      const { subject, grantedBy, level } = told
      const recipientKind = recipientKindOf(subject, labelled, { name, context })
      honours.push({ date, name, recipient: subject, recipientKind, level, grantedBy, quote })
    }
  }
  return honours
}

type Before = { readonly dates: readonly Interval[]; readonly subject: string | null }

type Part = Before & { readonly names: readonly string[]; readonly grantedBy: string | null; readonly level: Level }

function readPart(part: string, before: Before, context: HonourContext): Part {
  const all = readIntervals(part, context.today)
  const own = all.filter(({ at, written }) => !OTHER_EVENT.test(part.slice(at + written.length)))
  const award = AWARD.exec(part)
  const subject = award === null ? null : subjectOf(part.slice(0, award.index), all, context)
  const names = award === null ? listedName(part, own) : namesBehind(part, award)
  const grantedBy = grantorIn(part, award)
  return {
    dates: all.length === 0 ? before.dates : own,
    subject: subject ?? before.subject,
    names,
    grantedBy,
    level: levelIn(part, grantedBy, names),
  }
}

type Told = { readonly name: string; readonly date: string | null }

/** One date for all names, one name at all dates, or as many of the one as of the other; else nobody can tell when. */
function match(names: readonly string[], dates: readonly Interval[]): Told[] {
  const [name = ''] = names
  const [date = null] = dates.map(one => one.date)
  if (names.length === 1 && dates.length > 1) return dates.map(one => ({ name, date: one.date }))
  if (names.length === dates.length) return names.map((one, index) => ({ name: one, date: dates[index]?.date ?? null }))
  return names.map(one => ({ name: one, date: dates.length === 1 ? date : null }))
}

/** Names in quotes; without any, what stands between the verb and 称号. */
function namesBehind(text: string, award: RegExpExecArray): string[] {
  const behind = text.slice(award.index + award[0].length)
  const quoted = [...behind.matchAll(NAMED)].flatMap(([, name]) => (name && !FEAST.test(name) ? [name.trim()] : []))
  if (quoted.length > 0) return quoted
  const end = behind.search(/[,，。；;、（(]/)
  const clause = (end < 0 ? behind : behind.slice(0, end)).trim()
  const name = clause.split(TITLE_END)[0]?.trim() ?? ''
  return name.length >= 4 && name.length <= 40 && LIKE_HONOUR.test(name) ? [name] : []
}

/** «2022.06 大连理工大学先进党支部»: a line of a list, with its date in front and no verb. */
function listedName(text: string, dates: readonly Interval[]): string[] {
  const [date] = dates
  if (date === undefined || dates.length > 1 || date.at > 0) return []
  const rest = text.slice(date.written.length).replace(/^[\s:：,，、|—-]+/, '')
  const quoted = [...rest.matchAll(NAMED)].flatMap(([, name]) => (name ? [name.trim()] : []))
  if (quoted.length > 0) return quoted
  const name = rest.replace(/[(（][^()（）]{0,60}[)）]?\s*[。.]?$/, '').trim()
  return name.length >= 4 && name.length <= 40 && !/[,，。；;]/.test(name) && LIKE_HONOUR.test(name) ? [name] : []
}

/** Who got it: the words before the verb, without the date; null where they name nobody. */
function subjectOf(before: string, dates: readonly Interval[], context: HonourContext): string | null {
  const clauses = withoutDates(before, dates)
    .split(/[,，、。:：]/)
    .map(clause =>
      clause
        .replace(/^(?:在|于|先后|曾|连续|分别|多次|由|经)|(?:在|于|先后|曾|连续|分别|多次|被|均|共|有)+$/g, '')
        .trim(),
    )
  return (
    clauses.filter(clause => clause !== '' && readSubject(clause, context) !== 'unknown').at(-1) ??
    namesNoOther(clauses)
  )
}

/** A subject of another kind (团支部) must not be taken for the branch by the honour's name. */
const namesNoOther = (clauses: readonly string[]): string | null =>
  clauses.find(clause => /团(?:总?支部|委)|团队|个(?:党)?支部/.test(clause)) ?? null

const withoutDates = (text: string, dates: readonly Interval[]): string =>
  dates.reduce((rest, { written }) => rest.replace(written, ''), text)

const GRANTOR = /(?:被|由|经|获得?|荣获|获评)\s?([^“”"「」，,。；;、\s]{2,30}?)(?=授予|评为|评选|评定|表彰|颁发|[“"「])/
const GRANTOR_BEHIND = /[(（]([^()（）\d]{2,30})[,，、]?[^()（）]{0,20}[)）]\s*[。.；;]?$/
const BODY_END =
  /(?:委员会|党委|大学|学校|学院|学部|教育部|省委|市委|工委|组织部|工作部|研究生院|学生处|团委|人事处|宣传部|教育厅|政府)$/

/** The body that granted it, where it is named as one. */
function grantorIn(text: string, award: RegExpExecArray | null): string | null {
  const named = award === null ? null : GRANTOR.exec(text.slice(Math.max(0, award.index - 40)))
  const active = named?.[1] ?? null
  const behind = GRANTOR_BEHIND.exec(text)?.[1] ?? null
  return [active, behind].find(body => body !== null && BODY_END.test(body.trim()))?.trim() ?? null
}

function levelIn(text: string, grantedBy: string | null, names: readonly string[]): Level {
  const said = levelSaid(text)
  if (said !== 'unknown') return said
  if (grantedBy !== null) return levelOfGrantor(grantedBy)
  const [name] = names
  return names.length === 1 && name !== undefined ? levelOfGrantor(name) : 'unknown'
}
