import type { SettledCheck } from '../application/confirmation.ts'
import { isUnsettled } from '../application/confirmation.ts'
import { personVerdict } from '../application/confirmation-text.ts'
import { countedNoun } from '../call/applicants.ts'
import { signedBy, worded } from '../call/nouns.ts'
import { plainText } from '../document/document.ts'
import { labelOf } from '../form/description.ts'
import type { Form, Measure } from '../form/form.ts'
import { readRecognised, recognisedLines } from '../form/recognised-form.ts'
import { VERDICT_NAMES } from '../judge/outcome-names.ts'
import { formatSize } from '../text/size.ts'
import { timeIn, zonedTime } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import { formValue } from './form-value.ts'
import { paperLine, paperLines } from './paper-text.ts'
import type { Evidence, PaperBlock, PaperPage, Papers, PapersDocument, Standing } from './papers.ts'

const QUOTES_SHOWN = 3
const RECOGNISED_SHOWN = 200

/** 评审材料: a table of contents, and a page for each applicant. */
export function papersDocument(papers: Papers): PapersDocument {
  const { call, standing, composedAt, timezone } = papers
  return {
    title: `${paperLine(call.title, 100)}评审材料`,
    subtitle: [
      paperLine(signedBy({ ...call, university: '' }), 80),
      `${timeIn(composedAt, timezone, 'day')}形成，共${standing.length}个${call.applicant.several === null ? worded('{applying}', call.nouns) : countedNoun(call)}`,
      `依据${call.nouns.form}原文整理；条件核对供参考，以人工核实为准。`,
    ],
    contents: ['序号', worded('{applying}', call.nouns), '受理编号', '待核实', '页码'],
    pages: standing.map((one, index) => pageOf(one, index + 1, papers)),
  }
}

function pageOf(one: Standing, place: number, papers: Papers): PaperPage {
  const applicant = paperLine(one.applicant.shown, 80)
  const open = one.checks.filter(isUnsettled).length
  return {
    title: `${place}　${applicant}`,
    brief: [String(place), applicant, one.number, open === 0 ? '—' : `${open}项`],
    blocks: [
      { kind: 'facts', rows: factRows(one, papers) },
      ...checksOf(one, papers),
      ...sectionsOf(one, papers),
      ...evidenceOf(one, papers),
      ...listOf(
        '备注',
        [...one.decision.remarks.map(typeset), ...(one.decision.notes ?? []), ...one.notes].map(note =>
          paperLine(note, 400),
        ),
      ),
      ...unplacedOf(one),
      ...recognitionOf(one, papers),
      ...VOTE,
    ],
  }
}

/** A column to fill in at the meeting. */
const VOTE: readonly PaperBlock[] = [
  { kind: 'heading', text: '评审意见' },
  {
    kind: 'table',
    widths: [1, 1, 1, 3],
    head: ['同意推荐', '不同意推荐', '弃权', '意见'],
    rows: [[' ', ' ', ' ', ' ']],
  },
]

/** Where it stands, and each single value of the form under the form's own label. */
function factRows(one: Standing, { call, timezone }: Papers): readonly (readonly [string, string])[] {
  const { form } = one.decision
  const file = one.form
  const { nouns } = call
  const values = Object.entries(call.form.fields).flatMap(([id, { label }]) => {
    const value = formValue(form, id)
    return value === null || value.trim() === '' ? [] : [[label, paperLine(value, 200)] as const]
  })
  return [
    ['受理编号', `${one.number}${one.version === null ? '' : `（第${one.version}版）`}`],
    ['收到时间', one.receivedAt === null ? '待核实' : zonedTime(one.receivedAt, timezone, 'second')],
    [
      nouns.form,
      file === null ? `未随信附${nouns.form}，由人工受理` : `${paperLine(file.name, 120)}（${formatSize(file.bytes)}）`,
    ],
    ...values,
    ...(one.listed ? [] : [['名册', '不在名册中'] as const]),
  ]
}

