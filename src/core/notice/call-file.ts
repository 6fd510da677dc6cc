import { BRANCH } from '../call/applicants.ts'
import { RULE_NAMES } from '../naming/against-examples.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { MASS_BODIES, UNITS } from '../words/unit-words.ts'
import type { ReadApplicants } from './applicants.ts'
import type { Draft } from './draft.ts'
import { comment, type FileItem, type FileLine, type Plain, quoted, value } from './file-line.ts'
import { usualLabel } from './known-labels.ts'
import type { NameTarget } from './name-targets.ts'
import type { ReadRule } from './naming.ts'
import type { Said } from './notice.ts'

/** A file of `calls/` as lines, and what a person must confirm in it: one question a line. */
type CallFile = {
  readonly lines: readonly FileLine[]
  readonly questions: readonly string[]
  /** What the call doesn't hold and a person keeps an eye on; nothing waits for it. */
  readonly remarks: readonly string[]
}

/** `rosters`: those that the folder has already, as candidates. */
type Naming = { readonly id: string; readonly rosters: readonly string[] }

type Asked = { readonly line: FileLine; readonly question: string | null }

export function callFile(draft: Draft, { id, rosters }: Naming): CallFile {
  const { head, cycle, form, contact } = draft
  const asked = [
    asking('title', head.title, '请确认标题'),
    unitLine(head),
    ...(head.university === null
      ? []
      : [sure(value('university', head.university.value, quoted(head.university.said)))]),
    sure(value('form', form === null ? null : id, form === null ? '没有申报表' : '')),
    sure(value('wording', id)),
    announcedLine(head),
    deadlineLine(draft),
    ...(cycle === null ? [] : [sure(value('cycle', { ...cycle.value }, quoted(cycle.said)))]),
    applicantLine(draft, id, rosters),
    ...namingLines(draft),
    ...deliverableLines(draft),
    ...conditionLines(draft),
  ]
  const remarks = draft.remarks.map(({ about, said }) => `${about}：${quoted(said)}`)
  const { mailbox, asked: whom } = contact
  return {
    lines: [
      ...(mailbox === null
        ? []
        : [comment(`邮箱（service.yaml 的 mailbox）：${mailbox.value} ${quoted(mailbox.said)}`)]),
      ...(whom === null ? [] : [comment(`联系人（service.yaml 的 staff.contact）：${quoted(whom.said)}`)]),
      value('id', id),
      ...asked.map(({ line }) => line),
      ...(remarks.length === 0 ? [] : [comment('通知中未写入本文件、由人掌握的要求：'), ...remarks.map(comment)]),
    ],
    remarks,
    questions: asked.flatMap(({ question }) => (question === null ? [] : [question])),
  }
}

const sure = (line: FileLine): Asked => ({ line, question: null })

const open = (key: string, question: string): Asked => ({ line: value(key, null, question), question })

const asking = (key: string, said: Said<string> | null, question: string): Asked =>
  said === null ? open(key, `${question}：通知未写明`) : sure(value(key, said.value, quoted(said.said)))

function unitLine({ unit, several }: Draft['head']): Asked {
  if (several.length === 0) return asking('unit', unit, '请确认主办单位')
  return open('unit', `请确认主办单位：联合发文 候选：${several.join('；')}`)
}

function announcedLine({ announced: { day, candidates, said } }: Draft['head']): Asked {
  if (day !== null || said === null) return asking('announced', day, '请确认通知日期')
  return open('announced', `请确认通知日期：${quoted(said)} 候选：${candidates.join('；')}（未写年份）`)
}

/** Never decided. */
function deadlineLine({ deadline: { candidates, said } }: Draft): Asked {
  const sentence = said[0] === undefined ? '通知中未找到' : quoted(said[0])
  const listed = candidates.map(({ at, why }) => (why === '' ? at : `${at}（${why}）`)).join('；')
  return open('deadline', `请确认截止时间：${sentence}${listed === '' ? '' : ` 候选：${listed}`}`)
}

function applicantLine({ applicants, form }: Draft, id: string, rosters: readonly string[]): Asked {
  if (applicants === null) return open('applicant', '请确认由谁申报：名册（roster: 文件名）或表中的一栏（key: 字段）')
  const { key, inRoster, shown, several } = applicants.value
  const many = several === null ? {} : { several: several.most === null ? { by: several.by } : { ...several } }
  const own = key === BRANCH ? {} : { key }
  if (!inRoster) {
    const given: Plain = { ...own, ...(shown === null ? {} : { shown }), ...many }
    return sure(value('applicant', given, restsOn(applicants, form)))
  }
  const candidates = rosters.length === 0 ? '' : ` 候选：${rosters.join('；')}`
  const without = key === BRANCH ? '' : withoutRoster(key, form)
  const question = `请确认名册：填好 ${id}.roster.csv 并写上文件名${without} ${quoted(applicants.said)}${candidates}`
  return { line: value('applicant', { roster: null, ...own, ...many }, question), question }
}

