import type { Judged } from '../app.ts'
import { recognisedLines } from '../core/form/recognised-form.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import { OUTCOME_NAMES, RELATION_NAMES, VERDICT_NAMES } from '../core/judge/outcome-names.ts'
import { clean } from '../core/text/quote.ts'
import { zonedTime } from '../core/text/time.ts'

const QUOTE_LIMIT = 120

const UNRECOGNISED: Readonly<Record<NonNullable<Judged['unrecognised']>, string>> = {
  failed: '识别结果：扫描件未能识别（图像不清、超出limits.ocr的时限，或识别组件不可用）',
  'no-form': '识别结果：已识别，不是本通知填写好的表',
}

const CLOCKS: Readonly<Record<NonNullable<Decision['clock']>, string>> = {
  received: '按收信服务器所记',
  internaldate: '按邮箱所记',
  argument: '按命令所给',
}

/** What `shenbao judge` prints for people: what was decided of each entry, and the reply it would send. */
export function judgeText(judged: Judged, timezone: string): string {
  const { file, message, decisions, reply, recognised, unrecognised } = judged
  const [{ receivedAt, clock }] = decisions
  const lines = [
    `${file}`,
    `  主题：${clean(message.subject ?? '')}`,
    `  发件人：${clean(message.from[0]?.address ?? '–')}`,
    receivedAt === null || clock === null
      ? '  收到：时间不明，可用 --received 给出'
      : `  收到：${zonedTime(new Date(receivedAt), timezone, 'second')}，${CLOCKS[clock]}`,
    ...decisions.flatMap(entryLines),
    ...(recognised === null
      ? []
      : ['  识别结果（供参考）：', ...recognisedLines(recognised).map(line => `    ${line}`)]),
    ...(unrecognised === null ? [] : [`  ${UNRECOGNISED[unrecognised]}`]),
    ...(reply === null
      ? ['  不答复']
      : ['', `  答复 ${reply.to[0].address}：${reply.subject}`, '', reply.text.replace(/^/gm, '  | ')]),
  ]
  return `${lines.join('\n')}\n\n`
}

const entryLines = (decision: Decision): readonly string[] => [
  `  认定：${RELATION_NAMES[decision.relation]}，${clean(applicantOf(decision)?.shown ?? '申报人未定')}，${OUTCOME_NAMES[decision.outcome]}（${decision.outcome}）`,
  ...decision.problems.map(
    ({ code, seen, remedy }) => `  问题：${code}${seen === null ? '' : `「${clean(seen)}」`}：${remedy}`,
  ),
  ...(decision.checks ?? []).flatMap(({ id, verdict, note, evidence }) => [
    `  条件：${VERDICT_NAMES[verdict]}  ${id}：${note}`,
    ...evidence.map(quote => `        依据：「${clean(quote, QUOTE_LIMIT)}」`),
  ]),
]
