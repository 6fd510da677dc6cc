import { listed } from './listed.ts'
import { pattern } from './pattern.ts'
/** Words of prompts in brackets: a bracketed text that holds one is no answer. */
export const PROMPTS =
  '注明 写明 列明 列出 简述 概述 可量化 可考核 明确完成 明确时限 字以内 字左右 字以下 不超过 不少于 可另附页 另附页 可附页 可加页 可续页 请填写 请对照 请简要 请按 请列 请写 请结合 填报说明 填写说明 填写要求 填写 填报 尽可能量化 简要 示例 如有 如无 说明 盖章 公章 签字 签名 单击此处 点击此处 单击或点击 单击或点按 在此输入 在此处输入 下同 全称 逐条 逐项 分条 选填 必填 任选 勾选 打√'.split(
    ' ',
  )

/** What makes a prompt of a bracketed text only when it begins with it. */
export const PROMPT_STARTS = [
  '请',
  '限',
  '注：',
  '注:',
  '要求：',
  '要求:',
  '如：',
  '如:',
  '例：',
  '例:',
  '应',
  '须',
  '含',
]

/** A whole line that nobody writes as an answer: an order to the writer, of one sentence. */
export const ORDER = pattern`^${[
  pattern`请${listed('填写 对照 简要 简述 按 在 列 写 结合 围绕 如实 逐 分 从 根据 概述 说明')}`,
  /(?:单击|点击)(?:此处|或)|在此处?(?:输入|填写)|此处填写/,
  /(?:限|不超过)\s?\d{2,4}\s?字|\d{2,4}\s?字(?:以内|左右|以下)|可另附页|尽可能量化/,
]}[^。；;\n]{0,60}[。；;]?$`
