import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { Notice } from './notice.ts'
import { MARK } from './vocabulary.ts'

const INTO = listed('合并 合订 合装 合 汇总 整理 装订 编辑 制作 汇编 插入')
/** «合并为一个», «汇总成1个»: what is to come as one. */
export const INTO_ONE = pattern`${INTO}[成为到至]{0,2}同?[1一]个`
const PACKED = pattern`${listed('压缩 文件夹 邮件 zip rar')}`
const ALL = pattern`${listed('以上 上述 所有 全部 各项')}[^,;。]{0,6}材料`
const SEVERAL = /[、和及与].*[、和及与]|[^、]和/
const NUMBERED = pattern`^${MARK}`

/** Whether a sentence's papers come in one file: «将申报表、自评报告和成绩单合并为一个PDF», or «以上材料合并为一个PDF» further on. */
export function isMerged(said: string, { sentences }: Notice): boolean {
  const merging = sentences.filter(({ folded }) => {
    const open = folded.replace(/\([^()]*\)/g, '')
    return INTO_ONE.test(open) && !PACKED.test(open.slice(open.search(INTO_ONE)))
  })
  return merging.some(one =>
    one.said === said ? SEVERAL.test(one.folded) && !NUMBERED.test(one.folded) : ALL.test(one.folded),
  )
}
