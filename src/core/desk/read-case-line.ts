import type { CaseRef, CaseVerb, Reading } from './command.ts'
import { firstWord, halfWidth, trimmed } from './half-width.ts'
import { DOUBTFUL, isTold, verbAt, verbName } from './verbs.ts'

const FRONT = '(?:邮件编号|编号|邮件|第|No\\.?|#)?\\s*'
const NUMBER = new RegExp(`^${FRONT}(\\d{1,9})\\s*(?:号(?:邮件|件)?)?(?![\\d年月/-])[\\s、,，.:：;]*(.*)$`, 'su')
const APPLICATION = /^(?:受理编号\s*:?\s*)?([a-z0-9][a-z0-9-]{0,80}-\d{4,})(?![\d-])[\s、,，.:：;]*(.*)$/isu

export const refused = (why: string, known = true): Reading => ({ kind: 'refused', why, known })

type Line = { readonly on: CaseRef; readonly shown: string; readonly rest: string }

/** A line that begins with a case: what is done to it. null: it begins with none. */
export function readCaseLine(line: string): Reading | null {
  const half = halfWidth(line)
  const application = APPLICATION.exec(half)
  if (application !== null) {
    const [, shown = '', rest = ''] = application
    return caseCommand({ on: { application: shown.toLowerCase() }, shown, rest: line.slice(line.length - rest.length) })
  }
  const [, digits, rest] = NUMBER.exec(half) ?? []
  if (digits === undefined || rest === undefined) return null
  if (digits.startsWith('0'))
    return refused(
      `编号前面不加零：您是指“${Number(digits)} ${trimmed(rest)}”？受理编号须写全，如2024-model-branch-${digits.padStart(4, '0')}`,
    )
  return caseCommand({ on: { id: Number(digits) }, shown: digits, rest: line.slice(line.length - rest.length) })
}

function caseCommand({ on, shown, rest }: Line): Reading {
  if (/^\d/.test(halfWidth(rest))) return refused('一行只写一件：请分行写')
  const found = verbAt(rest)
  if (found === null) return refused(unknownVerb(shown, rest), trimmed(rest) !== '')
  const { word, verb } = found
  if (verb === null) return refused(doubt(shown, word))
  const command = { what: 'case', on, verb, said: word, ...optionsIn(rest.slice(word.length)) } as const
  if (EMPTY_NAME.test(command.words)) return refused(`请写支部全称，如：${shown} ${verbName(verb)} 支部=教工第九党支部`)
  if (isTold(verb) && command.words === '')
    return refused(`${verbName(verb)}须写明理由，理由会原样告知对方，如：${shown} ${verbName(verb)} 请补…`)
  return { kind: 'command', command }
}

const COMMON: readonly CaseVerb[] = ['accept', 'return', 'reject', 'close']

const unknownVerb = (shown: string, rest: string): string =>
  `${trimmed(rest) === '' ? '没有写怎么办' : '不知道要怎么办'}，请写：${choices(shown, COMMON)}`

const doubt = (shown: string, word: string): string =>
  `“${word}”的意思不止一种，请写：${choices(shown, DOUBTFUL[word] ?? [])}`

const choices = (shown: string, verbs: readonly CaseVerb[]): string =>
  verbs.map(verb => `${shown} ${verbName(verb)}${isTold(verb) ? ' 理由' : ''}`).join('，或 ')

const NAMED = /^(?:支部|党支部|申报人|申请人|申报单位)\s*=\s*(.+)$/u
const EQUALS = /((?:党?支部|申报人|申请人|申报单位))\s{0,3}[=＝]\s{0,3}/u
const EMPTY_NAME = /^(?:党?支部|申报人|申请人|申报单位)[=＝]$/u
const WITHOUT_FORM = '无申报书'

type Options = { readonly named: string | null; readonly withoutForm: boolean; readonly words: string }

/** 支部=… and 无申报书, wherever they stand in front of the reason. */
function optionsIn(text: string): Options {
  let left = trimmed(text.replace(EQUALS, '$1='))
  let named: string | null = null
  let withoutForm = false
  for (;;) {
    const { word, rest } = firstWord(left)
    const name = NAMED.exec(halfWidth(word))?.[1]
    if (name === undefined && word !== WITHOUT_FORM) return { named, withoutForm, words: left }
    if (name === undefined) withoutForm = true
    else named = name
    left = rest
  }
}
