import { hasMark } from '../../document/document.ts'
import { onceForText } from '../../words/once-for.ts'
import { ORDER, PROMPT_STARTS, PROMPTS } from '../../words/prompt-words.ts'
import { withoutNumber } from '../outline/numbering.ts'
import { whoseRow } from '../values/honour-rows.ts'
import type { Labels } from './labels.ts'

const BRACKETED = /[(（【〔[［][^()（）【】〔〕[\]［］]{0,200}[)）】〕\]］]/g
/** «【填报说明】…»: what stands behind it in its line belongs to it. */
const PROMPT_TITLE = /^\s*【[^【】\n]{1,40}】(?=[^\n]{0,200}$)/
/** Underlines, leaders and boxes around a blank. */
const BLANK = /[\s_＿…‥.·—\-/\\、，,。:：;；()（）"“”□]+/
/** What is neither a blank nor beside that of a count or a date. */
const WRITTEN = /[^\s_＿…‥.·—\-/\\、，,。:：;；()（）"“”□年月日人名]/
/** Labels in two languages are no longer. */
const LONGEST_LABEL = 60
/** Tells answers from what the form itself prints. */
export type Prompts = {
  /** A text without the prompts in brackets, trimmed: '' where nothing but a prompt stood there. */
  readonly without: (text: string) => string
  /** Whether nobody wrote anything into it but its prompt and blanks (____, «年 月 日»). */
  readonly isBlank: (text: string) => boolean
  /** Whether somebody wrote something: no prompt, no printed word, no blank line to write on. */
  readonly isAnswered: (text: string) => boolean
}

/** A line as lines of the template are compared. */
export const printedKey = (line: string): string => line.normalize('NFKC').replace(/[\s_:：]/g, '')

/** `printed`: the template's lines, as `printedKey` gives them; what it prints is no answer, whatever it says. */
export function promptsOf(labels: Labels, printed: ReadonlySet<string>): Prompts {
  const isPrinted = (text: string) =>
    printed.has(printedKey(text)) ||
    (text.length <= LONGEST_LABEL && (labels.role(text) === 'label' || whoseRow(text) !== null))
  const without = onceForText(text => {
    const [title] = PROMPT_TITLE.exec(text) ?? []
    if (title !== undefined && holdsPrompt(title)) return ''
    const rest = text
      .replace(BRACKETED, part => (printed.has(printedKey(part)) || isPromptInBrackets(part) ? '' : part))
      .trim()
    return ORDER.test(withoutNumber(rest)) || printed.has(printedKey(rest)) ? '' : rest
  })
  const isBlank = (text: string) => {
    if (hasMark(text)) return false
    const rest = without(text)
    const within = LABEL_IN_BRACKETS.exec(rest)?.[1]
    if (within !== undefined && isPrinted(within)) return true
    return !WRITTEN.test(rest) && !NOTHING_TO_SAY.test(rest)
  }
  const isWord = (word: string) => !WRITTEN.test(word) || isPrinted(word)
  /** «2021年:____;2022年:____», «□教师 □学生», «正式  名,预备  名», «1». */
  const isUnfilled = (line: string) =>
    !NOTHING_TO_SAY.test(line) &&
    (isPrinted(line) ||
      /^\d{1,2}$/.test(line) ||
      (/□/.test(line) && !/[☑√✓]/.test(line)) ||
      (!line.includes('☑') && line.replace(YEAR_BEFORE_BLANK, '').split(BLANK).every(isWord)))
  const isAnswered = (text: string) =>
    text.split(/[\n|\t]/).some(line => !isBlank(line) && !isUnfilled(withoutNumber(without(line))))
  return { without, isBlank, isAnswered }
}

function holdsPrompt(text: string): boolean {
  const plain = text.replace(/[“”"\s]/g, '')
  return PROMPTS.some(prompt => plain.includes(prompt))
}

const isPromptInBrackets = (part: string): boolean =>
  holdsPrompt(part) || PROMPT_STARTS.some(start => part.slice(1).trimStart().startsWith(start))

/** «(手机)», and no number. */
const LABEL_IN_BRACKETS = /^[(（]\s*([^()（）]{1,20})[)）]$/
/** «/» is an answer: there is nothing to say. */
const NOTHING_TO_SAY = /^[/\\—-]{1,2}$/
const YEAR_BEFORE_BLANK = /(?:19|20)\d\d\s?年?度?\s?(?=[:：_＿\s(（;；]|$)/g
