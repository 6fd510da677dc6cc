import { readNumeral } from '../../dates/chinese-numerals.ts'
import { anyOf } from '../../words/any-of.ts'
import { listed } from '../../words/listed.ts'

const NUMBER = /\d{1,5}|[〇零一二三四五六七八九十百]{1,6}/g
/** «正式28,预备4»: parts of a whole that isn't told. */
const PARTS = /^正式(?:党员)?[:：]?(\d{1,4})[名人]?[^\d]{0,4}预备(?:党员)?[:：]?(\d{1,4})[名人]?$/
const STARTS_WITH_PART = new RegExp(
  `^${anyOf(listed('正式 预备 其中 男 女 在职 离退休 教师 教工 学生 研究生 本科生 硕士 博士'))}`,
)
/** «教师8名、研究生14名，合计22名». */
export const TOTAL = /(?:合计|总计|共计|共有?)[:：]?(?:党员)?(\d{1,4})/
const MOST = 2000

/** «32», «32名», «共32人», «32(正式28,预备4)», «三十二名» → 32; null where the whole isn't told. */
export function readMemberCount(text: string): number | null {
  const plain = text.slice(0, 100).normalize('NFKC').replace(/\s/g, '')
  const parts = PARTS.exec(plain)
  if (parts !== null) return Number(parts[1]) + Number(parts[2])
  const total = TOTAL.exec(plain)?.[1]
  if (total !== undefined) return Number(total)
  if (STARTS_WITH_PART.test(plain)) return null
  const [first] = plain.match(NUMBER) ?? []
  const count = first === undefined ? null : readNumeral(first)
  return count !== null && count <= MOST ? count : null
}
