import type { Branch, Call } from '../call/call.ts'
import { worded } from '../call/nouns.ts'
import { dateText } from '../dates/date-text.ts'
import { labelOf, requiredOf } from '../form/description.ts'
import { readForm } from '../form/read-form.ts'
import { typeset } from '../text/typography.ts'
import { CONDITIONS, runChecks } from './all-checks.ts'
import type { Check, CheckDescription, Condition, Example } from './check.ts'
import { LEVEL_NAMES, RECIPIENT_NAMES } from './honour-text.ts'
import { boundsText, shownAs } from './value.ts'
import { windowOf } from './window.ts'

const VERDICTS = { pass: '符合', fail: '不符合', review: '待核实' } as const

type Section = { readonly description: CheckDescription; readonly call: Call }

/** What the checks of a call look at and when they say what, in Chinese, with the call's nouns, for staff: Markdown. */
export const conditionsPage = (call: Call): string =>
  worded(
    `# 申报条件的核对办法

<!-- 本页由 shenbao call conditions ${call.id} 根据程序和通知的配置文件生成，请勿手工修改。 -->

适用于：${call.title}（${call.unit}，${dateText(call.announced)}通知）。${call.cycle === null ? '' : `创建周期${dateText(`${call.cycle.from}/${call.cycle.to}`)}。`}

${call.checks.length === 0 ? NO_CHECKS : HOW_IT_IS_DONE}

${call.checks.map((description, index) => section({ description, call }, index + 1)).join('\n\n')}
`,
    call.nouns,
  ).replace(/\n+$/, '\n')

const NO_CHECKS = '本通知没有由系统核对的条件，申报条件由{committee}审核。'

const HOW_IT_IS_DONE = `系统逐项核对{form}，每项给出三种结论之一，并摘录{form}原文作为依据：

- **符合**：{form}中有符合条件的内容。
- **不符合**：已读到相应内容，而且所写内容不符合条件。截止时间前退回{applying}修改，截止后转{committee}研究。
- **待核实**：没有找到、没有读懂，或者是否符合需要人来判断。不影响受理，由{committee}审核。

系统只作初步核对，不评价质量。各项所用的词语、期限、级别都写在通知的配置文件中，需要修改的请联系管理员；“编号”和“词语”后括号中的英文是配置文件中的名称。`

function section(of: Section, number: number): string {
  const { description, call } = of
  const { explanation, words } = CONDITIONS[description.type]
  const parts = [
    `## ${number}. ${typeset(description.title)}`,
    `编号 \`${description.id}\`${limits(description, call)}`,
    `**看什么**：${explanation.looksAt}`,
    asked(of),
    [
      '| 结论 | 什么情况下 |',
      '|---|---|',
      ...(['pass', 'fail', 'review'] as const).map(
        verdict => `| ${VERDICTS[verdict]} | ${explanation[verdict] ?? '不作此结论。'} |`,
      ),
    ].join('\n'),
    wordLists(description, words),
    requiredFields(of),
    ...examplesOf(of).map(({ example, check }, index) => exampleText(example, check, index + 1)),
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function limits({ window, level }: CheckDescription, call: Call): string {
  const days = windowOf(window, call)
  const anchor = window?.anchor === 'announced' ? '通知发布之日' : '申报截止之日'
  const years =
    days === null
      ? ''
      : `；期限：近${window?.years}年，即${dateText(`${days.from}/${days.to}`)}（按${anchor}推算，含首尾两日）`
  return `${years}${level === null ? '' : `；级别：${LEVEL_NAMES[level]}及以上`}。`
}

/** What the call asks in particular: which field, between which bounds, of whom. */
function asked({ description: { type, params }, call }: Section): string {
  const { field, of, from, to, recipients, when } = params
  const label = (one: string) => `“${labelOf(call.form, one)}”`
  const told = [
    field === undefined ? '' : `栏目${label(field)}${of === undefined ? '' : `（占${label(of)}的比例）`}`,
    boundsText(params, shownAs(type, field === undefined ? undefined : call.form.fields[field]?.type)),
    from === undefined ? '' : `不早于${dateText(from)}`,
    to === undefined ? '' : `不晚于${dateText(to)}`,
    recipients === undefined ? '' : `获奖对象：${recipients.map(one => RECIPIENT_NAMES[one]).join('、')}`,
    ...Object.entries(when ?? {}).map(([one, said]) => `只对${label(one)}为“${said}”的核对`),
  ].filter(one => one !== '')
  return told.length === 0 ? '' : `**本通知的要求**：${told.join('；')}。`
}

function wordLists({ words }: CheckDescription, known: Condition['words']): string {
  const lists = Object.entries(words).map(([name, list]) => {
    const told = known === 'any' ? name : `${known[name] ?? name}（\`${name}\`）`
    return `- ${told}：${list.join('、')}`
  })
  return lists.length === 0 ? '' : `**词语**\n\n${lists.join('\n')}`
}

const requiredFields = ({ description: { type }, call }: Section): string =>
  type === 'form.complete' || type === 'complete'
    ? `**必填项**：${requiredOf(call.form)
        .map(field => labelOf(call.form, field))
        .join('、')}`
    : ''

function exampleText(example: Example, { verdict, evidence, note }: Check, number: number): string {
  const written = example.lines.map(line => `> ${line.replaceAll('\t', ' ｜ ').trim()}`).join('  \n')
  const branch = example.branch === undefined ? '' : `（${example.branch}）`
  const quotes = evidence.map(quote => `「${quote.replaceAll('\n', ' ')}」`).join('')
  return `**例${number}**${branch}\n\n${written}\n\n${VERDICTS[verdict]}。${note}${quotes === '' ? '' : `依据：${quotes}`}`
}

/** Examples are written as the shipped form asks: shown are those that this call's form comes to the same of. */
const examplesOf = ({ description: { id, type }, call }: Section) =>
  CONDITIONS[type].explanation.examples.flatMap(example => {
    const check = exampleCheck(example, id, call)
    return check?.verdict === example.verdict ? [{ example, check }] : []
  })

/** The check over an example, read as a form is; null where this call's form isn't written so. */
export function exampleCheck(example: Example, id: CheckDescription['id'], call: Call): Check | null {
  const { branch = '教工第一党支部', lines } = example
  const basics = [call.form.title, '一、基本信息', `党支部名称\t${branch}`, '党支部书记姓名\t陈立新']
  const reading = readForm({ blocks: [...basics, ...lines].map(text => ({ kind: 'paragraph', text })) }, call)
  if (reading.kind !== 'filled') return null
  return runChecks(reading.form, call, rosterRow(branch)).find(one => one.id === id) ?? null
}

const rosterRow = (name: string): Branch => ({ name, type: null, aliases: [], emails: [], excluded: null })
