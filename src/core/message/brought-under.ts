import type { Call } from '../call/call.ts'
import { formFormats } from '../call/deliverable.ts'
import type { Document } from '../document/document.ts'
import type { ChosenForm } from '../judge/chosen-form.ts'
import { MAY_HOLD_FORM } from '../judge/form-brought.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { tidy } from '../naming/normalise.ts'
import { hasOtherPurpose } from '../naming/other-purpose.ts'
import { titleWords } from '../naming/title-words.ts'
import { simplify } from '../naming/traditional.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'

/** What comes after one has been chosen, and is sent under the same names. */
const AFTERWARDS = pattern`${listed(
  '中期 验收 总结 结项 检查 揭牌 经验 案例 建设方案 考核 自查 宣传 新闻 推文 经费 创建期',
)}`
const LONGEST = 600

/**
 * Whether a mail brings what may be the form for an applicant whom its subject names, and speaks of the call: «样板支部-教工第一党支部» over a
 * scan is no application's name, and yet nothing else. What can't be looked into is enough said of in the mail's own words.
 */
export function isBroughtUnder(call: Call, chosen: ChosenForm, { message, documents }: Brought): boolean {
  const subject = simplify(tidy(message.subject ?? '').text)
  const isClosed = chosen.kind === 'unreadable' || chosen.kind === 'unread'
  if (!isClosed && chosen.kind !== 'absent' && chosen.kind !== 'format') return false
  if (!documents.some(one => mayBeForm(one, call)) || branchesIn(subject, call).length !== 1) return false
  const own = simplify(ownWords(message.text).slice(0, LONGEST))
  if (hasOtherPurpose(subject, call.title) || AFTERWARDS.test(`${subject}\n${own}`)) return false
  const { topic, document } = titleWords(call)
  if (topic.length < 2) return false
  return subject.includes(topic) || (isClosed && own.includes(topic) && own.includes(document))
}

type Brought = { readonly message: Message; readonly documents: readonly Document[] }

const mayBeForm = ({ kind, status }: Document, { deliverables }: Call): boolean =>
  status === 'unreadable' || formFormats(deliverables).includes(kind) || MAY_HOLD_FORM.includes(kind)
