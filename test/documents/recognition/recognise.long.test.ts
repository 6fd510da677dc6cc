import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../../src/core/document/document.ts'
import { contentOf } from '../../../src/documents/recognition/compose.ts'
import { createRecogniser, type Recogniser } from '../../../src/documents/recognition/recogniser.ts'
import { isSampleRead, samplePage } from '../../../src/documents/recognition/sample.ts'
import { scanPages } from '../../support/scans/make-scan.ts'
import { picturesPdf } from '../../support/scans/pictures-pdf.ts'

const MiB = 1024 * 1024
const FORM = readFileSync(join(import.meta.dirname, '../../fixtures/forms/c.pdf'))

/** A white square, a bit for each pixel: small to send, large to look at. */
function whitePng(side: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(side)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const row = Buffer.alloc(1 + Math.ceil(side / 8), 0xff).fill(0, 0, 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([size, size, Buffer.from([1, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a scanned form', () => {
  let recogniser: Recogniser
  let scan: Buffer
  beforeAll(async () => {
    recogniser = createRecogniser({ pageSeconds: 60, memory: 1024 * MiB })
    scan = await picturesPdf(await scanPages(FORM, { dpi: 110, turn: 1, quality: 60, top: 0.3 }))
  })
  afterAll(() => recogniser.close())

  it('is read into the same tables as a typed one', async () => {
    const result = await recogniser.recognise({ kind: 'pdf', bytes: scan, entry: null, page: 1 })
    if (result.status !== 'recognised') throw new Error(result.why)
    expect(result.pages).toBe(1)
    expect(result.likely).toBeGreaterThan(0.95)
    const [table] = contentOf([result.page]).blocks.filter(block => block.kind === 'table')
    const texts = table?.cells.map(({ blocks }) => plainText(blocks).replace(/\s/g, ''))
    expect(texts).toEqual(expect.arrayContaining(['党组织名称', '金属材料教工党支部', '主要事迹']))
  })

  it.each([-4, 8])('is read as one that lies straight where the sheet lies %s degrees askew', async turn => {
    const askew = await picturesPdf(await scanPages(FORM, { dpi: 110, turn, quality: 80, top: 0.3 }))
    const result = await recogniser.recognise({ kind: 'pdf', bytes: askew, entry: null, page: 1 })
    if (result.status !== 'recognised') throw new Error(result.why)
    const [table] = contentOf([result.page]).blocks.filter(block => block.kind === 'table')
    const texts = table?.cells.map(({ blocks }) => plainText(blocks).replace(/\s/g, ''))
    expect(texts).toEqual(expect.arrayContaining(['党组织名称', '金属材料教工党支部', '主要事迹']))
  })

  it('is preceded by a sample that doctor tries', async () => {
    expect(isSampleRead(await recogniser.recognise(samplePage()))).toBe(true)
  })

  it('does no harm when it is no PDF or lacks the page', async () => {
    const nonsense = { kind: 'pdf', bytes: Buffer.from('%PDF-1.5 nothing'), entry: null, page: 1 } as const
    expect(await recogniser.recognise(nonsense)).toMatchObject({ status: 'failed', why: 'undrawable' })
    expect(await recogniser.recognise({ ...nonsense, bytes: scan, page: 9 })).toMatchObject({ status: 'failed' })
  })

  it('costs its limit and nothing else when it is a bomb', async () => {
    const bomb = { kind: 'image', bytes: whitePng(30_000), entry: null, page: 1 } as const
    expect(bomb.bytes.length).toBeLessThan(2 * MiB)
    expect(await recogniser.recognise(bomb)).toMatchObject({ status: 'failed' })
    const hurried = createRecogniser({ pageSeconds: 0.05, memory: 1024 * MiB })
    const late = await hurried.recognise({ kind: 'pdf', bytes: scan, entry: null, page: 1 })
    expect(late).toMatchObject({ status: 'failed', why: 'timeout' })
    await hurried.close()
  })
})
