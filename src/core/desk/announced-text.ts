import type { Applicant } from '../call/applicant.ts'
import type { Call } from '../call/call.ts'
import { clean } from '../text/quote.ts'
import { listed, namesOf } from './listed.ts'
import { isNamedFor } from './plan-call.ts'

type Letter = {
  readonly applicant: Applicant
  readonly before: string | null
  readonly mail: { readonly to: readonly { readonly address: string }[] }
}

type Announced = {
  readonly call: Call
  readonly groups: readonly { readonly result: string; readonly applicants: readonly Applicant[] }[]
  readonly letters: readonly Letter[]
  readonly told: readonly Applicant[]
  readonly unreachable: readonly Applicant[]
  readonly blank: readonly Applicant[]
  readonly missing: readonly Applicant[]
  readonly notice: readonly string[]
}

/** What stands in the returned 汇总表, who of the group is told, who can't be, and 公示 to copy. */
export function announcedTexts(announced: Announced, group: string): readonly string[] {
  const { groups, letters, told, unreachable, blank, missing, notice } = announced
  const corrections = letters.filter(({ before }) => before !== null).map(({ applicant }) => applicant)
  const named = (words: string, applicants: readonly Applicant[]) =>
    applicants.length === 0 ? [] : [`${words}：${namesOf(applicants.map(({ shown }) => shown))}`]
  return [
    `汇总表：${groups.map(({ result, applicants }) => `${clean(result, 40)}${applicants.length}个`).join('，')}`,
    letters.length === 0
      ? `“${clean(group, 40)}”没有需要发出的通知`
      : `通知结果“${clean(group, 40)}”${letters.length}封：`,
    ...listed(letters.map(({ applicant, mail }) => `${clean(applicant.shown, 80)}（${addressesOf(mail.to)}）`)),
    ...named('此前通知的结果不同，作为更正发出', corrections),
    ...named('已通知过，不再发', told),
    ...named('没有可用的邮箱，请另行通知', unreachable),
    ...named('未填写结果', blank),
    ...named('汇总表中没有', missing),
    ...(notice.length === 0 ? [] : ['公示文稿（可直接复制）：', ...notice]),
  ]
}

const addressesOf = (to: Letter['mail']['to']): string => to.map(({ address }) => clean(address, 80)).join('、')

/** Those whom somebody may not decide on: the roster names the address for them, or the letter goes to it. */
export const ownAmong = ({ call, letters }: Pick<Announced, 'call' | 'letters'>, address: string): readonly string[] =>
  letters
    .filter(
      ({ applicant, mail }) =>
        isNamedFor(applicant.key, call, address) || mail.to.some(to => to.address.toLowerCase() === address),
    )
    .map(({ applicant }) => applicant.shown)
