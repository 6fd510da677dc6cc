import { type Interval, readIntervals } from '../honours/dates.ts'
import { levelOfGrantor, levelSaid } from '../honours/level.ts'
import { readSubject } from '../honours/recipient.ts'
import type { Honour, Level, RecipientKind } from './form.ts'
import { type HonourContext, recipientKindOf } from './honour-context.ts'

const LONGEST = 400
/** Where somebody is told to have got something; what stands before tells who. */
const AWARD = /荣获|获评|获得|被评为|评为|授予|入选|当选|荣膺|入围|获批|获|被评/
const NAMED = /[“"「『]([^“”"「」『』\n]{2,60})[”"」』]/g
const TITLE_END = /(?:荣誉)?称号|奖励|表彰|等荣誉|荣誉/
/** A day's name in quotes is no honour. */
const FEAST = /^(?:七一|五四|八一|三八|五一|十一)$/
const NUMBER_IN_FRONT =
  /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d)|[①-⑳])\s*/

/** The honours that a sentence tells of: several dates or several names make several. Without a name it tells of none. */
export function readHonourSentence(sentence: string, labelled: RecipientKind | null, context: HonourContext): Honour[] {
  const quote = sentence.trim()
  if (quote.length > LONGEST) return []
  const plain = quote.replace(NUMBER_IN_FRONT, '')
  const dates = readIntervals(plain, context.today)
  const award = AWARD.exec(plain)
  const names = award === null ? listedName(plain, dates) : namesBehind(plain, award)
  if (names.length === 0) return []
  const subject = award === null ? null : subjectOf(plain.slice(0, award.index), dates, context)
  const grantedBy = grantorIn(plain, award)
  const level = levelIn(plain, grantedBy, names)
  return match(names, dates).map(({ name, date }) => ({
    date,
    name,
    recipient: subject,
    recipientKind: recipientKindOf(subject, labelled, { name, context }),
    level,
    grantedBy,
    quote,
  }))
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
  return name.length >= 4 && name.length <= 40 && !/^[\d多]/.test(name) ? [name] : []
}

/** «2022.06 大连理工大学先进党支部»: a line of a list, with its date in front and no verb. */
function listedName(text: string, dates: readonly Interval[]): string[] {
  const [date] = dates
  if (date === undefined || dates.length > 1 || date.at > 0) return []
  const rest = text.slice(date.written.length).replace(/^[\s:：,，、|—-]+/, '')
  const quoted = [...rest.matchAll(NAMED)].flatMap(([, name]) => (name ? [name.trim()] : []))
  if (quoted.length > 0) return quoted
  const name = rest.replace(/[(（][^()（）]{0,60}[)）]?\s*[。.]?$/, '').trim()
  return name.length >= 4 && name.length <= 40 && !/[,，。；;]/.test(name) ? [name] : []
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
