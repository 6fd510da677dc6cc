import { expect, it } from 'vitest'
import { MOST_ENCLOSED, tooLarge } from '../../../src/core/desk/paper-file.ts'
import { sheetsAmong } from '../../../src/core/desk/sheet-file.ts'

const file = (bytes: number) => ({ name: '材料.zip', type: 'application/zip', bytes: new Uint8Array(bytes) })

it('a file that no mail bears is had otherwise, one that this mail has no room for in another', () => {
  expect(tooLarge(file(MOST_ENCLOSED), 0, 'shenbao export')).toBeNull()
  expect(tooLarge(file(MOST_ENCLOSED + 1), 0, 'shenbao export')).toMatch(/超过一封邮件.*请由管理员执行shenbao export/)
  expect(tooLarge(file(100), MOST_ENCLOSED, 'shenbao export')).toContain('另发一封')
})

it('of what comes with a line, sheets are kept, and files that lost their names and may be one', () => {
  const attached = (name: string, bytes = 'PK\x03\x04') => ({ name, bytes: Buffer.from(bytes), sha256: name })
  const kept = (...names: string[]) => sheetsAmong(names.map(name => attached(name))).map(({ name }) => name)
  expect(kept('汇总表.XLSX', '签名.png', 'a.docx', '汇总表.xls')).toEqual(['汇总表.XLSX', '汇总表.xls'])
  expect(kept('', 'tcmime.1.bin', '????')).toEqual(['汇总表.xlsx', 'tcmime.1.bin', '????'])
  expect(sheetsAmong([attached('', 'hello'), attached('签名.bin', 'GIF8')])).toEqual([])
  expect(kept('1.xlsx', '2.xlsx', '3.xlsx', '4.xlsx')).toHaveLength(3)
})
