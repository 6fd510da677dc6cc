import type { CallTrial } from '../app.ts'
import { applicantOf } from '../core/judge/decision.ts'
import { OUTCOME_NAMES, VERDICT_NAMES } from '../core/judge/outcome-names.ts'
import { problemTitle } from '../core/judge/problem-text.ts'
import { clean } from '../core/text/quote.ts'
import { textTable } from '../core/text/table.ts'

const WIDEST = 36

/** What `shenbao call check` prints: the mails side by side, the letters, what could go wrong. */
export function trialText({ tried, cautions, nouns }: CallTrial): string {
  const head = ['试用邮件', '主题', '附件', '申报人', '认定', '问题', '条件']
  const rows = tried.flatMap(({ name, judged: { decisions, message } }) =>
    decisions.map(decision => [
      name,
      clean(message.subject ?? ''),
      decision.documents.map(document => document.name).join('、'),
      applicantOf(decision)?.shown ?? '未认定',
      OUTCOME_NAMES[decision.outcome],
      decision.problems.map(problem => problemTitle(problem, nouns)).join('、') || '无',
      verdicts(decision.checks ?? []),
    ]),
  )
  return [
    textTable(head, rows, WIDEST),
    ...tried.map(({ name, judged: { reply } }) =>
      reply === null
        ? `\n【${name}】不答复\n`
        : `\n【${name}】${reply.subject}\n${reply.text.replace(/^/gm, '  | ')}\n`,
    ),
    '\n需要留意：\n',
    ...(cautions.length === 0 ? ['  没有发现问题\n'] : cautions.map((caution, at) => `  ${at + 1}. ${caution}\n`)),
  ].join('')
}

const verdicts = (checks: readonly { readonly verdict: keyof typeof VERDICT_NAMES }[]): string =>
  [...Map.groupBy(checks, ({ verdict }) => verdict)]
    .map(([verdict, some]) => `${VERDICT_NAMES[verdict]}${some.length}`)
    .join(' ') || '无'
