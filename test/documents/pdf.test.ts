import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { type Drawing, drawPdf, hexOf } from './draw-pdf.ts'
import { encodeGbk } from './encode-gbk.ts'
import { certifiedPdf, chinesePdf, gbkPdf, lockedPdf, makePdf, scannedPdf } from './make-pdf.ts'

const linesOf = async (bytes: Buffer): Promise<unknown> =>
  (await readPdf(bytes)).blocks.map(block => 'text' in block && block.text)

const NOTICE: Drawing = { texts: [[72, 100, '为获得最佳体验，请使用阅读器打开此文件；若此消息未被替换，则无法显示。']] }

describe('a PDF', () => {
  it('with a form in XFA is read where its fields are on its pages, too', async () => {
    const widgets = [`/FT /Tx /T (name) /V <feff${hexOf('金属材料教工党支部')}> /Rect [72 700 300 716]`]
    expect(await linesOf(drawPdf([{ ...NOTICE, widgets }], { form: '/XFA [(template) 4 0 R]' }))).toContain(
      '金属材料教工党支部',
    )
  })

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
    ['encrypted', 'a certificate', certifiedPdf()],
    [
      'undecodable',
      'a portfolio, whose page only says so',
      drawPdf([NOTICE], { catalogue: '/Collection << /View /T >>' }),
    ],
    [
      'encrypted',
      'rights management',
      drawPdf([NOTICE], { catalogue: '/Collection << /View /H >> /Wrapped /EncryptedPayload' }),
    ],
    ['undecodable', 'a form in XFA, whose page only says so', drawPdf([NOTICE], { form: '/XFA [(template) 4 0 R]' })],
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
