import { zonedTime } from '../text/time.ts'
import type { Amendment, Change, RosterRow } from './amendment.ts'

/** What was amended, for staff. */
export const amendmentText = ({ change }: Pick<Amendment, 'change'>, timezone: string): string => {
  switch (change.kind) {
    case 'deadline':
      return `截止时间延长至${zonedTime(new Date(change.to), timezone)}`
    case 'roster':
      return change.branch === null ? `名册增加${rowSaid(change.row)}` : `名册更正${correction(change)}`
    case 'exclude':
      return `${change.branch}不在本次推荐范围`
    case 'restore':
      return `${change.branch}恢复申报资格`
    default:
      return change satisfies never
  }
}

const correction = ({ branch, row }: Extract<Change, { kind: 'roster' }>): string =>
  branch === row.name ? rowSaid(row) : `${branch}为${rowSaid(row)}`

const rowSaid = ({ name, aliases, emails }: RosterRow): string => {
  const more = [
    ...(aliases.length === 0 ? [] : [`别名${aliases.join('、')}`]),
    ...(emails.length === 0 ? [] : [`邮箱${emails.join('、')}`]),
  ]
  return `${name}${more.length === 0 ? '' : `（${more.join('；')}）`}`
}

/** The same with who amended it, when and why: for staff only. */
export const amendmentLine = (amendment: Amendment, timezone: string): string =>
  `${zonedTime(amendment.at, timezone)}  ${amendmentText(amendment, timezone)}（${amendment.by}：${amendment.reason}）`
