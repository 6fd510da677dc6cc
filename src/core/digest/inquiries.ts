import { type Block, paragraph, section } from '../letter/letter.ts'
import { quote } from '../text/quote.ts'
import { answeredFact } from './by-mail.ts'
import { callPrefix } from './call-name.ts'
import type { DigestFacts } from './facts.ts'
import { senderFacts } from './sender-text.ts'

const SHOWN = 50
const ANSWERED = '从申报邮箱直接回信的，下一期日报起不再列出；以其他方式答复的，请登记。'

/** Questions are never answered by the machine. */
export function inquiries(digest: DigestFacts): readonly Block[] {
  const { inquiries: asked, timezone, desk } = digest
  if (asked.length === 0) return section('咨询来信', [paragraph('没有新的咨询来信。')])
  const items = asked.slice(0, SHOWN).map(question => {
    const [from, subject, received] = senderFacts(question, timezone)
    return {
      title: `${callPrefix(question.call ?? null, digest)}${quote(question.subject ?? '') || subject?.value || '（无主题）'}（邮件编号${question.id}）`,
      facts: [
        ...[from, received].filter(fact => fact !== undefined),
        ...(question.question ? [{ label: '问题', value: quote(question.question) }] : []),
        desk === undefined
          ? {
              label: '办结',
              value: `shenbao decide ${question.id} close --by 姓名 --reason 已答复`,
              exact: true as const,
            }
          : answeredFact(question.id, digest.mailbox),
      ],
    }
  })
  const rest = asked.length - SHOWN
  return section(`咨询来信（${asked.length}件，系统不自动答复）`, [
    paragraph(ANSWERED),
    { kind: 'items', items, unnumbered: true },
    ...(rest > 0 ? [paragraph(`另有${rest}件未逐一列出，请用shenbao list查看。`)] : []),
  ])
}
