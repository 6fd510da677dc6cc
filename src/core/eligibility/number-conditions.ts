import { countItems, readMoney, readNumber, readShare } from '../form/values/quantity.ts'
import { type CheckFunction, type CheckInput, type Finding, overField } from './check.ts'
import { fail, pass, review } from './finding.ts'
import { boundsText, isWithin, percent, shownAs, type Told, told, unread } from './value.ts'

type Show = (value: number) => string

/** Between the bounds or not, with the words of the form as evidence. */
function judged(
  value: number,
  { text, label, show = String }: Told & { readonly show?: Show },
  { description: { params } }: CheckInput,
): Finding {
  const seen = `“${label}”为${show(value)}`
  return isWithin(value, params)
    ? pass([text], `${seen}，符合要求。`)
    : fail([text], `${seen}，要求${boundsText(params, show)}。`)
}

const notUnderstood = ({ text, label }: Told): Finding => review([text], `系统未能读出“${label}”中的数值，请人工核对。`)

const checkNumber: CheckFunction = input => {
  const { field = '' } = input.description.params
  const said = told(field, input)
  if (said === null) return unread(field, input)
  const type = input.call.form.fields[field]?.type
  const value = type === 'money' ? readMoney(said.text, said.label) : readNumber(said.text)
  return value === null ? notUnderstood(said) : judged(value, { ...said, show: shownAs('number', type) }, input)
}

/** From one cell («3/85», «前8%»), or from a rank and the number of those ranked. */
const checkRatio: CheckFunction = input => {
  const { field = '', of } = input.description.params
  const said = told(field, input)
  if (said === null) return unread(field, input)
  const share = readShare(said.text)
  if (share !== null) return judged(share, { ...said, show: percent }, input)
  const whole = of === undefined ? null : told(of, input)
  if (whole === null) return of === undefined ? notUnderstood(said) : unread(of, input)
  const [part, all] = [readNumber(said.text), readNumber(whole.text)]
  if (part === null) return notUnderstood(said)
  if (all === null || all === 0 || part > all) return notUnderstood(whole)
  return judged(part / all, { label: said.label, text: `${said.text} / ${whole.text}`, show: percent }, input)
}

const checkCount: CheckFunction = input => {
  const { field = '' } = input.description.params
  const said = told(field, input)
  if (said === null) return unread(field, input)
  const count = countItems(said.text)
  if (count === null) return notUnderstood(said)
  const finding = judged(count, said, input)
  // How a list is written tells too little to refuse anybody for it.
  return finding.verdict === 'fail' ? { ...finding, verdict: 'review', note: `${finding.note}请人工核对。` } : finding
}

const FAIL = '读出的数值在界限之外。'
const REVIEW = '没有识别出该栏，或者不能确定所写的数值（多个数、没有单位、识别不可靠）。'

export const number = overField({
  takes: ['least', 'most'],
  check: checkNumber,
  looksAt: '所指栏目中的数值；金额按单位（元、万元）换算，单位看所写内容，其次看栏目名称。',
  pass: '数值在界限之内。',
  fail: FAIL,
  review: REVIEW,
})

export const ratio = overField({
  takes: ['of', 'least', 'most'],
  check: checkRatio,
  looksAt: '所指栏目中的名次和总数（“3/85”“前8%”，或者分写在两栏）。',
  pass: '比例在界限之内。',
  fail: '读出的比例在界限之外。',
  review: REVIEW,
})

export const count = overField({
  takes: ['least', 'most'],
  check: checkCount,
  looksAt: '所指栏目中列出的项数（以顿号、逗号、换行分隔）。',
  pass: '项数在界限之内。',
  fail: null,
  review: '项数在界限之外，或者不能确定。',
})
