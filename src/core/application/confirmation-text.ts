import { VERDICT_NAMES } from '../judge/outcome-names.ts'
import { zonedTime } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import type { Confirmation } from './confirmation.ts'

type Titled = readonly { readonly id: string; readonly title: string }[]

/** How a condition is called: its title in the call, else its id. */
export const checkTitle = (check: string, checks: Titled): string =>
  typeset(checks.find(({ id }) => id === check)?.title ?? check)

/** A person's verdict in a few words. */
export const personVerdict = ({ verdict, by }: Pick<Confirmation, 'verdict' | 'by'>): string =>
  `${VERDICT_NAMES[verdict]}（${by}）`

/** The same with the condition, when and why: for staff only. */
export const confirmationLine = (one: Confirmation, checks: Titled, timezone: string): string =>
  `${zonedTime(one.at, timezone)}  ${checkTitle(one.check, checks)}：人工核实${VERDICT_NAMES[one.verdict]}（${one.by}：${one.reason}）`
