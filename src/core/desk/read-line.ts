import { isNamed } from '../honours/surnames.ts'
import { GREETINGS } from '../words/greetings.ts'
import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import type { CaseVerb, Command, Reading } from './command.ts'
import { colleagueIn, isCourtesy, isQuestion, withoutCourtesy } from './courtesy.ts'
import { type At, deskWords } from './desk-words.ts'
import { halfWidth, trimmed } from './half-width.ts'
import { readCallLine } from './read-call-line.ts'
import { readCaseLine, readUnnumbered, refused } from './read-case-line.ts'
import { readSentence } from './read-sentence.ts'
import { isTold, meanings, verbIn } from './verbs.ts'
import { callAt, callIn, type NamedCall } from './which-call.ts'

const GO = ['确认', '确认执行', '确认办理', '确认无误']
const HELP = ['帮助', '?', 'help', '说明', '写法']

/** Signs that a reader does not see and that turn what he sees about. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/u
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu
const IN_QUOTES = /^["“「『]([^"“”「」『』]*)["”」』]$/u
/** Between the choices that our mails print: a line with it is one of ours, not a person's. */
export const CHOICE_MARK = '｜'

/** «好的，确认办理，谢谢», without its signs. */
const AGREED = listed(
  '好的 好 收到 已阅 已核对 已核对无误 核对无误 没有问题 没问题 无误 同意 可以 请 我 现 以上 上述 各项 全部 均 都',
)
const CONFIRMED = [...GO, '确定', '确定办理']
const GOES = patternWith(
  'u',
)`^(?:${[...AGREED, ...GREETINGS]})*${CONFIRMED}(?:${listed('以上 上述 各项 全部 事项 请办理 请发出 请发送 发出 发送 了')}|${GREETINGS})*$`
const isGo = (bare: string): boolean => !isQuestion(bare) && GOES.test(bare.replace(/[\p{P}\s]/gu, ''))

/** What nobody understood, in words by which it is known again. */
export const UNKNOWN =
  '没有看懂这一行，未作任何处理。请在邮件最上面一行写一件，如：17 受理；下面引用的原文不读，在引用中改写的也不读'
/** Stands for what somebody did not write, or wrote within the quotation: it is answered. */
export const NOTHING_WRITTEN = '（引文之上没有文字）'
const WRITE =
  '没有看到您写的办法，未作任何处理。请写在正文最上面，如：17 受理；写在主题里的、写在引用的原文中间的，系统不读'
/** In front of what stands between quoted lines. */
export const WITHIN = '（引文中间）'
/** Said to be written anew, or asked what is meant. */
function readWithin(line: string, calls: readonly NamedCall[]): Reading {
  const reading = readLine(line, calls)
  if (reading.kind === 'unclear') {
    const verbs = reading.asked.verbs.length > 0 ? reading.asked.verbs : meaningsIn(line)
    return { kind: 'unclear', asked: { ...reading.asked, verbs } }
  }
  return refused(`写在引用的原文中间或下面的话，系统不直接办理。要办理的，请照此另写在正文最上面：${line}`)
}

const meaningsIn = (line: string): readonly CaseVerb[] => {
  const found = verbIn(line)
  return found === null ? [] : meanings(found)
}

const ASKED =
  '这像是询问或建议，未作任何处理；系统不解答问题，请向管理员或同事了解。要办理的，请照日报“处理”中的写法写，如：17 受理'

/** A line of somebody's own words as a command: total, whatever it says. */
export function readLine(written: string, calls: readonly NamedCall[]): Reading {
  if (written === NOTHING_WRITTEN) return refused(WRITE)
  if (written.startsWith(WITHIN)) return readWithin(written.slice(WITHIN.length), calls)
  if (TURNED.test(written)) return refused('含有改变文字方向的不可见字符，请重新输入')
  const line = trimmed(written.replace(UNSEEN, '').normalize('NFC').trim().replace(IN_QUOTES, '$1'))
  const bare = halfWidth(line).toLowerCase()
  if (bare === '') return { kind: 'courtesy' }
  if (line.includes(CHOICE_MARK)) return refused('这是日报中列出的办法，请只写其中一种', false)
  if (isGo(bare)) return { kind: 'command', command: { what: 'go' } }
  if (HELP.includes(bare)) return { kind: 'command', command: { what: 'help' } }
  if (isCourtesy(bare)) return { kind: 'courtesy' }
  const wish = trimmed(withoutCourtesy(line))
  const { call, rest } = callAt(wish, calls)
  if (call !== null && rest === '') return { kind: 'courtesy' }
  const at = { call, words: deskWords(calls) }
  const named = callIn(wish, calls)
  const read =
    readCallLine(rest, { ...at, call: call ?? named }) ?? lightlyTo(colleagueIn(line), readCaseLine(rest, at))
  if (isQuestion(bare) && !(read?.kind === 'command' && isToldLine(read.command))) return refused(ASKED)
  return read ?? readFreely(wish, { ...at, call: named }) ?? refused(UNKNOWN, false)
}

/** What may be said to a colleague is shown before it is done. */
const lightlyTo = (colleague: string, reading: Reading | null): Reading | null =>
  colleague !== '' && reading?.kind === 'command' && reading.command.what === 'case'
    ? { kind: 'command', command: { ...reading.command, lightly: true } }
    : reading

/** A whole sentence, with the call wherever it is named. */
const readFreely = (wish: string, at: At): Reading | null =>
  readSentence(wish, at) ?? readUnnumbered(wish, at.call) ?? (isNamed(wish) ? { kind: 'courtesy' } : null)

/** A reason may ask, as «能否补盖章？» does. */
const isToldLine = (command: Command): boolean => command.what === 'case' && isTold(command.verb)
