import { GREETINGS } from '../words/greetings.ts'
import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import type { Reading } from './command.ts'
import { deskWords } from './desk-words.ts'
import { halfWidth, trimmed } from './half-width.ts'
import { type NamedCall, readCallLine } from './read-call-line.ts'
import { readCaseLine, refused } from './read-case-line.ts'

const GO = ['确认', '确认执行', '确认办理', '确认无误']
const HELP = ['帮助', '?', 'help', '说明', '写法']

/** Signs that a reader does not see and that turn what he sees about. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/u
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu
const IN_QUOTES = /^["“「『]([^"“”「」『』]*)["”」』]$/u
/** Between the choices that our mails print: a line with it is one of ours, not a person's. */
export const CHOICE_MARK = '｜'

/** Words with which a letter begins and ends. */
const COURTESIES = [
  ...GREETINGS,
  ...listed(`
    好 各位老师 收到 已收到 已阅 好的 多谢 此致 敬礼 祝好 顺颂 商祺 工作顺利 如下 处理如下 意见如下
    请按下列办理 请办理 麻烦了
  `),
]
const COURTESY = patternWith('u')`^(?:[\p{Script=Han}]{0,4}老师)?${[...COURTESIES, /[\p{P}\s]/u]}*$`

/** A line of somebody's own words as a command: total, whatever it says. */
export function readLine(written: string, calls: readonly NamedCall[]): Reading {
  if (TURNED.test(written)) return refused('含有改变文字方向的不可见字符，请重新输入')
  const line = trimmed(written.replace(UNSEEN, '').normalize('NFC').trim().replace(IN_QUOTES, '$1'))
  const bare = halfWidth(line).toLowerCase()
  if (bare === '') return { kind: 'courtesy' }
  if (line.includes(CHOICE_MARK)) return refused('这是日报中列出的办法，请只写其中一种', false)
  if (GO.includes(bare)) return { kind: 'command', command: { what: 'go' } }
  if (HELP.includes(bare)) return { kind: 'command', command: { what: 'help' } }
  if (COURTESY.test(bare)) return { kind: 'courtesy' }
  const words = deskWords(calls)
  return (
    readCallLine(line, calls, words) ??
    readCaseLine(line, words) ??
    refused('未能识别，请发“帮助”查看可用的写法', false)
  )
}
