import { NO_FORM } from '../form/description.ts'
import { labelsOf } from '../form/evidence/labels.ts'
import { promptsOf } from '../form/evidence/prompt.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { SEALS } from '../words/seal-words.ts'
import { MASS_BODIES, UNITS as UNIT_NOUNS } from '../words/unit-words.ts'
import { fold } from './notice.ts'

const NO_PROMPTS = promptsOf(labelsOf(NO_FORM), new Set())
const LONGEST = 24
const PLACEHOLDER = /[XxＸ×〇○*]{2,}|某某/
const BOX = /[□☐○◯]/
/** What others write: judgements, signatures, what the office adds. */
const NOT_ASKED = pattern`${[
  ...SEALS,
  ...listed('意见 承诺 声明 审核 审批 须知 注意事项 照片 相片 备注 编号 附件'),
  /^[合小总]计$|^注$|^目录$|^日期$|填[表报写](?:说明|须知|要求)|填[表报](?:日期|时间)|[编印监]?制$/,
]}`

/** Whether a printed text may be a label: short, and no prompt. */
export function isLabelText(text: string): boolean {
  const folded = fold(text).replace(/\([^()]*\)/g, '')
  return (
    folded.length <= LONGEST &&
    /\p{Script=Han}{2}|[A-Za-z]{2}/u.test(folded) &&
    !/[。;_□]/.test(folded) &&
    !PLACEHOLDER.test(folded) &&
    !isYear(folded) &&
    !isFrame(text)
  )
}

/** «2021年», over or before the answer of that year. */
export const isYear = (text: string): boolean => /^(?:19|20)\d\d(?:-(?:19|20)?\d\d)?(?:年度?|学年)?:?$/.test(fold(text))

/** Whether something is to be written where this is printed: nothing, a prompt, boxes to tick, XX. */
export const isToFill = (text: string): boolean =>
  NO_PROMPTS.isBlank(text) ||
  isFrame(text) ||
  BOX.test(text) ||
  HINT.test(text) ||
  GAPS.test(text) ||
  isToMark(text) ||
  PLACEHOLDER.test(text) ||
  isAllBlankLabels(text)

/** «已完成（　）%». */
const GAPS = /[（(][ \t\u3000]+[)）]|[_＿]{2,}/
/** «（思想建设、学风建设、文体活动）», alone where the answer goes. */
const HINT = /^\s*[（(][^()（）]{4,80}[)）]\s*$/
/** «重点课题（　） 一般课题（　）», «A.论文 B.研究报告»: kinds of which one is marked. */
export const isToMark = (text: string): boolean =>
  /^\s*(?:\p{Script=Han}{2,10}\s*[（(]\s*[)）]\s*){2,}$/u.test(text) ||
  /^\s*(?:[A-F][.、．]\s*[^\sA-F.]{1,10}\s*){2,}$/.test(text)

const UNITS = listed('元 万元 % 人 次 门 项 小时 岁')
const UNIT = pattern`^${[...UNITS, '分', '篇']}$`
const AROUND = [...UNITS, ...listed('共 第 自 从 起 年 月 日 至 到 止 名')]
const FRAME = pattern`^[\s_/、:~-]*(?:${AROUND}[\s_/、:~-]*){0,8}$`

/** What is printed around an answer: «　　/　　（名次/总人数）», «　　年　　月», «　　万元», «%». */
const isFrame = (text: string): boolean => {
  const folded = text.normalize('NFKC').replace(/\([^()]*\)/g, '')
  if (UNIT.test(folded.trim())) return true
  return /[\s_/]/.test(text) && FRAME.test(folded)
}

const INLINE = /([\p{Script=Han}A-Za-z0-9()（）/-]{2,20})[:：][ \t\u3000_＿]*(?=$|[\p{Script=Han}A-Za-z(（%㎡])/gu

const isAllBlankLabels = (text: string): boolean => labelsInLine(text).length > 0

/** «项 目 名 称：»: a label whose letters are spaced out. */
const SPACED = /(?<!\p{Script=Han})\p{Script=Han}(?:[ \t\u3000]{1,4}\p{Script=Han}){1,8}(?=[ \t]*[:：])/gu

/** Spaced letters of a label put together. */
export const unspaced = (text: string): string => text.replace(SPACED, label => label.replace(/\s/g, ''))

/** «姓名：____　学号：____», «类别：□重点 □一般»: labels with a colon, and nothing but a place or boxes behind any of them. */
export function labelsInLine(text: string): string[] {
  const lines = unspaced(text)
    .split(APART)
    .map(line => line.trim().replace(OPTIONS, '$1'))
  return lines.flatMap(line => {
    const found = [...line.matchAll(INLINE)]
    const rest = line.replace(INLINE, '').replace(/[\s_＿]/g, '')
    return rest.replace(BEHIND, '') === ''
      ? found.map(([, label = '']) => label.trim()).filter(label => !isYear(label))
      : []
  })
}

/** Lines, and labels that stand well apart in one. */
const APART = /\n|(?<![ \t\u3000])[ \t\u3000]{3,}(?=\p{Script=Han}{2,12}[:：])/u

/** Boxes with a word each, to the end of the line. */
const OPTIONS = /([:：])\s*(?:[□☐○◯]\s?[^\s□☐○◯]{1,16}\s*){2,}$/

/** Printed behind a place in a line: what it is counted in, who is named there, where the seal goes. */
const BEHIND = patternWith('g')`${[
  ...[...UNITS, ...MASS_BODIES, ...UNIT_NOUNS],
  ...listed('平方米 平米 ㎡ 人次 学时 分 年 月 日 个 项 篇 件 名 场 期 周岁'),
  /[(（](?:加?盖公?|公)章[)）]/,
]}`

/** Whether an applicant is to answer under this label. */
export const isAsked = (label: string): boolean => !NOT_ASKED.test(fold(label))

/** «单位名称（公章）», «申报单位（盖章）：», where the name stands that is sealed. */
export const withoutSeal = (label: string): string => fold(label).replace(SEALED_NAME, '')

const SEALED_NAME = pattern`(?<=${[...UNIT_NOUNS, ...MASS_BODIES, '名称', '支部']})\((?:加?盖公?|公)章\)$`
