import { simplify } from '../../naming/traditional.ts'
import { listed } from '../../words/listed.ts'
import { patternWith } from '../../words/pattern.ts'
import { ACKNOWLEDGING } from '../../words/thanks-words.ts'
import { isAnswerBySubject } from '../bare-answer.ts'
import type { Message } from '../message.ts'
import { writtenLines } from '../written-lines.ts'

/** To whom, by whom, and how a letter ends. */
const BESIDE = listed(`
  尊敬的 各位 老师们 老师 领导 书记 同志 学院党委 党委办公室 党委 学院 学校 您好 你好 您 你 们 我支部 我们 我 的 了 啦 哈 呀 哦 啊 这么快 耐心
  回复 提醒 告知 通知 答复 受理 及时 辛勤工作 工作 非常 十分 很 太 也 都 再次 此致 敬礼 顺祝 顺颂 祝好 祝 商祺 顺利 愉快 生活 身体健康 周末 一切 万事如意 节日快乐
  best regards kind dear sir
`)
const WORDS = patternWith('gi')`${[...ACKNOWLEDGING, ...BESIDE]}`
const LONGEST = 200

/** Whether a mail's own words are only thanks, or that a letter came: there is nothing to answer. Of an answer the subject is another's. */
export function isOnlyThanks({ subject, text, references }: Pick<Message, 'subject' | 'text' | 'references'>): boolean {
  const said = simplify(writtenLines(text).join('\n'))
  const over = references.length > 0 || isAnswerBySubject(subject) ? '' : simplify(subject ?? '')
  return said !== '' && said.length <= LONGEST && saysNothingElse(said) && saysNothingElse(over)
}

const saysNothingElse = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text.replace(WORDS, ''))
