import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHIPPED_CONFIG } from './shipped-call.ts'

type Fields = Readonly<Record<string, string>>

/** The shipped call with some of its lines changed, as an operator copies it for another notice. */
export const otherCall = (fields: Fields, edit = (call: string) => call): string => {
  const shipped = readFileSync(join(SHIPPED_CONFIG, 'calls', '2024-model-branch.yaml'), 'utf8')
  const live = shipped.replace(/^example: true.*$/m, '')
  return edit(
    Object.entries(fields).reduce(
      (text, [key, value]) =>
        new RegExp(`^${key}:`, 'm').test(text)
          ? text.replace(new RegExp(`^${key}:.*$`, 'm'), `${key}: ${value}`)
          : `${text}\n${key}: ${value}\n`,
      live,
    ),
  )
}

/** Last year's call of the same committee, kept until its export: the same title, names and roster. */
export const lastYears = (): string =>
  otherCall({
    id: '2023-model-branch',
    announced: '2023-05-10',
    deadline: '2023-05-20T10:00:00+08:00',
    cycle: '{ from: 2023-05, to: 2025-05 }',
  })

export const PARTY_DAY = '最佳党日活动'

/** Another call of the same week, with a form and a title of its own; `names`: its naming rules. */
export const sameWeeks = (
  names = "{ subject: '最佳党日活动申报书-{unit}{branch}', file: '最佳党日活动申报书-{unit}{branch}' }",
): string =>
  otherCall(
    {
      id: '2024-party-day',
      title: '大连理工大学最佳党日活动评选',
      short: '最佳党日',
      announced: '2024-05-13',
      deadline: '2024-05-24T10:00:00+08:00',
      form: 'party-day',
    },
    call => call.replace(/^naming:\n {2}subject:.*\n {2}file:.*$/m, `naming: ${names}`),
  )

/** Its form: the shipped one under another title. */
export const partyDayForm = (): string =>
  readFileSync(join(SHIPPED_CONFIG, 'forms', 'party-branch.yaml'), 'utf8').replace(
    /^title:.*$/m,
    `title: ${PARTY_DAY}申报书`,
  )
