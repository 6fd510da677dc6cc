import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { encodeGbk } from './encode-gbk.ts'
import { chinesePdf, gbkPdf, lockedPdf, makePdf, scannedPdf } from './make-pdf.ts'

const linesOf = async (bytes: Buffer): Promise<unknown> =>
  (await readPdf(bytes)).blocks.map(block => 'text' in block && block.text)

describe('a PDF', () => {
  it('is read in Chinese fonts that are not embedded', async () => {
    const lines = ['党建工作样板支部申报书', '党支部名称：金属材料教工党支部']
    expect(await linesOf(chinesePdf(lines))).toEqual(lines)
    expect(await linesOf(gbkPdf(lines.map(encodeGbk)))).toEqual(lines)
  })

  it.each([
    ['closes up letter-spaced words', '党 支 部 名 称：金 属 材 料', '党支部名称：金属材料'],
    ['leaves two words of one character apart', '党支部名称及书记 李 明', '党支部名称及书记 李 明'],
    ['turns radicals into ideographs', '⼯作⺠主⻓期⽀部', '工作民主长期支部'],
    ['leaves full-width characters as they are', '（一）２０２４年', '（一）２０２４年'],
  ])('%s', async (_, line, expected) => {
    const rest = '党支部名称：金属材料教工党支部，共三十二名党员，书记李明'
    expect(await linesOf(chinesePdf([line, rest]))).toEqual([expected, rest])
  })

  it.each([
    ['scanned', 'a page that is a picture', scannedPdf()],
    ['scanned', 'a scanner’s mark and nothing else', chinesePdf(['扫描全能王 创建', 'CamScanner'])],
    ['encrypted', 'a password', lockedPdf()],
    ['corrupt', 'no pages', makePdf(['<< /Type /Catalog >>'])],
    ['corrupt', 'nothing behind its head', Buffer.from('%PDF-1.7\n')],
  ])('is %s for %s', async (why, _, bytes) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ why })
  })

  it('with a loop in its page tree comes to an end', async () => {
    const loop = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 2 >>']
    await expect(readPdf(makePdf(loop))).rejects.toMatchObject({ name: 'Unreadable' })
  })
})