const TABLE_OF_CHECKS = { widths: [10, 5, 8, 22], head: ['条件', '系统', '人工核实', '说明与依据'] } as const

function checksOf({ checks }: Standing, { call }: Papers): readonly PaperBlock[] {
  if (checks.length === 0) return []
  const title = (id: string) => paperLine(typeset(call.checks.find(one => one.id === id)?.title ?? id), 120)
  const rows = checks.map(check => [
    title(check.id),
    VERDICT_NAMES[check.verdict],
    check.person === null ? '' : paperLine(`${personVerdict(check.person)}：${check.person.reason}`, 200),
    groundsOf(check),
  ])
  return [
    { kind: 'heading', text: '条件核对' },
    { kind: 'table', ...TABLE_OF_CHECKS, rows },
  ]
}

function groundsOf({ note, evidence }: SettledCheck): string {
  const quotes = evidence.slice(0, QUOTES_SHOWN).map(quote => `“${paperLine(quote, 100)}”`)
  const rest = evidence.length > QUOTES_SHOWN ? [`另有${evidence.length - QUOTES_SHOWN}条`] : []
  return [paperLine(typeset(note), 200), ...quotes, ...rest].filter(line => line !== '').join('\n')
}

/** Each section of the form as it was written, in the form's order; measures with their limits. */
const sectionsOf = ({ decision: { form } }: Standing, { call }: Papers): readonly PaperBlock[] =>
  form === null
    ? []
    : Object.entries(call.form.sections).flatMap(([id, { type }]) => {
        const heading = labelOf(call.form, id)
        if (type === 'measures' && form.measures.length > 0) return measuresOf(heading, form.measures)
        return listOf(heading, paperLines(textOf(id, form)))
      })

const textOf = (id: string, form: Form): string => formValue(form, id) ?? ''

const measuresOf = (heading: string, measures: readonly Measure[]): readonly PaperBlock[] => [
  { kind: 'heading', text: heading },
  {
    kind: 'table',
    widths: [1, 10, 4],
    head: ['序号', '举措', '完成时限'],
    rows: measures.map(({ text, dueText, due }, index) => [
      String(index + 1),
      paperLines(text).join('\n'),
      paperLine(dueText ?? due ?? '', 80),
    ]),
  },
]

const listOf = (heading: string, lines: readonly string[]): readonly PaperBlock[] =>
  lines.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'text', lines },
      ]

function evidenceOf({ evidence }: Standing, { timezone }: Papers): readonly PaperBlock[] {
  const line = ({ name, bytes, receivedAt }: Evidence) =>
    `${paperLine(name, 120)}（${formatSize(bytes)}${receivedAt === null ? '' : `，${timeIn(receivedAt, timezone)}收到`}）`
  return listOf(
    `佐证材料（${evidence.length}件）`,
    evidence.map((one, index) => `${index + 1}. ${line(one)}`),
  )
}

/** What was read and has no place in the form, so that nothing of it is lost. */
const unplacedOf = ({ decision: { form } }: Standing): readonly PaperBlock[] =>
  listOf(
    '未能归类的内容（按原文）',
    (form?.unplaced ?? []).flatMap(({ heading, text }) => [
      ...(heading === '' ? [] : [`${paperLine(heading, 80)}：`]),
      ...paperLines(text),
    ]),
  )

/** What was read of a scan: to look at, nothing was decided by it. */
function recognitionOf({ recognised }: Standing, { call }: Papers): readonly PaperBlock[] {
  const lines = recognised.flatMap(({ recognition }) => {
    if (recognition.state !== 'recognised') return []
    const form = readRecognised(recognition.content, call)
    return form === null ? paperLines(plainText(recognition.content.blocks)) : recognisedLines(form)
  })
  return listOf(
    '识别结果，供参考（扫描件，由系统识别，可能有误）',
    lines.slice(0, RECOGNISED_SHOWN).map(line => paperLine(line, 400)),
  )
}
