import type { Branch, Call } from '../../src/core/call/call.ts'
import { dateText } from '../../src/core/dates/date-text.ts'
import { CONDITIONS, runChecks } from '../../src/core/eligibility/all-checks.ts'
import type { Check, CheckDescription, Condition, Example } from '../../src/core/eligibility/check.ts'
import { LEVEL_NAMES } from '../../src/core/eligibility/honour-text.ts'
import { windowOf } from '../../src/core/eligibility/window.ts'
import { labelOf, requiredOf } from '../../src/core/form/description.ts'
import { readForm } from '../../src/core/form/read-form.ts'
import { typeset } from '../../src/core/text/typography.ts'

const VERDICTS = { pass: '符合', fail: '不符合', review: '待核实' } as const

/** docs/conditions.md: what the checks of a call look at, in Chinese, for staff. Throws where an example comes to another verdict. */
export const conditionsPage = (call: Call): string => `# 申报条件的核对办法

<!-- 本页由 npm run docs:conditions 根据程序和 config/calls/${call.id}.yaml 生成，请勿手工修改。 -->

适用于：${call.title}（${call.unit}，${dateText(call.announced)}通知）。${call.cycle === null ? '' : `创建周期${dateText(`${call.cycle.from}/${call.cycle.to}`)}。`}

系统逐项核对申报书，每项给出三种结论之一，并摘录申报书原文作为依据：

- **符合**：申报书中有符合条件的内容。
- **不符合**：已读到相应内容，而且所写内容不符合条件。截止时间前退回申报支部修改，截止后转学院党委研究。
- **待核实**：没有找到、没有读懂，或者是否符合需要人来判断。不影响受理，由学院党委审核。

系统只作初步核对，不评价质量。各项所用的词语、期限、级别都写在通知的配置文件中，需要修改的请联系管理员；“编号”和“词语”后括号中的英文是配置文件中的名称。

${call.checks.map((description, index) => section(description, index + 1, call)).join('\n\n')}
`

function section(description: CheckDescription, number: number, call: Call): string {
  const { explanation, words } = CONDITIONS[description.type]
  const parts = [
    `## ${number}. ${typeset(description.title)}`,
    `编号 \`${description.id}\`${limits(description, call)}`,
    `**看什么**：${explanation.looksAt}`,
    [
      '| 结论 | 什么情况下 |',
      '|---|---|',
      ...(['pass', 'fail', 'review'] as const).map(
        verdict => `| ${VERDICTS[verdict]} | ${explanation[verdict] ?? '不作此结论。'} |`,
      ),
    ].join('\n'),
    wordLists(description, words),
    requiredFields(description, call),
    ...explanation.examples.map((example, index) => exampleText(example, index + 1, { description, call })),
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

function wordLists({ words }: CheckDescription, known: Condition['words']): string {
  const lists = Object.entries(words).map(([name, list]) => {
    const told = known === 'any' ? name : `${known[name] ?? name}（\`${name}\`）`
    return `- ${told}：${list.join('、')}`
  })
  return lists.length === 0 ? '' : `**词语**\n\n${lists.join('\n')}`
}

const requiredFields = ({ id }: CheckDescription, call: Call): string =>
  id === 'form.complete'
    ? `**必填项**：${requiredOf(call.form)
        .map(field => labelOf(call.form, field))
        .join('、')}`
    : ''

function exampleText(example: Example, number: number, at: { description: CheckDescription; call: Call }): string {
  const { verdict, evidence, note } = exampleCheck(example, at.description.id, at.call)
  const written = example.lines.map(line => `> ${line.replaceAll('\t', ' ｜ ').trim()}`).join('  \n')
  const branch = example.branch === undefined ? '' : `（${example.branch}）`
  const quotes = evidence.map(quote => `「${quote.replaceAll('\n', ' ')}」`).join('')
  return `**例${number}**${branch}\n\n${written}\n\n${VERDICTS[verdict]}。${note}${quotes === '' ? '' : `依据：${quotes}`}`
}

/** The check over an example, read as a form is: throws where the form can't be read or the verdict is another. */
export function exampleCheck(example: Example, id: CheckDescription['id'], call: Call): Check {
  const { branch = '教工第一党支部', lines, verdict } = example
  const basics = ['党建工作样板支部申报书', '一、基本信息', `党支部名称\t${branch}`, '党支部书记姓名\t陈立新']
  const reading = readForm({ blocks: [...basics, ...lines].map(text => ({ kind: 'paragraph', text })) }, call)
  if (reading.kind !== 'filled') throw new Error(`${id}: the form of an example is ${reading.kind}: ${lines.join(' ')}`)
  const check = runChecks(reading.form, call, rosterRow(branch)).find(one => one.id === id)
  if (check?.verdict !== verdict) throw new Error(`${id}: ${lines.join(' ')} is ${check?.verdict}, not ${verdict}`)
  return check
}

const rosterRow = (name: string): Branch => ({ name, type: null, aliases: [], emails: [], excluded: null })
