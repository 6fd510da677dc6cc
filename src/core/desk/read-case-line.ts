import { listed } from '../words/listed.ts'
import { onceFor } from '../words/once-for.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import type { CaseRef, CaseVerb, Reading } from './command.ts'
import { type DeskWords, spoken } from './desk-words.ts'
import { firstWord, halfWidth, trimmed } from './half-width.ts'
import { DOUBTFUL, isBehind, isTold, verbAt, verbIn, verbName, wantsMore } from './verbs.ts'

const FRONT = ['邮件编号', '编号', '邮件', '第', '#', /No\.?/]
const NUMBER = patternWith('su')`^${FRONT}?\s*(\d{1,9})\s*(?:号(?:邮件|件)?|[#)）])?(?![\d年月/-])[\s、,，.:：;]*(.*)$`
const APPLICATION = /^(?:受理编号\s*:?\s*)?([a-z0-9][a-z0-9-]{0,80}-\d{4,})(?![\d-])[\s、,，.:：;]*(.*)$/isu

export const refused = (why: string, known = true): Reading => ({ kind: 'refused', why, known })

type Line = {
  readonly on: CaseRef
  readonly shown: string
  readonly rest: string
  readonly words: DeskWords
}

/** A line that begins with a case: what is done to it. null: it begins with none. */
export function readCaseLine(line: string, words: DeskWords): Reading | null {
  const half = halfWidth(line)
  const application = APPLICATION.exec(half)
  if (application !== null) {
    const [, shown = '', rest = ''] = application
    return caseCommand({
      on: { application: shown.toLowerCase() },
      shown,
      words,
      rest: line.slice(line.length - rest.length),
    })
  }
  const [, digits, rest] = NUMBER.exec(half) ?? []
  if (digits === undefined || rest === undefined) return null
  if (digits.startsWith('0'))
    return refused(
      `编号前面不加零：您是指“${Number(digits)} ${trimmed(rest)}”？受理编号须写全，如2024-model-branch-${digits.padStart(4, '0')}`,
    )
  return caseCommand({ on: { id: Number(digits) }, shown: digits, words, rest: line.slice(line.length - rest.length) })
}

function caseCommand({ on, shown, rest, words }: Line): Reading {
  if (/^\d/.test(halfWidth(rest))) return refused('一行只写一件：请分行写')
  const found = verbAt(rest)
  if (found === null) return refused(unknownVerb(shown, rest), trimmed(rest) !== '')
  const { word, verb } = found
  if (!isBehind(rest.slice(word.length), verb)) return refused(unknownVerb(shown, rest))
  if (verb === null) return refused(doubt(shown, word))
  const options = optionsIn(rest.slice(word.length), words)
  const command = { what: 'case', on, verb, said: word, ...options, words: reasonIn(options.words, verb) } as const
  if (rulesFor(words).empty.test(command.words))
    return refused(spoken(`请写{applicant}全称，如：${shown} ${verbName(verb)} {applicant}={one}`, words))
  if (!isTold(verb) && wantsMore(command.words)) return refused(spoken(unheard(shown, verb), words))
  if (isTold(verb) && command.words === '')
    return refused(`${verbName(verb)}须写明理由，理由会原样告知对方，如：${shown} ${verbName(verb)} 请补…`)
  return { kind: 'command', command }
}

const unheard = (shown: string, verb: CaseVerb): string =>
  verb !== 'accept'
    ? `“${verbName(verb)}”后面的话不作处理，请分行写；这一行只写：${shown} ${verbName(verb)}`
    : UNHEARD.replaceAll('{shown}', shown)

const UNHEARD =
  '“受理”后面的话只存档，不告知{applicant}。只受理的，请写：{shown} 受理；要{applicant}改正的，请写：{shown} 退回 请补…'

/** Then nobody is asked whether it is to be done. */
const NOT_YET = pattern`${listed('不要 不用 不必 先不 暂 别 勿 等我')}`
const AGAIN = pattern`${listed('刚才 上一 上次 上封 写错 点错 弄错 发错 搞错')}`

/** A sentence with a verb and no number: which case is meant must be asked. null: it bears none. */
export function readUnnumbered(line: string): Reading | null {
  if (NOT_YET.test(line)) return null
  const found = verbIn(line)
  const verb = AGAIN.test(line) ? 'undo' : found?.verb
  if (verb === undefined || verb === null) return null
  const none = { named: null, withoutForm: false, words: '' }
  return { kind: 'command', command: { what: 'case', on: { sentence: line }, verb, said: found?.word ?? '', ...none } }
}

const COMMON: readonly CaseVerb[] = ['accept', 'return', 'reject', 'close']

const unknownVerb = (shown: string, rest: string): string =>
  `${trimmed(rest) === '' ? '没有写怎么办' : '不知道要怎么办'}，请写：${choices(shown, COMMON)}`

const doubt = (shown: string, word: string): string =>
  `“${word}”的意思不止一种，请写：${choices(shown, DOUBTFUL[word] ?? [])}`

const choices = (shown: string, verbs: readonly CaseVerb[]): string =>
  verbs.map(verb => `${shown} ${verbName(verb)}${isTold(verb) ? ' 理由' : ''}`).join('，或 ')

const REASON = /^(?:原因|理由)(?:是|为)?[\s:：,，]*/u
/** An example of ours, sent as it was printed, is no reason. */
const OPEN = /^(?:请补)?[….]+$/u
const reasonIn = (words: string, verb: CaseVerb): string =>
  isTold(verb) ? words.replace(REASON, '').replace(OPEN, '') : words

/** By what a line names who applies, in the words of the calls. */
const rulesFor = onceFor(({ applicants, forms }: DeskWords) => {
  const who = pattern`党?${applicants}`
  return {
    named: patternWith('u')`^${who}\s*[=:]\s*(.+)$`,
    equals: patternWith('u')`(${who})\s{0,3}[=＝:：]\s{0,3}`,
    empty: patternWith('u')`^${who}[=＝]$`,
    withoutForm: forms.map(form => `无${form}`),
  }
})

type Options = { readonly named: string | null; readonly withoutForm: boolean; readonly words: string }

/** «支部=…» and that no form came, wherever they stand in front of the reason. */
function optionsIn(text: string, words: DeskWords): Options {
  const rules = rulesFor(words)
  let left = trimmed(text.replace(rules.equals, '$1='))
  let named: string | null = null
  let withoutForm = false
  for (;;) {
    const { word, rest } = firstWord(left)
    const name = rules.named.exec(halfWidth(word))?.[1]
    if (name === undefined && !rules.withoutForm.includes(word)) return { named, withoutForm, words: left }
    if (name === undefined) withoutForm = true
    else named = name
    left = rest
  }
}
