import { countedNoun } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { filledIn, type ResultTokens } from '../call/result-wording.ts'
import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import type { Address } from '../message/message.ts'
import type { OutgoingMail } from '../sending/outgoing-mail.ts'
import { clean } from '../text/quote.ts'
import { mailingMessageId } from './mailing-id.ts'
import { contactOf, signature } from './parts.ts'
import type { ReplyInput } from './reply.ts'
import { threadOf } from './thread.ts'

/** Somebody who is told a result; `before`: what they were told until then, null: nothing. */
export type ResultTold = {
  readonly call: Call
  readonly applicant: string
  readonly number: string
  readonly result: string
  readonly before: string | null
  readonly to: readonly Address[]
  readonly message: Pick<ReplyInput['message'], 'messageId' | 'references'> | null
  readonly service: ReplyInput['service']
  readonly at: Date
  readonly place: number
}

/** What the wording of results may name. */
const resultTokens = (call: Call, contact: string): ResultTokens => {
  const { title, unit, university, nouns } = call
  return {
    ...{ title: clean(title), unit, university, contact: contactOf({ contact }) },
    ...{ applicant: countedNoun(call), you: addressed(call), form: nouns.form, committee: nouns.committee },
  }
}

/** 你支部; of one of several: 你支部报送的该人选. */
const addressed = (call: Call): string =>
  call.applicant.several === null ? call.nouns.you : `${call.nouns.you}报送的该${countedNoun(call)}`

function letterOf(told: ResultTold): Letter {
  const { call, applicant, number, result, before, service, at } = told
  const name = clean(applicant, 80)
  const tokens = { ...resultTokens(call, service.contact), name, number, result: clean(result, 40) }
  const [lead = '', ...rest] = (call.results.letters[result] ?? []).map(text => filledIn(text, tokens))
  const corrects = before === null ? '' : `更正：此前通知的结果“${clean(before, 40)}”作废，以本邮件为准。`
  return {
    tone: 'plain',
    greeting: `${name}：`,
    lead: `${corrects}${lead}`,
    blocks: [
      ...rest.map(paragraph),
      { kind: 'facts', facts: [{ label: '受理编号', value: number }] },
      paragraph(`如有疑问，请联系${contactOf(service)}。`),
    ],
    signature: signature({ call, composedAt: at, service }),
  }
}

/** The letter of a result, in the thread of the version that stands. */
export function composeResult(told: ResultTold): OutgoingMail {
  const { call, to, message, service, at, place } = told
  return {
    to,
    ...written(`结果通知: ${clean(call.title)}`, letterOf(told)),
    ...(message === null ? { inReplyTo: null, references: [] } : threadOf(message)),
    messageId: mailingMessageId({ call: call.id, kind: 'result', at, place }, service.from.address),
  }
}

/** 公示, to copy: a paragraph each; empty where nobody is in its groups. */
export function publicNotice(
  call: Call,
  results: readonly { readonly applicant: string; readonly result: string }[],
  contact: string,
): readonly string[] {
  const { groups, text } = call.results.notice
  const names = results.filter(({ result }) => groups.includes(result)).map(({ applicant }) => clean(applicant, 80))
  const tokens = { ...resultTokens(call, contact), count: String(names.length), names: names.join('、') }
  return names.length === 0 ? [] : text.map(one => filledIn(one, tokens))
}
