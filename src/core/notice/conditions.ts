import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { RECOMMENDERS } from '../words/unit-words.ts'
import {
  boundsIn,
  type CountedLabels,
  type FormTypes,
  isAgeOnAnotherDay,
  isAgeOnDeadline,
  OF_A_KIND,
  withoutAges,
} from './condition-bounds.ts'
import { conditionLines, type FormTitles, isAddressees, LABELLED } from './condition-lines.ts'
import { asList, withAsksMerged } from './condition-list.ts'
import { type ReadCondition, titleOf } from './condition-text.ts'
import { AT_MOST, mostIn, QUOTA } from './counts.ts'
import { honourCheck, type Window, windowIn } from './honour-condition.ts'
import { fold, type Notice, type Said } from './notice.ts'
import { partyCheck, planChecks } from './party-conditions.ts'
import { formWord } from './titles-asked.ts'

export type { FormTypes } from './condition-bounds.ts'
export type { ReadCondition } from './condition-text.ts'

type AboutForm = {
  readonly form: FormTypes
  readonly counted?: CountedLabels
  readonly titles: FormTitles
  readonly hasCycle: boolean
}

type Around = Required<Omit<AboutForm, 'titles'>> & { readonly isParty: boolean }

/** The notice's conditions, in its order, and whether the form is complete. */
export function readConditions(notice: Notice, about: AboutForm): readonly Said<ReadCondition>[] {
  const { titles, hasCycle, counted = new Map() } = about
  const form = formHeld(notice, about.form)
  const isParty = about.form.has('branchName') && ['basis', 'measures'].some(id => about.form.has(id))
  const around = { form, counted: form.size === 0 ? UNTYPED.counted : counted, isParty, hasCycle }
  const lines = conditionLines(notice, titles)
  const known = lines.flatMap((line, at) => ofLine(line, isAlternative(lines, at) ? { ...around, ...UNTYPED } : around))
  const untold = notice.sentences.filter(({ said }) => !known.some(one => one.said.includes(said)))
  const typed = untold.flatMap(({ said }) =>
    [...boundsIn(said, form).checks, ...untoldBounds(said, form)].map(value => ({ value, said })),
  )
  const said = [...known, ...typed]
  const held = isAgeOnDeadline(notice) ? said : said.map(asked)
  const complete = about.form.size === 0 ? [] : [completeness(titles.own)]
  return asList([...held, ...planChecks(notice, about.form, { hasCycle }), ...complete])
}

/** What of the form bounds may rest on: where the notice relaxes them for some, or counts ages on a day of its own, a person looks. */
function formHeld({ sentences }: Notice, form: FormTypes): FormTypes {
  const relaxing = sentences.filter(({ folded }) => /放宽|破格/.test(folded))
  if (relaxing.some(({ folded }) => !/岁|年龄/.test(folded) && /条件|要求|限制/.test(folded))) return UNTYPED.form
  const isOfAges = relaxing.length > 0 || sentences.some(({ folded }) => isAgeOnAnotherDay(folded))
  return isOfAges ? withoutAges(form) : form
}

/** «不超过35周岁» without the day on which that counts: a person says which it is. */
const asked = (one: Said<ReadCondition>): Said<ReadCondition> =>
  one.value.type === 'age' || one.value.field === 'age' ? { ...one, value: ask(one.value.title) } : one

const completeness = (form: string | null): Said<ReadCondition> => ({
  value: { id: 'form.complete', title: `${formWord(form ?? '') ?? '申报表'}填写完整` },
  said: '',
})

const ask = (title: string): ReadCondition => ({ id: 'ask', type: 'ask', title })

/** Where a bound is not for all a person looks. */
const UNTYPED = { form: new Map(), counted: new Map() }

/** «满足下列条件之一»: none of them is one by itself. */
const ALTERNATIVES = pattern`${listed('之一 任一 任意一项 其中一项 至少一项 至少满足')}`
const MARK = /^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]/
const levelOf = (line: string): string => (MARK.exec(line)?.[0] ?? '').replace(/[\d一二三四五六七八九十]+/, '')

