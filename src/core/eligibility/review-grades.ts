import type { ReviewGrade } from '../form/form.ts'
import { withoutUnticked } from '../form/values/review-grades.ts'
import type { CheckInput, Finding } from './check.ts'
import { fail, pass, review } from './finding.ts'
import { mentioned, sentencesOf, wordsOf } from './sentences.ts'
import { daysOf, type Position, positionOf, windowOf } from './window.ts'

/** A good grade's place in the window; `lesser`: a lower grade; `strange`: of another scale. */
type Standing = Position | 'lesser' | 'strange'

/** «好» as a whole token: «较好» and «良好» contain it and are not it. */
const GOOD = /(?:(?<!\p{Script=Han})|(?<=[为是获评年]|获得))好(?=等|档|[^\p{Script=Han}]|$)/gu
const NOTHING = /^(?:暂?无|没有|[\p{P}\p{S}\s]*)$/u

/** 述职评议考核: «好» at least once in the window. Words: `goodGrades`, `lesserGrades`, and `reviews` that tell of it in a text. */
export function judgeReviewGrades(input: CheckInput): Finding {
  const { form, description } = input
  if (form.reviewGrades.length === 0) return judgeNoGrades(input)
  const years = `近${description.window?.years ?? 0}年`
  const standings = form.reviewGrades.map(grade => ({ quote: grade.quote, standing: standingOf(grade, input) }))
  const quotes = (standing: Standing) => standings.filter(one => one.standing === standing).map(({ quote }) => quote)
  const [good, straddling, strange] = [quotes('inside'), quotes('straddles'), quotes('strange')]
  if (good.length > 0) return pass(good, `${years}述职评议考核获“好”等次。`)
  if (straddling.length > 0) return review(straddling, `述职评议考核“好”等次所在年度跨越${years}的起止日，请人工核对。`)
  if (strange.length > 0 || hasUnreadGood(input, quotes('outside').length))
    return review([...strange, form.reviewText], '系统未能识别全部述职评议考核等次，请人工核对。')
  return fail(
    standings.map(({ quote }) => quote),
    `述职评议考核在${years}内未获“好”等次。`,
  )
}

/** «无» or a blank in the grades' own place says that there are none; a form in which no such place was recognised says nothing. */
function judgeNoGrades({ form, description }: CheckInput): Finding {
  const said = form.reviewText?.trim() ?? null
  if (said !== null && !NOTHING.test(said)) return review([said], '系统未能识别述职评议考核等次，请人工核对。')
  const tells = (sentence: string) =>
    mentioned(sentence, wordsOf(description, 'reviews')) !== null &&
    (goodTokens(sentence) > 0 || sentence.includes('等次'))
  const elsewhere = [form.honoursText, form.basis].flatMap(sentencesOf).find(tells)
  if (elsewhere !== undefined) return review([elsewhere], '文中提及述职评议考核，等次请人工核对。')
  const isSaid = said !== null && said !== ''
  if (!isSaid && form.presence.reviewGrades !== 'empty') return review([], '系统未能识别述职评议考核等次，请人工核对。')
  return fail([said], isSaid ? `述职评议考核等次填写为“${said}”。` : '述职评议考核等次未填写。')
}

function standingOf({ year, grade }: ReviewGrade, { call, description }: CheckInput): Standing {
  const token = grade
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/^(?:[为获]|获得)/, '')
    .replace(/等次?$|等级$|档$/, '')
  if (wordsOf(description, 'lesserGrades').includes(token)) return 'lesser'
  if (!wordsOf(description, 'goodGrades').includes(token)) return 'strange'
  const window = windowOf(description.window, call)
  if (window === null) return 'inside'
  const days = daysOf(String(year))
  return days === null ? 'strange' : positionOf(days, window)
}

const hasUnreadGood = ({ form }: CheckInput, read: number): boolean =>
  goodTokens(withoutUnticked(form.reviewText ?? '')) > read

const goodTokens = (text: string): number => text.slice(0, 5000).match(GOOD)?.length ?? 0
