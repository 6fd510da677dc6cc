import { NO_FORM } from '../form/description.ts'
import { labelsOf } from '../form/labels.ts'
import { promptsOf } from '../form/prompt.ts'
import { fold } from './notice.ts'

const NO_PROMPTS = promptsOf(labelsOf(NO_FORM), new Set())
const LONGEST = 24
const PLACEHOLDER = /[XxＸ×〇○*]{2,}|某某/
const BOX = /[□☐○◯]/
/** What others write: judgements, signatures, what the office adds. */
const NOT_ASKED =
  /意见|盖章|签字|签名|签章|承诺|声明|公章|审核|审批|填[表报写](?:说明|须知|要求)|须知|注意事项|照片|相片|备注|^注$|填[表报]日期|填[表报]时间|编号|附件|目录|[编印监]?制$/

/** Whether a printed text may be a label: short, and no prompt. */
export function isLabelText(text: string): boolean {
  const folded = fold(text).replace(/\([^()]*\)/g, '')
  return (
    folded.length >= 2 &&
    folded.length <= LONGEST &&
    /\p{Script=Han}{2}|[A-Za-z]{2}/u.test(folded) &&
    !/[。;_□]/.test(folded) &&
    !PLACEHOLDER.test(folded)
  )
}

/** Whether something is to be written where this is printed: nothing, a prompt, boxes to tick, XX. */
export const isToFill = (text: string): boolean =>
  text.trim() === '' ||
  isFrame(text) ||
  NO_PROMPTS.isBlank(text) ||
  BOX.test(text) ||
  PLACEHOLDER.test(text) ||
  isAllBlankLabels(text)

/** What is printed around an answer: «　　/　　（名次/总人数）», «　　年　　月», «　　万元». */
const isFrame = (text: string): boolean => {
  const folded = text.normalize('NFKC').replace(/\([^()]*\)/g, '')
  return (
    /[\s_/]/.test(text) &&
    /^[\s_/、:~-]*(?:(?:共|第|年|月|日|至|名|人|万元|元|%|次|小时|岁|门|项)[\s_/、:~-]*){0,6}$/.test(folded)
  )
}

const INLINE = /([\p{Script=Han}A-Za-z()（）/-]{2,20})[:：][ \t\u3000_＿]*(?=$|[\p{Script=Han}A-Za-z(（])/gu

const isAllBlankLabels = (text: string): boolean => labelsInLine(text).length > 0

/** «姓名：____　学号：____»: labels with a colon, and nothing behind any of them. */
export function labelsInLine(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim())
  return lines.flatMap(line => {
    const found = [...line.matchAll(INLINE)]
    const rest = line.replace(INLINE, '').replace(/[\s_＿]/g, '')
    const last = found.at(-1)
    const isWhole = last !== undefined && isBlankBehind(line.slice(last.index + last[0].length))
    return isWhole && (rest === '' || isToBlank(rest)) ? found.map(([, label = '']) => label.trim()) : []
  })
}

const isBlankBehind = (text: string): boolean => text.replace(/[\s_＿年月日]/g, '') === ''
const isToBlank = (text: string): boolean => text.replace(/[年月日]/g, '') === ''

/** Whether an applicant is to answer under this label. */
export const isAsked = (label: string): boolean => !NOT_ASKED.test(fold(label))
