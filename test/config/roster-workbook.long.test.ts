import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { writeWorkbook } from '../../src/sheets/write-workbook.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const HEAD = ['支部名称', '类型', '别名', '联系邮箱', '排除原因']

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-roster-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const workbook = (rows: readonly (readonly string[])[], head = HEAD) =>
  writeWorkbook([{ name: '名册', columns: head.map(title => ({ title, width: 20 })), rows }])

/** The shipped call with that roster in the place of its own. */
async function load(bytes: Uint8Array) {
  writeFileSync(join(folder, 'calls', '2024-model-branch.roster.csv'), bytes)
  return loadConfig(folder, {}).calls[0]
}
const mistakes = async (bytes: Uint8Array) => {
  try {
    await load(bytes)
    return ''
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
}

test('a roster may be the workbook that the office keeps', async () => {
  const call = await load(
    await workbook([
      ['教工第一党支部', '教师', '一支部', 'one@dlut.edu.cn', ''],
      ['', '', '', '', ''],
      ['本科生第一党支部', '学生', '', 'A@dlut.edu.cn；b@dlut.edu.cn', '党委会研究'],
    ]),
  )
  expect(call?.roster).toEqual([
    { name: '教工第一党支部', type: 'teacher', aliases: ['一支部'], emails: ['one@dlut.edu.cn'], excluded: null },
    {
      ...{ name: '本科生第一党支部', type: 'student', aliases: [], excluded: '党委会研究' },
      emails: ['a@dlut.edu.cn', 'b@dlut.edu.cn'],
    },
  ])
})

test('its mistakes are told by the rows of the sheet, all at once', async () => {
  const told = await mistakes(
    await workbook([
      ['教工第一党支部', '教授', '', '', ''],
      ['', '', '', '', ''],
      ['教工第二支部', '', '', 'nobody', ''],
      ['教工第1党支部', '', '', '', ''],
    ]),
  )
  expect(told).toMatch(/row 2\b.*类型 must be one of/)
  expect(told).toMatch(/row 4\b.*must end in 党支部/)
  expect(told).toMatch(/row 4\b.*no address/)
  expect(told).toMatch(/row 2, 5\b.*may stand in one line only/)
})

test('a workbook without the column of names, a broken one and an old one are refused with a sentence', async () => {
  expect(await mistakes(await workbook([['甲', '教师']], ['单位', '类型']))).toMatch(
    /row 1\b.*needs the column 支部名称/,
  )
  const whole = await workbook([['教工第一党支部', '', '', '', '']])
  expect(await mistakes(whole.subarray(0, whole.length / 2))).toContain("can't be read as xlsx")
  expect(await mistakes(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('save it again as .xlsx')
})
