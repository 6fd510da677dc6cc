import { dateText } from '../dates/date-text.ts'
import { readIntervals } from '../dates/dates.ts'
import { type CheckFunction, type CheckInput, overField } from './check.ts'
import { fail, pass, review } from './finding.ts'
import { boundsText, isWithin, told, unread, yearsOld } from './value.ts'
import { beijingDay, type DayInterval, daysOf, positionOf } from './window.ts'

/** The days of the only time that a cell tells. «1985.6», «199003». */
function onlyDays(text: string): DayInterval | null {
  const plain = text.normalize('NFKC').replace(/(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)/g, '$1年$2月')
  const [time, ...others] = readIntervals(plain)
  return time === undefined || others.length > 0 ? null : daysOf(time.date)
}

/** Whole years of age on a day. */
function ageOn(day: string, born: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** On the day of the deadline, as it was published. */
const checkAge: CheckFunction = input => {
  const { params } = input.description
  const { field = '' } = params
  const said = told(field, input)
  if (said === null) return unread(field, input)
  const born = onlyDays(said.text)
  if (born === null) return review([said.text], `系统未能读出“${said.label}”中的日期，请人工核对。`)
  const day = beijingDay(input.call.publishedDeadline)
  const [youngest, oldest] = [ageOn(day, born.to), ageOn(day, born.from)]
  const fits = [youngest, oldest].map(age => isWithin(age, params))
  const seen = `按“${said.label}”计算，至${dateText(day)}满${youngest === oldest ? youngest : `${youngest}至${oldest}`}周岁`
  if (fits.every(fit => fit)) return pass([said.text], `${seen}，符合要求。`)
  if (fits.some(fit => fit)) return review([said.text], `${seen}，请人工核对。`)
  return fail([said.text], `${seen}，要求${boundsText(params, yearsOld)}。`)
}

const wholeDays = (limit: string): DayInterval => daysOf(limit) ?? { from: limit, to: limit }

const spanOf = ({ description: { params } }: CheckInput): DayInterval => ({
  from: params.from === undefined ? '0000-01-01' : wholeDays(params.from).from,
  to: params.to === undefined ? '9999-12-31' : wholeDays(params.to).to,
})

const checkDate: CheckFunction = input => {
  const { field = '', from, to } = input.description.params
  const said = told(field, input)
  if (said === null) return unread(field, input)
  const days = onlyDays(said.text)
  if (days === null) return review([said.text], `系统未能读出“${said.label}”中的日期，请人工核对。`)
  const span = [from === undefined ? '' : `不早于${dateText(from)}`, to === undefined ? '' : `不晚于${dateText(to)}`]
  const seen = `“${said.label}”为${said.text.slice(0, 30)}`
  switch (positionOf(days, spanOf(input))) {
    case 'inside':
      return pass([said.text], `${seen}，符合要求。`)
    case 'outside':
      return fail([said.text], `${seen}，要求${span.filter(one => one !== '').join('，')}。`)
    default:
      return review([said.text], `${seen}，是否在要求的时间内请人工核对。`)
  }
}

export const age = overField({
  takes: ['least', 'most'],
  check: checkAge,
  looksAt: '所指栏目中的出生日期，按申报截止之日计算周岁。',
  pass: '周岁在界限之内。',
  fail: '周岁在界限之外。',
  review: '没有识别出该栏或其中的日期，或者只写到月、年，跨越界限。',
})

export const dateWithin = overField({
  takes: ['from', 'to'],
  check: checkDate,
  looksAt: '所指栏目中的日期。',
  pass: '日期在要求的时间之内。',
  fail: '日期在要求的时间之外。',
  review: '没有识别出该栏或其中的日期，有多个日期，或者跨越要求的起止日。',
})
