import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import { examine } from '../../src/documents/examine.ts'
import { readFile } from '../../src/documents/read-file.ts'
import { sha256 } from '../../src/sha256.ts'
import { encodeGbk } from './encode-gbk.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'
import { makeOle } from './make-ole.ts'
import { makeZip, type Part } from './make-zip.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 4 * MiB, xmlBytes: 1 * MiB, documentBytes: 2 * MiB }
const docx = makeDocx(paragraph(run('党支部名称：金属材料教工党支部')))
const doc = makeOle([{ name: 'WordDocument', data: Buffer.alloc(5000) }])
const jpeg = Buffer.from('\xff\xd8\xff\xe0', 'latin1')

async function read(name: string, bytes: Buffer): Promise<readonly Document[]> {
  let documents: Document[] = []
  for await (const finding of readFile(await examine({ name, bytes }, LIMITS.documentBytes), bytes, LIMITS)) {
    if (finding.step === 'found') documents = [...finding.documents]
    else documents[finding.index] = finding.document
  }
  return documents
}

const zipped = async (...parts: Part[]) => await read('申报书.zip', makeZip(parts))
/** What stands behind the archive itself. */
const inside = async (...parts: Part[]) => (await zipped(...parts)).slice(1)

describe('a zip', () => {
  it('stands among the documents under its own name and hash, and each file in it names it', async () => {
    const bytes = makeZip([{ path: '申报书.docx', data: docx }])
    expect(await read('申报书.zip', bytes)).toMatchObject([
      { name: '申报书.zip', kind: 'zip', status: 'opened', why: null, sha256: sha256(bytes), archive: null },
      { name: '申报书.docx', status: 'read', archive: '申报书.zip' },
    ])
  })

  it.each([
    [9, 'Deflate64'],
    [12, 'bzip2'],
    [14, 'LZMA'],
    [93, 'Zstandard'],
  ])('packed by a method that we lack (%i, %s) is undecodable, not corrupt', async method => {
    expect(await zipped({ path: '申报书.docx', data: docx, method })).toMatchObject([
      { name: '申报书.zip', status: 'unreadable', why: 'undecodable' },
    ])
  })

  it('gives the one document in it, under its own name', async () => {
    expect(await inside({ path: '申报书/党建工作样板支部申报书.docx', data: docx })).toMatchObject([
      { name: '党建工作样板支部申报书.docx', kind: 'docx', status: 'read', bytes: docx.length },
    ])
  })

  it('tells the folders that it stood in', async () => {
    const [deep, flat] = await inside(
      { path: '材料/代表性论文/1.docx', data: docx },
      { path: '申报书.docx', data: docx },
    )
    expect(deep).toMatchObject({ name: '1.docx', folder: '材料/代表性论文' })
    expect(flat).not.toHaveProperty('folder')
  })

  it('in a zip is as good as a folder of it, and deeper than people pack it stays closed', async () => {
    const once = makeZip([{ path: '申报书.docx', data: docx }])
    expect(await inside({ path: '材料/论文.zip', data: once })).toMatchObject([
      { name: '论文.zip', status: 'opened', archive: '申报书.zip', folder: '材料' },
      { name: '申报书.docx', status: 'read', archive: '申报书.zip', folder: '材料/论文' },
    ])
    const deep = makeZip([{ path: 'c.zip', data: makeZip([{ path: 'd.zip', data: once }]) }])
    expect(await inside({ path: 'b.zip', data: deep })).toMatchObject([
      { name: 'b.zip', status: 'opened' },
      { name: 'c.zip', status: 'opened' },
      { name: 'd.zip', status: 'unreadable', why: 'undecodable' },
    ])
  })

  it.each([
    ['in GBK', encodeGbk('申报书.docx')],
    ['in UTF-8 without the flag', Buffer.from('申报书.docx')],
    ['behind a backslash', Buffer.from('材料\\申报书.docx')],
  ])('gives names %s', async (_, path) => {
    expect(await inside({ path, data: docx })).toMatchObject([{ name: '申报书.docx', status: 'read' }])
  })

  it('gives several documents, each with what became of it', async () => {
    const parts = [
      { path: '申报书.docx', data: docx },
      { path: '证书.jpg', data: jpeg },
      { path: '旧版.doc', data: doc },
      { path: '空.docx', data: '' },
      { path: '内层.zip', data: makeZip([{ path: '申报书.docx', data: docx, flags: 1 }]) },
      { path: '大.pdf', data: `%PDF-1.4${' '.repeat(3 * MiB)}` },
    ]
    expect(await inside(...parts)).toMatchObject([
      { name: '申报书.docx', status: 'read', why: null },
      { name: '证书.jpg', status: 'skipped', kind: 'image' },
      { name: '旧版.doc', status: 'unreadable', why: 'undecodable', kind: 'doc' },
      { name: '空.docx', status: 'unreadable', why: 'corrupt' },
      { name: '内层.zip', status: 'unreadable', why: 'encrypted', kind: 'zip' },
      { name: '大.pdf', status: 'unreadable', why: 'too-large' },
    ])
  })

  it('leaves out what file managers and Word leave behind', async () => {
    const litter = ['__MACOSX/._申报书.docx', '._a.docx', '.DS_Store', '材料/~$报书.docx', 'Thumbs.db', '材料/']
    const parts = litter.map(path => ({ path, data: docx }))
    expect(await inside(...parts, { path: '申报书.docx', data: docx })).toMatchObject([{ name: '申报书.docx' }])
  })

  it.each([
    ['encrypted', 'a password', [{ path: '申报书.docx', data: docx, flags: 1 }]],
    ['corrupt', 'nothing in it', []],
    ['too-large', 'more in it than may come out', [{ path: 'a.docx', data: Buffer.alloc(5 * MiB) }]],
    ['too-large', 'a lie about its sizes', [{ path: 'a.docx', data: Buffer.alloc(5 * MiB), declaredBytes: 10 }]],
    ['too-large', 'thousands of files', Array.from({ length: 5000 }, (_, n) => ({ path: `${n}.txt`, data: '' }))],
  ])('is unreadable as a whole, %s, for %s', async (why, _, parts) => {
    expect(await zipped(...parts)).toMatchObject([{ name: '申报书.zip', kind: 'zip', status: 'unreadable', why }])
  })
})

