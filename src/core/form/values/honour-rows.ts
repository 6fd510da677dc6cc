import type { Notion } from '../../words/notions.ts'
import { onceForText } from '../../words/once-for.ts'
import { readNotions } from '../../words/read-notions.ts'
import { labelKey } from '../evidence/label.ts'
import type { RecipientKind } from '../form.ts'

const MAY: readonly Notion[] = ['branch', 'secretary', 'member', 'honour', 'filler', 'name', 'recipient', 'result']

/** «支部及书记荣誉». */
const OF_SEVERAL = /支部[及和与、]/

/** Whose honours a row or a line over them says it is about: «(一)党支部获奖情况», 支部成员; null where it says nothing of that. */
export const whoseRow = onceForText((text): RecipientKind | null => {
  const key = labelKey(text)
  if (key === '' || key.length > 16 || OF_SEVERAL.test(key)) return null
  const parts = readNotions(key)
  const told = new Set(parts.flatMap(({ notions }) => notions))
  if (!parts.every(({ notions }) => notions.some(notion => MAY.includes(notion)))) return null
  if (key.startsWith('集体')) return 'branch'
  if (told.has('secretary')) return told.has('member') ? null : 'secretary'
  if (told.has('member')) return 'member'
  return told.has('branch') ? 'branch' : null
})
