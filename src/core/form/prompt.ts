import type { FormDescription } from './description.ts'
import type { FormLabels } from './form-labels.ts'
import { readNumbering } from './label.ts'

const BRACKETED = /[(（【〔[［][^()（）【】〔〕[\]［］]{0,200}[)）】〕\]］]/g
const LONGEST_PROMPT = 80
/** «【填报说明】…»: what stands behind it in its line belongs to it. */
const PROMPT_TITLE = /^\s*【[^【】\n]{1,40}】(?=[^\n]{0,200}$)/
/** Underlines, leaders and boxes around a blank. */
const BLANK = /[\s_＿…‥.·—\-/\\、，,。:：;；()（）"“”□]+/g
/** What stands beside the blanks of a count or a date. */
const UNITS = /[年月日人名]/g

/** Tells answers from what the form itself prints. */
export type Prompts = {
  /** A text without the prompts in brackets, trimmed: '' where nothing but a prompt stood there. */
  readonly without: (text: string) => string
  /** Whether nobody wrote anything into it but its prompt and blanks (____, «年 月 日»). */
  readonly isBlank: (text: string) => boolean
  /** Whether somebody wrote something: no prompt, no printed word, no blank line to write on. */
  readonly isAnswered: (text: string) => boolean
}

export function promptsOf(form: FormDescription, labels: FormLabels): Prompts {
  const isPrompt = (text: string) => {
    const plain = text.replace(/[“”"\s]/g, '')
    return form.prompts.some(prompt => plain.includes(prompt))
  }
  const startsPrompt = (text: string) => {
    if (text.length > LONGEST_PROMPT) return false
    const plain = readNumbering(text)?.rest ?? text
    return form.prompts.some(prompt => plain.startsWith(prompt))
  }
  const isPromptInBrackets = (part: string) =>
    isPrompt(part) || form.promptStarts.some(start => part.slice(1).trimStart().startsWith(start))
  const without = (text: string) => {
    const [title] = PROMPT_TITLE.exec(text) ?? []
    if (title !== undefined && isPrompt(title)) return ''
    const rest = text.replace(BRACKETED, part => (isPromptInBrackets(part) ? '' : part)).trim()
    return startsPrompt(rest) ? '' : rest
  }
  const isBlank = (text: string) => {
    const rest = without(text)
    if (labels.printed.find(LABEL_IN_BRACKETS.exec(rest)?.[1] ?? '') !== null) return true
    return rest.replace(BLANK, '').replace(UNITS, '') === '' && !NOTHING_TO_SAY.test(rest)
  }
  const isPrinted = (word: string) => word.replace(UNITS, '') === '' || labels.printed.find(word) !== null
  /** «2021年:____;2022年:____», «□教师 □学生», «正式  名,预备  名», «1». */
  const isUnfilled = (line: string) =>
    /^\d{1,2}$/.test(line) || (!line.includes('☑') && line.replace(YEAR_BEFORE_BLANK, '').split(BLANK).every(isPrinted))
  const isAnswered = (text: string) =>
    text
      .split(/[\n|\t]/)
      .some(line => !isBlank(line) && !isUnfilled(readNumbering(without(line))?.rest ?? without(line)))
  return { without, isBlank, isAnswered }
}

/** «(手机)», and no number. */
const LABEL_IN_BRACKETS = /^[(（]\s*([^()（）]{1,20})[)）]$/
/** «/» is an answer: there is nothing to say. */
const NOTHING_TO_SAY = /^[/\\—-]{1,2}$/
const YEAR_BEFORE_BLANK = /(?:19|20)\d\d\s?年?度?\s?(?=[:：_＿\s(（;；]|$)/g
