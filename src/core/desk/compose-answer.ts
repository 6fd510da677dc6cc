import { type Block, type Fact, type Item, type Letter, paragraph, section } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import { clean } from '../text/quote.ts'
import type { DeskWords } from './desk-words.ts'
import { helpLines } from './help.ts'
import type { LineResult } from './line-result.ts'
import { CODE_MARK, mailtoLink } from './mailto.ts'

type AnswerLine = {
  readonly state: 'shown' | 'done' | 'refused'
  readonly result: LineResult
  /** How the case can be decided now. */
  readonly choices: Fact | null
}

/** The answer to what somebody of staff wrote; `more`: lines that were not read. */
type ToAnswer = {
  readonly lines: readonly AnswerLine[]
  readonly more: number
  readonly help: boolean
  readonly words: DeskWords
  readonly mailbox: string
  readonly trial: boolean
}

const ANSWER_TITLE = '指令办理结果'
const STATES = { done: '已办理', shown: '待您确认', refused: '未办理' } as const

/** Every line with what was done, for whom, which letter goes out, or why not and what would be right. */
export function composeAnswer(answer: ToAnswer): {
  readonly subject: string
  readonly text: string
  readonly html: string
} {
  const count = (state: AnswerLine['state']) => answer.lines.filter(line => line.state === state).length
  const [done, shown, refused] = [count('done'), count('shown'), count('refused')]
  const counts = [
    ...(done > 0 ? [`已办理${done}项`] : []),
    ...(shown > 0 ? [`待您确认${shown}项`] : []),
    ...(refused > 0 ? [`未办理${refused}项`] : []),
  ]
  const said = counts.length === 0 ? '可用的写法' : counts.join('，')
  const letter: Letter = {
    tone: shown + refused > 0 ? 'act' : 'done',
    greeting: ANSWER_TITLE,
    lead: `${said}。`,
    blocks: blocksOf(answer, shown),
    signature: ['本邮件由申报受理系统自动发出，主题末尾的口令14日内有效，只供您本人使用，请勿转发。'],
  }
  const subject = `${ANSWER_TITLE}：${said}${CODE_MARK}`
  return written(subject, letter)
}

const GO =
  '列为“待您确认”的各项尚未办理：核对无误后，点下面的“确认”，或直接回复本邮件（保留主题末尾的口令），只写“确认”二字，即一并办理。不需要办理的不必回复。'
const TRIAL = '试运行期间，给申报人的答复只生成、不发送。'

const blocksOf = ({ lines, more, help, words, mailbox, trial }: ToAnswer, shown: number): readonly Block[] => [
  ...(shown === 0
    ? []
    : [
        paragraph(GO),
        {
          kind: 'facts',
          facts: [
            { label: '回复', value: '确认', links: [{ text: '确认', href: mailtoLink(mailbox, '确认', ['确认']) }] },
          ],
        } as const,
      ]),
  ...(trial ? [paragraph(TRIAL)] : []),
  ...(lines.length === 0 ? [] : [{ kind: 'items', items: lines.map(itemOf), unnumbered: true } as const]),
  ...(more > 0 ? [paragraph(`另有${more}行未读：每封至多50行，未能识别的行过多时也不再往下读，请另发。`)] : []),
  ...(help ? section('可用的写法', [{ kind: 'list', lines: helpLines(words) }]) : []),
]

/** The names of a whole roster. */
const LONGEST = 4000

const itemOf = ({ state, result, choices }: AnswerLine): Item => ({
  title: `「${clean(result.said, 80)}」`,
  facts: [
    { label: '结果', value: STATES[state] },
    ...result.texts.map(text => ({ label: '说明', value: clean(text, LONGEST) })),
    ...(choices === null ? [] : [choices]),
  ],
})