describe('a file by itself', () => {
  it.each([
    ['read', null, 'a docx under another name', '申报书.pdf', docx],
    ['unreadable', 'corrupt', 'a docx cut off on the way', 'a.docx', docx.subarray(0, 700)],
    ['unreadable', 'corrupt', 'nothing at all', 'a.docx', Buffer.alloc(0)],
    ['unreadable', 'corrupt', 'zeros called docx', 'a.docx', Buffer.alloc(900)],
    [
      'unreadable',
      'encrypted',
      'a docx with a password',
      'a.docx',
      makeOle([{ name: 'EncryptedPackage', data: jpeg }]),
    ],
    ['unreadable', 'undecodable', 'a doc that no Word since 97 wrote', 'a.doc', doc],
    ['unreadable', 'too-large', 'a file over the limit', 'a.pdf', Buffer.from(`%PDF-1.4${' '.repeat(3 * MiB)}`)],
    ['skipped', null, 'a kind that isn’t read', 'a.jpg', jpeg],
    ['skipped', null, 'a large photo', 'a.jpg', Buffer.concat([jpeg, Buffer.alloc(3 * MiB)])],
  ])('is %s (%s) for %s', async (status, why, _, name, bytes) => {
    const [document] = await read(name, bytes)
    expect(document).toMatchObject({ name, status, why, bytes: bytes.length })
    expect(document?.content === null).toBe(status !== 'read')
  })

  it('bears the hash of its bytes', async () => {
    const [document] = await read('a.jpg', Buffer.from('abc'))
    expect(document?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
