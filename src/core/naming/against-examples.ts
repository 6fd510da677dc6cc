import type { Call } from '../call/call.ts'
import { ANY, keywordOf, type NameRule, templateOf } from '../call/name-rule.ts'
import { misfit } from './example-misfit.ts'

export const RULE_NAMES = { subject: '邮件主题', file: '文件', archive: '压缩包' } as const

/** The trial mails are named by the rules, so that only the notice's own examples can tell that a rule is wrong. */
export function againstExamples({ naming, unit, university, form: { fields } }: Call): readonly string[] {
  const { examples = {} } = naming
  return (['subject', 'file', 'archive'] as const).flatMap(target => {
    const example = examples[target]
    const rule = naming[target] ?? ANY
    const why = example === undefined ? null : misfit(example, rule, { unit, university, fields })
    return why === null
      ? []
      : [`通知举例的${RULE_NAMES[target]}“${example}”不符合命名规则“${shown(rule)}”：${why}；照例子命名的申报会被退回`]
  })
}

const shown = (rule: NameRule): string => templateOf(rule) ?? keywordOf(rule) ?? ''
