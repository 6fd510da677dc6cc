import type { Call } from '../call/call.ts'
import { formFormats } from '../call/deliverable.ts'
import { type Document, mayHoldForm } from '../document/document.ts'
import type { ChosenForm } from '../judge/chosen-form.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { tidy } from '../naming/normalise.ts'
import { hasOtherPurpose } from '../naming/other-purpose.ts'
import { titleWords } from '../naming/title-words.ts'
import { simplify } from '../naming/traditional.ts'
import { applyingIn } from '../words/applying.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { BRANCHES } from '../words/unit-words.ts'
import { hasCloudLink } from './cloud-link.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'
import { decliningIn } from './wishes/declining.ts'
import { bringsEvidence } from './wishes/evidence-words.ts'
import { withdrawalIn } from './wishes/withdrawal.ts'

/** What comes after one has been chosen, and is sent under the same names. */
const AFTERWARDS = pattern`${listed(
  '中期 验收 总结 结项 检查 揭牌 经验 案例 建设方案 考核 自查 宣传 新闻 推文 经费 创建期 报销 发票 挂牌 授牌 牌匾 展板 结题 采访 参观 通知书 邀请函',
)}`
const LONGEST = 600

/**
 * Whether a mail brings what may be the form for an applicant whom it names, and speaks of the call: «样板支部-教工第一党支部» over a scan is no
 * application's name, and yet nothing else. Of what can't be looked into, or only a link leads to, it may say so in its own words or by a
 * file's name.
 */
export function isBroughtUnder(call: Call, chosen: ChosenForm, brought: Brought): boolean {
  const subject = simplify(tidy(brought.message.subject ?? '').text)
  const own = simplify(ownWords(brought.message.text).slice(0, LONGEST))
  const { topic } = titleWords(call)
  if (topic.length < 2 || !mayBringForm(chosen, brought, call)) return false
  if (hasOtherPurpose(subject, call.title) || AFTERWARDS.test(`${subject}\n${own}`)) return false
  if (branchesIn(subject, call).length === 1 && subject.includes(topic)) return true
  if (chosen.kind === 'absent') return false
  const names = [subject, ...brought.documents.map(({ name }) => simplify(name))].join('\n')
  const all = `${names}\n${own}`
  if (!all.includes(topic)) return false
  const named = branchesIn(all, call).length
  const applies =
    names.includes(topic) || bringsEvidence(all) || applyingIn(call.nouns).some(word => all.includes(word))
  // 教工一支部 is none of the roster, and somebody's.
  return named === 1 ? applies : named === 0 && saysForm(all, call) && namesSomebody(all.replaceAll(topic, ''))
}

/** «不申报样板支部的说明» over a scan: nobody can look into it, and whoever sent it waits for an answer. */
export function isWishOverFile(call: Call, { kind }: ChosenForm, { message }: Brought): boolean {
  const words = `${message.subject ?? ''}\n${ownWords(message.text).slice(0, LONGEST)}`
  if (kind !== 'unreadable' || !applyingIn(call.nouns).some(word => words.includes(word))) return false
  return (withdrawalIn(words) ?? decliningIn(words)) !== null && branchesIn(words, call).length === 1
}

const namesSomebody = (text: string): boolean => BRANCHES.some(word => text.includes(word))

const saysForm = (own: string, call: Call): boolean => {
  const { topic, document } = titleWords(call)
  return own.includes(topic) && own.includes(document)
}

const MAY_BE: readonly ChosenForm['kind'][] = ['unreadable', 'unread', 'absent', 'format']

/** A file of its own, or the link to one. */
const mayBringForm = (chosen: ChosenForm, { message, documents }: Brought, call: Call): boolean =>
  chosen.kind === 'none'
    ? hasCloudLink(ownWords(message.text))
    : MAY_BE.includes(chosen.kind) &&
      documents.some(one => mayBeForm(one, call) || (one.kind === 'image' && saysForm(ownWords(message.text), call)))

type Brought = { readonly message: Message; readonly documents: readonly Document[] }

const mayBeForm = (one: Document, { deliverables }: Call): boolean =>
  one.status === 'unreadable' || formFormats(deliverables).includes(one.kind) || mayHoldForm(one)
