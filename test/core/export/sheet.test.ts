import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { digestSheets } from '../../../src/core/digest/digest-sheets.ts'
import { cellText } from '../../../src/core/export/sheet.ts'
import { writeWorkbook } from '../../../src/sheets/write-workbook.ts'
import { ordinaryDay } from '../digest/digest-facts.ts'
import { EVIL, hardDay } from '../digest/hard-day.ts'

describe('the text of a cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r\n=1', '|calc'])(
    'never begins a formula: %j',
    text => {
      expect(cellText(text)).toMatch(/^'/)
    },
  )
  test.each(['教工第一党支部', '党建-申报', 'a@b.cn', '2024年5月15日'])('is left as it is otherwise: %s', text => {
    expect(cellText(text)).toBe(text)
  })
  test('bears no control, bidi mark or half character', () => {
    expect(cellText('甲\u202e\u0000乙\ud800')).toBe('甲乙\ufffd')
  })
})

describe('the workbook of the digest', () => {
  test('holds the roster’s table as the digest shows it, under a frozen and filtered head', async () => {
    const bytes = await writeWorkbook(digestSheets(ordinaryDay))
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    const [roster] = sheets
    expect(roster?.rows.slice(1).map(([branch]) => branch)).toEqual(
      ordinaryDay.calls[0]?.rows.map(one => one.applicant.shown),
    )
    expect(roster?.freezePane).toMatchObject({ rows: 1 })
    expect(roster?.autoFilter?.range).toBe('A1:G32')
    expect(sheets.map(({ name }) => name)).toEqual(['各支部情况', '需要人工处理', '新收到的申报'])
  })

  test('executes nothing of what strangers wrote', async () => {
    const bytes = await writeWorkbook(digestSheets(hardDay))
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter(cell => typeof cell === 'string')
    expect(cells.filter(cell => /^[=+\-@\t]/.test(cell))).toEqual([])
    const formulas = sheets
      .flatMap(sheet => [...(sheet.cells?.values() ?? [])])
      .filter(cell => cell.formula !== undefined)
    expect(formulas).toEqual([])
    expect(sheets[1]?.rows).toHaveLength(EVIL.length + 1)
  })
})
