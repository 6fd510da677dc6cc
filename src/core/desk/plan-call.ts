import type { Wish } from '../call/amending.ts'
import type { Call } from '../call/call.ts'
import { worded } from '../call/nouns.ts'
import { clean } from '../text/quote.ts'
import { chooseApplicant } from './choose-applicant.ts'
import type { CallChange, CallCommand } from './command.ts'
import { instantOf } from './said-time.ts'

type CallSight = {
  readonly address: string
  /** The line as it was written. */
  readonly said: string
  readonly calls: readonly Call[]
  readonly now: Date
  readonly timezone: string
}

/** What is to be done for a call, or why it isn't. */
export type CallPlan =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'amend'; readonly call: Call; readonly wish: Wish; readonly reason: string }
  | {
      readonly kind: 'check'
      readonly call: Call
      readonly applicant: string | null
      readonly command: Extract<CallCommand, { what: 'check' }>
    }
  /** A step of the committee's way. */
  | { readonly kind: 'way'; readonly call: Call; readonly command: Exclude<CallCommand, { what: 'amend' | 'check' }> }

const refuse = (why: string): CallPlan => ({ kind: 'refused', why })

/** What a line about a call comes to. */
export function planCall(command: CallCommand, sight: CallSight): CallPlan {
  const chosen = callNamed(command, sight)
  if ('why' in chosen) return refuse(chosen.why)
  const { call } = chosen
  if (command.what === 'check') return planCheck(command, call, sight)
  if (command.what !== 'amend') return { kind: 'way', call, command }
  const wish = wishOf(command.change, call, sight)
  return 'why' in wish ? refuse(wish.why) : { kind: 'amend', call, wish, reason: command.reason }
}

type Chosen = { readonly call: Call } | { readonly why: string }

/** How a line is written that somebody may have put into a whole sentence. */
const WORDS: Partial<Readonly<Record<CallCommand['what'], string>>> = {
  remind: '催报',
  summary: '汇总',
  papers: '评审材料',
}

/** With more than one call a line must say which. */
function callNamed(command: CallCommand, { calls, said }: CallSight): Chosen {
  const found = command.call === null ? calls : calls.filter(({ id }) => id === command.call)
  const [only, ...others] = found
  if (only === undefined) return { why: '没有这一通知' }
  if (others.length === 0) return { call: only }
  const lines = calls.map(({ short }) => `“${short} ${WORDS[command.what] ?? clean(said, 80)}”`)
  return { why: `现有几个通知，行首须写明是哪一个，请照此另写一行：${lines.join('；')}` }
}

function planCheck(command: Extract<CallCommand, { what: 'check' }>, call: Call, { address }: CallSight): CallPlan {
  if (command.applicant === null) {
    const own = call.roster.filter(({ name }) => isNamedFor(name, call, address)).map(({ name }) => name)
    if (own.length > 0)
      return refuse(`您的地址在名册中列于${own.join('、')}，按回避要求不能一次核实全部：请逐个核实其他各个`)
    return { kind: 'check', call, applicant: null, command }
  }
  // Whoever is of no row by name is looked for among those who applied.
  if (!call.applicant.inRoster || call.applicant.several !== null)
    return { kind: 'check', call, applicant: command.applicant, command }
  const chosen = chooseApplicant(command.applicant, call)
  if ('why' in chosen) return refuse(chosen.why)
  if (isNamedFor(chosen.name, call, address)) return refuse(worded(OWN, call.nouns))
  return { kind: 'check', call, applicant: chosen.name, command }
}

const OWN = '您的地址在名册中列于该{applicant}，按回避要求请由其他工作人员办理'

/** Whether the roster's row of the branch names the address. */
export const isNamedFor = (branch: string, { roster }: Call, address: string): boolean =>
  roster.some(({ name, emails }) => name === branch && emails.some(email => email.toLowerCase() === address))

type Wished = Wish | { readonly why: string }

function wishOf(change: CallChange, call: Call, { now, timezone, address }: CallSight): Wished {
  if (change.what === 'deadline') {
    const to = instantOf(change.to, now, timezone)
    return to === null ? { why: '没有这个日期' } : { what: 'deadline', to }
  }
  if (change.what === 'add') return change
  const chosen = chooseApplicant(change.branch, call)
  if ('why' in chosen) return chosen
  if (isNamedFor(chosen.name, call, address)) return { why: worded(OWN, call.nouns) }
  return { ...change, branch: chosen.name }
}
