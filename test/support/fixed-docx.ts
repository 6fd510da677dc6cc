import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { makeZip, type Part } from '../documents/make-zip.ts'

const WRITTEN = '2024-05-13T08:00:00Z'

/** The same docx bare of the time at which it was written, so that the same answers give the same bytes, on every machine. */
export async function fixedDocx(bytes: Buffer): Promise<Buffer> {
  const zip = await open(bytes)
  const parts: Part[] = []
  for (;;) {
    const entry = await next(zip)
    if (entry === null) return makeZip(parts, 0)
    const data = await read(zip, entry)
    const isDated = entry.fileName === 'docProps/core.xml'
    parts.push({
      path: entry.fileName,
      data: isDated ? data.toString().replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, WRITTEN) : data,
    })
  }
}

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error === null ? resolve(zip) : reject(error))),
  )

const next = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    zip.removeAllListeners()
    zip
      .once('entry', resolve)
      .once('end', () => resolve(null))
      .once('error', reject)
    zip.readEntry()
  })

const read = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(buffer(stream)) : reject(error))),
  )
