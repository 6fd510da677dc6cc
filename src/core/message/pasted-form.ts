import { ownWords } from './own-words.ts'

/** «一、基本信息», «(2) 联系电话：», «党员人数：32»: lines as forms have them, with something behind. */
const HEADING = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*\S/
const FIELD = /^[\p{Script=Han}（）()“”/ ]{2,16}[:：|\t]\s*\S/u
const ENOUGH_LINES = 4
const ENOUGH_TEXT = 120

/** Whether somebody pasted a form into the mail itself: a few headings or fields, and more than a signature's text. */
export function isPastedForm(text: string): boolean {
  const lines = ownWords(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const formal = lines.filter(line => HEADING.test(line) || FIELD.test(line))
  return formal.length >= ENOUGH_LINES && lines.join('').length >= ENOUGH_TEXT
}
