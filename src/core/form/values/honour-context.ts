import type { Month } from '../../call/call.ts'
import { levelOfGrantor, levelSaid, levelsIn } from '../../honours/level.ts'
import { arePeople, type RecipientContext, readRecipient, recipientOfHonour } from '../../honours/recipient.ts'
import { isNamed } from '../../honours/surnames.ts'
import { anyOf } from '../../words/any-of.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { Level, RecipientKind } from '../form.ts'

/** What is known of the form when its honours are read. */
export type HonourContext = RecipientContext & {
  /** What «至今» means. */
  readonly today: Month
}

const BODY_END = new RegExp(
  `${anyOf(listed('委员会 党委 大学 学校 学院 学部 教育部 中组部 省委 市委 工委 组织部 工作部 研究生院 学生处 团委 人事处 宣传部 教育厅 政府 工会 局'))}$`,
)

/** «大连理工大学党委发文», «校党委颁发». */
const GIVES = pattern`${listed('发文 颁发 授予 评选 表彰')}$`
export const withoutGiving = (words: string): string => words.replace(GIVES, '')

/** Whether words name a body that may grant an honour. */
export const isBody = (words: string): boolean => words.length <= 30 && BODY_END.test(withoutGiving(words))

/** The level by its own column (two of them are none), else by who grants, else as said in the honour's name. */
export function levelOf(written: string, grantedBy: string | null, name: string | null): Level {
  const [said, other] = levelSaid(written) === 'unknown' ? levelsIn(written) : [levelSaid(written)]
  if (said !== undefined) return other === undefined ? said : 'unknown'
  const granted = levelOfGrantor(grantedBy ?? '')
  if (granted !== 'unknown') return granted
  const named = levelSaid(name ?? '')
  return named === 'unknown' && grantedBy === null ? levelOfGrantor(name ?? '') : named
}

/** «集体» in the column 获奖对象 names nobody. */
const NOBODY = /^(?:集体|个人)$/

/** Whose honour it is: by who is named, else by the row's label, else by the honour's own name. */
export function recipientKindOf(
  named: string | null,
  labelled: RecipientKind | null,
  at: { readonly name: string | null; readonly context: HonourContext },
): RecipientKind {
  if (named === null || NOBODY.test(named)) return labelled ?? recipientOfHonour(at.name ?? '')
  const kind = readRecipient(named, at.context)
  // Who the secretary is may not be known: «优秀党支部书记» is nobody else's.
  const isSecretarys =
    at.context.secretary === null && isNamed(named) && recipientOfHonour(at.name ?? '') === 'secretary'
  if (kind === 'unknown' && isSecretarys) return 'secretary'
  const mayBeMember = PERSON.test(named) || (at.context.secretary === null && arePeople(named))
  return kind === 'unknown' && labelled === 'member' && mayBeMember ? labelled : kind
}

const PERSON = /^\p{Script=Han}{2,4}$/u
