import { listed } from '../words/listed.ts'
import { onceFor } from '../words/once-for.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import type { CaseRef, CaseVerb, Reading } from './command.ts'
import { type At, type DeskWords, spoken } from './desk-words.ts'
import { firstWord, halfWidth, PART, trimmed } from './half-width.ts'
import {
  isBehind,
  isLight,
  isTold,
  meanings,
  otherVerb,
  verbAt,
  verbAtEnd,
  verbBehindName,
  verbIn,
  verbName,
  wantsMore,
} from './verbs.ts'

const FRONT = ['关于', '邮件编号', '编号', '邮件', '第', '#', /No\.?/]
/** Digits that count or date something. */
const COUNTED = /[\d年月日天周点时份个条项页版位人届级/-]|[:：]\d/
/** Of «1 # 2» the sign is behind the first, of «1 #2» in front of the other: where both could be, a long line would be tried in all ways. */
const IN_FRONT = [...FRONT.filter(front => front !== '#' && front !== '邮件'), /(?<!号)邮件/, /(?<!\d\s*)#/]
/** A case's number with what people put about it. */
export const CASE_NUMBER = pattern`(?:${IN_FRONT}\s*|(?:邮件|#)(?=\d))?\d{1,9}(?!${COUNTED})(?:\s*(?:号(?:邮件(?!\d)|件)?|#(?!\d)|[)）]))?`
const NUMBER = patternWith(
  'su',
)`^(?:${FRONT}\s*|\s*)(\d{1,9})(?!${COUNTED})\s*(?:号(?:邮件|件)?|[#)）])?(?![\d年月/-])[\s、,，.:：;]*(.*)$`
const APPLICATION = /^(?:受理编号\s*:?\s*)?([a-z0-9][a-z0-9-]{0,80}-\d{4,})(?![\d-])[\s、,，.:：;]*(.*)$/isu

/** The whole 受理编号 that words begin with, and what stands behind it. */
export function applicationIn(words: string): { readonly shown: string; readonly rest: string } | null {
  const [, shown, rest = ''] = APPLICATION.exec(halfWidth(words)) ?? []
  return shown === undefined ? null : { shown, rest: words.slice(words.length - rest.length) }
}

export const refused = (why: string, known = true) => ({ kind: 'refused', why, known }) as const

/** A line that begins with a case: what is done to it. null: it begins with none. */
export function readCaseLine(line: string, at: At): Reading | null {
  const half = halfWidth(line)
  const application = APPLICATION.exec(half)
  const [, shown, rest] = application ?? NUMBER.exec(half) ?? []
  if (shown === undefined || rest === undefined) return null
  if (application === null && shown.startsWith('0'))
    return refused(
      `编号前面不加零：您是指“${Number(shown)} ${trimmed(rest)}”？受理编号须写全，如2024-model-branch-${shown.padStart(4, '0')}`,
    )
  const on = application === null ? { id: Number(shown) } : { application: shown.toLowerCase() }
  return caseCommand({ on, shown, rest: line.slice(line.length - rest.length) }, at)
}

type Line = { readonly on: CaseRef; readonly shown: string; readonly rest: string }

function caseCommand({ on, shown, rest }: Line, { call, words }: At): Reading {
  if (/^\d/.test(halfWidth(rest))) return refused('一行只写一件：请分行写')
  const front = verbBehindName(rest)
  const found = verbAt(rest) ?? front
  const behind = rest.slice(found?.word.length)
  const atEnd = found === null ? verbAtEnd(rest) : null
  if (atEnd !== null) {
    const { verb, why } = atEnd
    const said = { verb, said: verbName(verb), lightly: true, words: reasonIn(trimmed(why), verb) }
    return { kind: 'command', command: { what: 'case', on, call, named: null, withoutForm: false, ...said } }
  }
  if (found?.verb == null || !isBehind(behind, found.verb))
    return unclear({
      on,
      sentence: rest,
      call,
      verbs: found === null ? [] : isBehind(behind, null) ? meanings(found) : [],
    })
  const { word, verb } = found
  const options = optionsIn(behind, words)
  const named = options.named ?? (found === front ? front.name : null)
  const reason = reasonIn(options.words, verb)
  if (rulesFor(words).empty.test(reason))
    return refused(spoken(`请写{applicant}全称，如：${shown} ${verbName(verb)} {applicant}={one}`, words))
  if (!isTold(verb) && wantsMore(reason, verb)) return refused(spoken(unheard(shown, verb), words))
  if (isTold(verb) && reason === '') return { ...refused(reasonLacks(shown, verb)), of: { on, verb } }
  const other = isTold(verb) ? otherVerb(reason, verb) : null
  if (other !== null) return unclear({ on, sentence: rest, call, verbs: [verb, ...meanings(other)] })
  const { withoutForm } = options
  const command = {
    what: 'case',
    on,
    call,
    verb,
    said: word,
    lightly: isLight(word),
    named,
    withoutForm,
    words: reason,
  } as const
  return { kind: 'command', command }
}

const reasonLacks = (shown: string, verb: CaseVerb): string =>
  `${verbName(verb)}须写明理由，理由会原样告知对方，如：${shown} ${verbName(verb)} 请补…`

type Asked = Extract<Reading, { readonly kind: 'unclear' }>['asked']
const unclear = (asked: Asked): Reading => ({ kind: 'unclear', asked })

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
export function readUnnumbered(sentence: string, call: string | null): Reading | null {
  const found = NOT_YET.test(sentence) ? null : verbIn(sentence)
  const verbs =
    AGAIN.test(sentence) && !NOT_YET.test(sentence) ? (['undo'] as const) : found === null ? [] : meanings(found)
  return verbs.length === 0 ? null : unclear({ on: null, sentence, call, verbs })
}

const REASON = /^(?:原因|理由)(?:是|为)?[\s:：,，]*/u
/** An example of ours, sent as it was printed, is no reason. */
const OPEN = /^(?:请补)?[….]+$/u
/** «可以了», «受理即可». */
const PARTICLES = patternWith('u')`^${listed('了 吧 即可')}(?:$|${PART}+)`
const reasonIn = (words: string, verb: CaseVerb): string =>
  isTold(verb) ? words.replace(REASON, '').replace(OPEN, '') : words.replace(PARTICLES, '')

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