/** Whether a line stands under «须具备下列条件之一：», up to the next of that line's own level. */
function isAlternative(lines: readonly string[], at: number): boolean {
  const lead = lines.slice(0, at).findLastIndex(line => ALTERNATIVES.test(fold(line)) && fold(line).endsWith(':'))
  const level = levelOf(lines[lead] ?? '')
  return lead >= 0 && !lines.slice(lead + 1, at + 1).some(line => level !== '' && levelOf(line) === level)
}

const NO_CONDITION = pattern`将(?:作为|推荐|给予)|${listed('予以表彰 颁发 具体如下 评选名额')}|(?:以下|下列|如下)条件|如下:?$|:$`

/** A line's years hold for all of its sentences; what a person must look at is one condition, up to a length. */
function ofLine(whole: string, around: Around): Said<ReadCondition>[] {
  // «一、参评对象：2023级全体本科生。»
  const line = whole.replace(/^[一二三四五六七八九十]{1,3}[、.．][^：:，。；]{2,16}[：:]/, '').replace(LABELLED, '')
  if (!around.isParty && ALTERNATIVES.test(fold(line))) return [{ value: ask(titleOf(line)), said: line }]
  const window = windowIn(fold(line))
  const sentences = line.split(/(?<=[。;；])/).map(said => ({ said: said.trim(), folded: fold(said) }))
  const isOfKinds = sentences.some(({ folded }) => OF_A_KIND.test(folded))
  const told = sentences.filter(
    ({ folded }) =>
      folded.length >= 4 &&
      !isAddressees(folded) &&
      !SENT.test(folded) &&
      (!NO_CONDITION.test(folded) || /七个有力/.test(folded)),
  )
  return withAsksMerged(told.flatMap(one => ofSentence(one, isOfKinds ? { ...around, ...UNTYPED } : around, window)))
}

function ofSentence(
  { said, folded }: { said: string; folded: string },
  around: Around,
  window: Window,
): Said<ReadCondition>[] {
  const { form, counted, isParty } = around
  const own = isParty ? partyCheck(folded, window, around) : null
  if (own !== null) return [{ value: own, said }]
  const { checks, rest } = boundsIn(said, form, counted)
  const typed = checks.map(value => ({ value, said }))
  if (checks.length > 0 && rest.every(clause => clause.folded.length < 6)) return typed
  const honour = checks.length > 0 ? null : honourCheck(said, form, window)
  const isQuota = QUOTAS.test(folded) && /推荐/.test(folded)
  const left = rest.filter(clause => !QUOTAS.test(clause.folded) && !(isQuota && mostIn(clause.folded) !== null))
  if (left.length === 0) return typed
  const untold = checks.length === 0 && left.length === rest.length ? said : left.map(clause => clause.said).join('，')
  return [...typed, { value: honour ?? ask(titleOf(untold)), said }]
}

/** How many one may send in is no condition of one application. */
const QUOTAS = pattern`${QUOTA}|(?:各|每个?).{0,16}(?:推荐.{0,6}${AT_MOST}|${AT_MOST}推荐|(?:推荐|报送|申报).{0,8}\d[-—–~至到]{1,2}\d)`
/** How and where papers are sent is no condition of who sends them. */
const SENT = /@|邮箱|(?:报送|发送?)至|填写《|(?:纸质|电子)版|一式/
const EACH = [...RECOMMENDERS, ...listed('学生 教师 团队')]
const PER_APPLICANT = pattern`每(?:[人位件队]|个?${EACH})|限[报推]|${listed('团队 成员 申请人 负责人 额度')}`

/** «每人负责不超过一项»: bounds on applicants that no field of the form tells are asked of a person. */
function untoldBounds(said: string, form: FormTypes): ReadCondition[] {
  if (SENT.test(fold(said)) || /分钟/.test(said)) return []
  const bounded = boundsIn(said, form).rest.filter(({ folded }) => !QUOTAS.test(folded) && mostIn(folded) !== null)
  if (!bounded.some(({ folded }) => PER_APPLICANT.test(folded))) return []
  return [ask(titleOf(bounded.map(one => one.said).join('，')))]
}
