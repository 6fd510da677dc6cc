import { onceForText } from '../../words/once-for.ts'
import { withoutNumber } from '../outline/numbering.ts'

/** Longer texts are no labels. */
const LONGEST = 120
const SPACES_AND_MARKS = /[\s*★☆●○◆◇■▲△▼▶▪•▌▎◎❖➤※·"'“”‘’「」『』《》_:：?？]+/g
/** «联系电话 Mobile»; the Latin letters of «E-mail地址» are the word's own. */
const FOREIGN = /[a-z][a-z\s.,&'’/-]{2,60}(?![a-z\p{Script=Han}])/giu
const HAN = /\p{Script=Han}{2}/u
const BRACKETED = /[([【〔][^()[\]【】〔〕]{0,100}[)\]】〕]/g
/** «【述职考核】»: all of it in brackets is the label itself. */
const FRAMED = /^\s*【([^【】]{2,14})】\s*$/

/**
 * What makes two labels equal: width, spaces, line breaks, quotes, number and colons don't count. What stands in brackets is left out
 * (党员人数(人), 工作基础(800字以内)); «学院(部)», whose brackets belong to the word, has two keys, and so has «联系电话 Mobile», which says it
 * in two languages.
 */
export const labelKeys = onceForText((text): readonly string[] => {
  if (text.length > LONGEST) return []
  const plain = withoutNumber(text).normalize('NFKC').replace(FRAMED, '$1')
  const bare = plain.replace(BRACKETED, '')
  const chinese = bare.replace(FOREIGN, '')
  const keys = HAN.test(chinese) ? [chinese, bare, plain] : [bare, plain]
  return [...new Set(keys.map(keyOf))].filter(key => key !== '')
})

/** The first of its keys; '' for what can be no label. */
export const labelKey = (text: string): string => labelKeys(text)[0] ?? ''

const keyOf = (text: string): string => text.toLowerCase().replace(SPACES_AND_MARKS, '')

/** A combined label such as 职务/职称, in its parts; what stands in brackets («书记姓名（职务/职称）») is none. */
export function splitLabel(text: string): string[] {
  const plain = text.length > 40 ? '' : withoutNumber(text).normalize('NFKC').replace(BRACKETED, '')
  const parts = plain.split(/[/、]/).map(part => part.trim())
  const written = parts.filter(part => part !== '')
  return written.length === 0 ? [text] : written
}