/** The field that tells who applies where no roster does: of the unit if the form asks for it, else of what is applied with. */
function withoutRoster(key: string, form: Draft['form']): string {
  const fields = form?.fields ?? []
  if (form === null || fields.some(({ id }) => id === key)) return `；没有名册的，改为 { key: ${key} }`
  const own =
    fields.find(({ label }) => NAMES_UNIT.test(label)) ??
    fields.find(({ id }) => TELLING.includes(id)) ??
    fields.find(({ required, type }) => required && type !== 'phone')
  return own === undefined ? '' : `；没有名册的，改为 { key: ${own.id} }（${own.label}）`
}

const NAMES_UNIT = pattern`${[...UNITS, ...MASS_BODIES, ...listed('班级 名称')]}(?:[（(].*[)）])?$`
const TELLING = listed('project team work club caseName studentNo name')

const restsOn = ({ value: { key }, said }: Said<ReadApplicants>, form: Draft['form']): string => {
  if (form === null) return ''
  const label = [...form.fields, ...form.sections].find(({ id }) => id === key)?.label ?? usualLabel(key)
  return said === '' ? `按表中的“${label}”区分申报人` : quoted(said)
}

function namingLines(draft: Draft): Asked[] {
  const { naming, form, applicants } = draft
  const { subject, file, archive } = naming
  const rules = Object.entries({ subject, file, archive }).filter(([, rule]) => rule !== undefined)
  if (rules.length === 0) return []
  const fields = form === null ? [] : [...form.fields, ...form.sections].map(({ id }) => id)
  const known = new Set(['unit', applicants?.value.key ?? '', ...fields])
  const items = rules.map(([target, rule]) => ruleItem(target, rule as Said<ReadRule>, form === null ? null : known))
  return [
    sure({
      kind: 'items',
      key: 'naming',
      items: [...items.map(({ item }) => item), ...exampleItem(draft)],
      isList: false,
    }),
    ...items.flatMap(({ question }) => (question === null ? [] : [{ line: comment(question), question }])),
  ]
}

/** `known`: what may be a token; null where no form tells. */
function ruleItem(target: string, { value: rule, said }: Said<ReadRule>, known: ReadonlySet<string> | null): RuleItem {
  const strange = strangeIn(rule, known)
  const isWritten = rule.rule !== null && strange.length === 0
  const item = { key: target, value: isWritten ? rule.rule : null, comment: quoted(said) }
  const question = `请确认${RULE_NAMES[target as NameTarget]}的命名：${whyAsked(rule, strange)} ${quoted(said)}`
  return { item, question: isWritten ? null : question }
}

function strangeIn({ unknown, tokens, words }: ReadRule, known: ReadonlySet<string> | null): readonly string[] {
  const unasked = tokens.filter(token => known !== null && !known.has(token))
  return [...new Set([...unknown, ...unasked.map(token => words.get(token) ?? usualLabel(token))])]
}

function whyAsked({ text, example, thought, misfit }: ReadRule, strange: readonly string[]): string {
  if (misfit !== undefined) return `通知的例子“${example}”不符合读出的“${text}”：${misfit}`
  if (thought !== undefined) return `通知只举了例子“${example}”${thought === null ? '' : ` 候选：${thought}`}`
  return text === '' ? '未能读出规则' : `“${text}”中的“${strange.join('”“')}”不是表中的一栏`
}

/** What `call check` holds the rules against. */
function exampleItem({ naming }: Draft): FileItem[] {
  const given = Object.entries(naming).flatMap(([target, { value: rule }]) =>
    rule.example === undefined ? [] : [[target, rule.example] as const],
  )
  return given.length === 0 ? [] : [{ key: 'examples', value: Object.fromEntries(given), comment: '通知所举的例子' }]
}

type RuleItem = { readonly item: FileItem; readonly question: string | null }

/** The form alone is the default and isn't written. */
function deliverableLines({ deliverables, form }: Draft): Asked[] {
  const [first, ...others] = deliverables
  if (first?.value.reads === 'form' && form === null)
    return [
      open(
        'deliverables',
        `请确认申报表：通知要求《${first.value.title}》，请附空白表重新生成${besides(others)} ${quoted(first.said)}`,
      ),
    ]
  if (first === undefined && form === null)
    return [open('deliverables', '请确认申报材料：通知未写明，请列出要交的文件（docs/calls.md）')]
  if (first === undefined || (others.length === 0 && first.value.reads === 'form' && first.value.formats === null))
    return []
  const items = deliverables.map(({ value: one, said }): FileItem => {
    const { id, title, formats, required, many, name, reads } = one
    const isForm = reads === 'form'
    const written: Plain = {
      id,
      ...(isForm ? {} : { title }),
      ...(formats === null ? {} : { formats }),
      ...(required ? {} : { required }),
      ...(many ? { many } : {}),
      ...(name === null ? {} : { name }),
      ...(reads === 'rows' ? { reads } : {}),
    }
    return { key: '', value: written, comment: quoted(said) }
  })
  return [sure({ kind: 'items', key: 'deliverables', items, isList: true })]
}

const besides = (others: Draft['deliverables']): string =>
  others.length === 0 ? '' : `；另要求${others.map(({ value: { title } }) => title).join('、')}`

function conditionLines({ conditions }: Draft): Asked[] {
  if (conditions.length === 0) return []
  const items = conditions.map(
    ({ value: one, said }): FileItem => ({ key: '', value: one as Plain, comment: quoted(said) }),
  )
  return [sure({ kind: 'items', key: 'checks', items, isList: true })]
}
