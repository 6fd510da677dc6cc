import { simplify } from '../../naming/traditional.ts'
import { listed } from '../../words/listed.ts'
import { patternWith } from '../../words/pattern.ts'
import { writtenLines } from '../written-lines.ts'

/** What is said when a letter came. */
const SAID = listed(`
  邮件已收到 回复已收到 通知已收到 已经收到 已收到 收到 收悉 已收悉 已收 已阅知 已阅 阅 已知悉 知悉 已知晓 知晓 已了解 了解 知道了 知道 明白了 明白
  好的 好 嗯 行 可以 没问题 ok okay thanks roger 谢谢 感谢 多谢 谢 辛苦了 辛苦 麻烦了 给您添麻烦了 打扰了 got it noted with thank you so much very many
`)
/** To whom, by whom, and how a letter ends. */
const BESIDE = listed(`
  尊敬的 各位 老师们 老师 领导 书记 同志 学院党委 党委办公室 党委 学院 学校 您好 你好 您 你 们 我支部 我们 我 的 了 啦 哈 呀 哦 啊 这么快 耐心
  回复 提醒 告知 通知 答复 受理 及时 辛勤工作 工作 非常 十分 很 太 也 都 再次 此致 敬礼 顺祝 顺颂 祝好 祝 商祺 顺利 愉快 生活 身体健康 周末 一切 万事如意 节日快乐
  best regards kind dear sir
`)
const WORDS = patternWith('gi')`${[...SAID, ...BESIDE]}`
const LONGEST = 200

/** Whether a mail's own words are only thanks, or that a letter came: there is nothing to answer. */
export function isOnlyThanks(text: string): boolean {
  const said = simplify(writtenLines(text).join('\n'))
  return said !== '' && said.length <= LONGEST && !/[\p{L}\p{N}]/u.test(said.replace(WORDS, ''))
}
