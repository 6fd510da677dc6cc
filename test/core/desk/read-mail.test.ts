import { expect, it } from 'vitest'
import { readMail } from '../../../src/core/desk/read-mail.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const read = (...lines: readonly string[]) =>
  readMail(lines, [shippedCall]).map(reading => (reading.kind === 'refused' ? reading.why : reading.kind))

it('two ways for one case are both refused, the same one twice is one', () => {
  expect(read('1 受理', '1 退回 看不清')).toEqual([
    expect.stringContaining('对第1号写了不同的办法（受理、退回），均未办理'),
    expect.stringContaining('请只写其中一种'),
  ])
  expect(read('1 受理', '1 受理', '2 受理')).toEqual(['command', 'courtesy', 'command'])
  expect(read('1 受理', '1 退回')).toEqual([
    expect.stringContaining('对第1号写了不同的办法（受理、退回），均未办理'),
    expect.stringContaining('须写明理由'),
  ])
  expect(read('1 受理', '2 受理', '1 先不要受理')).toEqual([
    expect.stringContaining('对第1号写了不同的办法'),
    'command',
    'unclear',
  ])
  expect(read('1 受理', '1 不行')[0]).toContain('对第1号写了不同的办法')
  expect(read('1 撤销上一决定', '1 退回 看不清')).toEqual(['command', 'command'])
})

it('a reason that may go on in lines behind it is asked, one above a signature is not', () => {
  expect(read('5 退回 请补盖章后', '重新发送扫描件，并附', 'Word版')).toEqual([
    expect.stringContaining('请照此写：5 退回 请补盖章后重新发送扫描件，并附Word版'),
    'courtesy',
    'courtesy',
  ])
  expect(read('5 退回 缺少盖章', '谢谢！', '王芳', '党委办公室')).toEqual([
    'command',
    'courtesy',
    'courtesy',
    'courtesy',
  ])
})

it('second thoughts in a line of their own are no order done at once: of the cases that they number, else of all', () => {
  const shown = (...lines: readonly string[]) =>
    readMail(lines, [shippedCall]).map(one =>
      one.kind === 'command' && one.command.what === 'case' ? one.command.lightly : one.kind,
    )
  expect(shown('1 受理', '2 受理', '等等，2号先别受理，我再核一下。')).toEqual([false, true, expect.any(String)])
  expect(shown('1 受理', '2 受理', '以上先别办，等我电话')).toEqual([true, true, expect.any(String)])
  expect(shown('1 受理', '无锡研究院')[0]).toBe(false)
  expect(shown('1 受理', '机械学院党委 莫小芳')[0]).toBe(false)
  expect(shown('1 受理', '谢谢，差点忘了')[0]).toBe(false)
  expect(shown('1 受理', '材料已归档', '王芳')).toEqual([false, expect.any(String), 'courtesy'])
})
