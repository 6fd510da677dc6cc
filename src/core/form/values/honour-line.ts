import { arePeople, readSubject } from '../../honours/recipient.ts'
import { isNamed } from '../../honours/surnames.ts'
import { columnKinds } from '../../words/label-kinds.ts'
import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import type { RecipientKind } from '../form.ts'
import { type HonourContext, isBody, withoutGiving } from './honour-context.ts'
import { isHonourName, quotedNames, withoutFeast } from './honour-name.ts'

/** What a line of a list tells beside its date. */
type ListLine = {
  readonly names: readonly string[]
  readonly recipient: string | null
  readonly grantedBy: string | null
}

const LONGEST = 120
const LONGEST_QUALIFIER = 14
const BETWEEN = /[\s,，;；。:：|()（）+＋]+/
const LEVEL = /^[^\s]{0,4}级$/
/** «大工党发〔2022〕12号», numbers of rows, and words in another language. */
const NUMBER = /号$|^[\d.、]*$|^[a-z.&'’-]+$/i
/** «优秀共产党员李文博»: the person behind the honour. */
const HONOURED = listed('员 者 兵 个人 教师 学生 书记 干部 名师 能手 奖章 毕业生 研究生 班主任 导师')
const OF_PERSON = pattern`${HONOURED}$`
const WITH_PERSON = patternWith('u')`^(.{4,20}${HONOURED})(\p{Script=Han}{2,3})$`

/**
 * A line without a verb, its dates taken out: «大连理工大学先进党支部（校党委）», «优秀共产党员，李文博，校级». It is one only where
 * each of its pieces is a name of an honour, somebody who gets it, a body, a level or a number: else it is prose.
 */
export function readListLine(line: string, labelled: RecipientKind | null, context: HonourContext): ListLine | null {
  if (line.length > LONGEST) return null
  const names: string[] = []
  const recipients: string[] = []
  const bodies: string[] = []
  const pieces = line.split(BETWEEN).flatMap(piecesOf)
  for (const [at, piece] of pieces.entries()) {
    const isBefore = quotedNames(pieces[at + 1] ?? '').length > 0 && piece.length <= LONGEST_QUALIFIER
    const quoted = quotedNames(piece)
    if (quoted.length > 0) names.push(...quoted)
    else if (piece.split('、').every(isHonourName)) names.push(...piece.split('、'))
    else if (isBody(piece)) bodies.push(withoutGiving(piece))
    else if (LEVEL.test(piece) || NUMBER.test(piece)) continue
    else if (readSubject(piece, context) !== 'unknown' || isNamed(piece) || piece.includes('支部'))
      recipients.push(piece)
    // «成员：楼望舒2023年6月……», «楼望舒：2023年6月……»: there a name needs no common surname.
    else if (
      arePeople(piece) &&
      (labelled === 'member' ||
        (at === 0 && isInFront(line, pieces)) ||
        isBehind(pieces, at, line) ||
        areSeveral(piece, pieces))
    )
      recipients.push(piece)
    // «辽宁省教育系统“优秀共产党员”».
    else if (!isBefore) return null
  }
  if (names.length === 0) return null
  return { names, recipient: orNull(recipients), grantedBy: orNull(bodies) }
}

/** «优秀共产党员 鱼跃江、詹天和 校党委» */
const areSeveral = (piece: string, pieces: readonly string[]): boolean =>
  piece.includes('、') && pieces.some(isOfPerson)
const isOfPerson = (piece: string): boolean => isHonourName(piece) && OF_PERSON.test(piece)

/** «优秀毕业生（申屠静）», «校优秀共产党员 步惊澜» at the end of its line. */
function isBehind(pieces: readonly string[], at: number, line: string): boolean {
  const [before = '', piece = ''] = [pieces[at - 1], pieces[at]]
  if (!isHonourName(before)) return false
  return /^[)）]/.test(line.split(piece)[1] ?? '') || (at === pieces.length - 1 && OF_PERSON.test(before))
}

/** «詹天和、鱼跃江：2023年……»; «鄢思敏，2023年，优秀教师», where it is a person's honour. «获奖时间：» is a label, and nobody. */
function isInFront(line: string, pieces: readonly string[]): boolean {
  const [, names = '', mark] = IN_FRONT.exec(line) ?? []
  if (names === '' || columnKinds(names).size > 0) return false
  return mark !== undefined || pieces.some(isOfPerson)
}
const IN_FRONT =
  /^\s*(\p{Script=Han}{2,3}|\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})+|\p{Script=Han}{2,4}(?=[:：]))(?:([:：])|[\s，,])/u

/** A body in front of a name in quotes, and a person behind a name, are pieces of their own. */
function piecesOf(text: string): string[] {
  const [, honour = '', person = ''] = WITH_PERSON.exec(text) ?? []
  if (isHonourName(honour) && isNamed(person)) return [honour, person]
  return text.split(/(?=[“"「『])/).flatMap(piece => (piece === '' ? [] : [withoutFeast(piece)]))
}

const orNull = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('、'))
