import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/documents/sniff.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'
import { makeOle } from './make-ole.ts'
import { chinesePdf } from './make-pdf.ts'
import { makeZip } from './make-zip.ts'

const docx = makeDocx(paragraph(run('党支部名称')))
const zipWith = (path: string) => makeZip([{ path, data: 'x' }])
const oleWith = (name: string) => makeOle([{ name, data: Buffer.alloc(600) }])
const odtHead = (() => {
  const text = 'mimetypeapplication/vnd.oasis.opendocument.text'
  const bytes = Buffer.concat([Buffer.alloc(30), Buffer.from(text)])
  bytes.write('PK\x03\x04')
  return bytes
})()

describe('the kind of a file', () => {
  it.each([
    ['docx', 'form.pdf', docx],
    ['docx', 'new form.wps', docx],
    ['docx', 'cut off on the way.docx', docx.subarray(0, 600)],
    ['docx', 'with a scanner’s text behind it.docx', Buffer.concat([docx, Buffer.from('\r\n-- scanned --\r\n')])],
    ['zip', 'files.docx', zipWith('申报书.docx')],
    ['zip', 'with a docx stored inside.zip', makeZip([{ path: 'a.docx', data: docx }])],
    ['xlsx', 'a', zipWith('xl/workbook.xml')],
    ['pptx', 'a', zipWith('ppt/presentation.xml')],
    ['ofd', 'a', zipWith('OFD.xml')],
    ['odt', 'a', odtHead],
    ['doc', 'form.docx', oleWith('WordDocument')],
    ['wps', 'form.WPS', oleWith('WordDocument')],
    ['xlsx', 'old.xls', oleWith('Workbook')],
    ['pptx', 'old.ppt', oleWith('PowerPoint Document')],
    ['other', 'Thumbs.db', oleWith('Catalog')],
    ['doc', 'strange.doc', oleWith('Catalog')],
    ['pdf', 'form.docx', chinesePdf(['一'])],
    ['pdf', 'late head', Buffer.concat([Buffer.alloc(900, 10), chinesePdf(['一'])])],
    ['rtf', 'a.doc', Buffer.from('{\\rtf1\\ansi}')],
    ['rar', 'a.zip', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['7z', 'a', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')],
    ['image', 'a.pdf', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['image', 'a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['image', 'a.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1')],
    ['image', 'a.tif', Buffer.from('II*\0', 'latin1')],
    ['html', 'a.doc', Buffer.from('\ufeff<HTML><body>表格</body>')],
    ['html', 'a.mht', Buffer.from('MIME-Version: 1.0\r\n')],
    ['xml', 'a.doc', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?>')],
    ['txt', 'a', Buffer.from('党支部')],
    ['txt', 'a', Buffer.from('b5b3d6a7b2bf', 'hex')],
    ['txt', 'a', Buffer.from('\ufeff党', 'utf16le')],
    ['other', 'a.docx', Buffer.alloc(100)],
    ['other', '', Buffer.alloc(0)],
  ])('is %s for %s', async (kind, name, bytes) => {
    expect(await sniff(name, bytes)).toEqual({ kind, encrypted: false })
  })

  it('is seen through a password', async () => {
    expect(await sniff('form.docx', oleWith('EncryptedPackage'))).toEqual({ kind: 'docx', encrypted: true })
    const head = Buffer.alloc(5000)
    head.writeUInt16LE(0xa5ec, 0)
    head.writeUInt16LE(0x0100, 10)
    const doc = makeOle([
      { name: '1Table', data: Buffer.alloc(4096) },
      { name: 'WordDocument', data: head },
    ])
    expect(await sniff('form.doc', doc)).toEqual({ kind: 'doc', encrypted: true })
  })

  it('has an answer for whatever bytes', async () => {
    const heads = ['', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '%PDF-', '<?xml']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        const { kind } = await sniff('a.doc', Buffer.concat([Buffer.from(head, 'latin1'), tail]))
        expect(kind).toBeTypeOf('string')
      }),
    )
  })
})
