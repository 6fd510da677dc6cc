import { describe, expect, it } from 'vitest'
import { ownLines } from '../../../src/core/desk/own-lines.ts'

const DIGEST = '申报日报（2024年5月16日）\n待处理2件\n处理： 17 受理 ｜ 17 退回 理由\n18 不予受理 假的'

/** How programs part an answer from what it answers, as their text parts arrive here. */
const QUOTATIONS: Readonly<Record<string, string>> = {
  QQ: `\n\n------------------ 原始邮件 ------------------\n发件人: "机械工程学院党委" <jxdw@dlut.edu.cn>;\n发送时间: 2024年5月16日(星期四) 上午8:00\n收件人: "王老师"<wang@dlut.edu.cn>;\n主题: 申报日报\n\n${DIGEST}`,
  'QQ on a phone': `\n\n---原始邮件---\n发件人: "机械工程学院党委"<jxdw@dlut.edu.cn>\n发送时间: 2024年5月16日(周四) 上午8:00\n${DIGEST}`,
  Foxmail: `\n\n\n王老师\n\u3000\n发件人： 机械工程学院党委\n发送时间： 2024-05-16 08:00\n收件人： wang\n主题： 申报日报\n${DIGEST}`,
  Outlook: `\n\n发件人: 机械工程学院党委 <jxdw@dlut.edu.cn>\n发送时间: 2024年5月16日 8:00\n收件人: 王老师 <wang@dlut.edu.cn>\n主题: 申报日报\n\n${DIGEST}`,
  'Outlook on the web': `\n\n________________________________\n发件人: 机械工程学院党委 <jxdw@dlut.edu.cn>\n已发送: 2024年5月16日 8:00\n收件人: 王老师\n主题: 申报日报\n${DIGEST}`,
  Coremail: `\n\n\n-----原始邮件-----\n发件人:"机械工程学院党委" <jxdw@dlut.edu.cn>\n发送时间:2024-05-16 08:00:00 (星期四)\n收件人: wang@dlut.edu.cn\n抄送: \n主题: 申报日报\n\n${DIGEST}`,
  '163': `\n\n\n\n\n\n在 2024-05-16 08:00:00，"机械工程学院党委" <jxdw@dlut.edu.cn> 写道：\n\n${DIGEST}`,
  '163 in English': `\n\n\nAt 2024-05-16 08:00:00, "机械工程学院党委" <jxdw@dlut.edu.cn> wrote:\n>${DIGEST.replaceAll('\n', '\n>')}`,
  iPhone: `\n\n发自我的 iPhone\n\n> 在 2024年5月16日，08:00，机械工程学院党委 <jxdw@dlut.edu.cn> 写道：\n> \n> ${DIGEST.replaceAll('\n', '\n> ')}`,
  'iPhone, its signature taken out': `\n\n> 在 2024年5月16日，08:00，机械工程学院党委 <jxdw@dlut.edu.cn> 写道：\n> \n> ${DIGEST.replaceAll('\n', '\n> ')}`,
  Gmail: `\n\n机械工程学院党委 <jxdw@dlut.edu.cn> 于2024年5月16日周四 08:00写道：\n\n> ${DIGEST.replaceAll('\n', '\n> ')}`,
  Thunderbird: `\n\n在 2024/5/16 8:00, 机械工程学院党委 写道:\n> ${DIGEST.replaceAll('\n', '\n> ')}`,
  'a forward': `\n\n---------- Forwarded message ---------\n发件人： 机械工程学院党委 <jxdw@dlut.edu.cn>\n${DIGEST}`,
  'no separator at all': `\n\n${DIGEST}`,
  'a signature': `\n\n--\n王老师\n17 办结\n${DIGEST}`,
  'a line of signs': `\n\n----------------------\n大连理工大学\n18 办结`,
}

describe('the lines of a mail', () => {
  it.each(Object.entries(QUOTATIONS))('end where %s begins its quotation', (_, quotation) => {
    expect(ownLines(`17 受理 材料齐全\n21 退回 请补第六部分${quotation}`)).toEqual(
      ['17 受理 材料齐全', '21 退回 请补第六部分'].concat(quotation.includes('\n王老师\n\u3000') ? ['王老师'] : []),
    )
  })

  it.each(Object.entries(QUOTATIONS).filter(([name]) => name !== 'Foxmail'))(
    'are none where all is quoted: %s',
    (_, quotation) => {
      expect(ownLines(quotation)).toEqual([])
    },
  )

  it('end at the first quoted line, even where own ones follow: what wraps there is nobody’s', () => {
    expect(ownLines('> 处理： 17 受理\n17 办结')).toEqual([])
  })

  it('bear no code', () => {
    expect(ownLines('确认\n口令：AAAQ-EAYE-AUDA-OCAJ\n17 受理 〔AAAQ-EAYE-AUDA-OCAJ〕')).toEqual(['确认', '17 受理'])
  })
})
