import type { ChildProcess } from 'node:child_process'
import diagnostics from 'node:diagnostics_channel'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import { readForm } from '../../src/core/form/read-form.ts'
import { readingOf } from '../../src/core/judge/reading.ts'
import { createReaderPool, type ReaderPool, type ReaderPoolSettings } from '../../src/documents/reader-pool.ts'
import type { Answer } from '../../src/documents/reader-process.ts'
import { Cancelled } from '../../src/errors.ts'
import { shippedCall } from '../support/shipped-call.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'
import { chinesePdf, makePdf, stream } from './make-pdf.ts'
import { makeZip } from './make-zip.ts'

const MiB = 1024 ** 2
const LIMITS = {
  ...{ inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB },
  ...{ documentSeconds: 60, documentHeap: 512 * MiB },
}
const page = paragraph(run('党支部名称：金属材料教工党支部'))
const small = { name: '申报书.docx', bytes: makeDocx(page) }
/** Small elements take most memory for their bytes. */
const heavy = { name: '厚.docx', bytes: makeDocx(page + paragraph('<w:r/>'.repeat(400_000))) }

/** Every child process that this test started, and the steps they answered with. */
let children: ChildProcess[] = []
let steps: string[] = []
const pools: ReaderPool[] = []
const watch = (message: unknown) => {
  const { process: child } = message as { process: ChildProcess }
  children.push(child)
  child.on('message', ({ step }: Answer) => steps.push(step))
}

function open(limits: Partial<typeof LIMITS> = {}, settings: Partial<ReaderPoolSettings> = {}): ReaderPool {
  const pool = createReaderPool({ limits: { ...LIMITS, ...limits }, ...settings })
  pools.push(pool)
  return pool
}

beforeEach(() => {
  children = []
  steps = []
  diagnostics.subscribe('child_process', watch)
})
afterEach(async () => {
  diagnostics.unsubscribe('child_process', watch)
  await Promise.all(pools.splice(0).map(pool => pool.close()))
})

/** What was read of a document is not read again: nothing could be, here. */
const withoutContent = (document: Document | undefined): Document => {
  if (document === undefined) throw new Error('no document')
  return Object.defineProperty(document, 'content', { get: () => null })
}

describe('a pool of readers', () => {
  it('reads a document as the form of each call that is asked, in its own process', async () => {
    const form = { name: '申报书.docx', bytes: readFileSync(new URL('../fixtures/forms/a.docx', import.meta.url)) }
    const pool = open()
    const content = (await pool.read(form))[0]?.content ?? { blocks: [] }
    const template = { ...shippedCall.form.template, example: false, content }
    const handsItOut = { ...shippedCall, form: { ...shippedCall.form, template } }
    const [document] = await pool.read(form, { calls: [shippedCall, handsItOut] })
    const read = withoutContent(document)
    expect(readingOf(read, shippedCall)).toEqual(readForm(content, shippedCall))
    expect(readingOf(read, shippedCall)?.kind).toBe('filled')
    expect(readingOf(read, handsItOut)?.kind).toBe('blank')
    expect(readingOf(read, { ...shippedCall })).toBeNull()
  })

  it('tells a process of a call once, whatever it reads then', async () => {
    const pool = open({}, { size: 1 })
    for (const name of ['一.docx', '二.docx']) {
      const [document] = await pool.read({ ...small, name }, { calls: [shippedCall] })
      expect(readingOf(withoutContent(document), shippedCall)).not.toBeNull()
    }
    expect(children).toHaveLength(1)
    expect(steps.filter(step => step === 'understood')).toHaveLength(2)
  })

  it('reads documents of several kinds in one process', async () => {
    const pool = open({}, { size: 1 })
    const pdf = {
      name: '申报书.pdf',
      bytes: chinesePdf(['党支部名称：金属材料教工党支部', '党支部书记姓名：李明，职务：系主任']),
    }
    const first = { kind: 'paragraph', text: '党支部名称：金属材料教工党支部' }
    expect(await pool.read(small)).toMatchObject([{ status: 'read', kind: 'docx', content: { blocks: [first] } }])
    expect(await pool.read(pdf)).toMatchObject([{ status: 'read', kind: 'pdf', content: { blocks: [first, {}] } }])
    expect(children).toHaveLength(1)
  })

  it('lets files wait when all its processes are busy', async () => {
    const pool = open({}, { size: 2, usual: 2 })
    const read = await Promise.all(Array.from({ length: 6 }, () => pool.read(small)))
    expect(read.map(([document]) => document?.status)).toEqual(Array(6).fill('read'))
    expect(children).toHaveLength(2)
  })

  it('starts a process for each file that is expected, as many as it may, and reads the files in them', async () => {
    const pool = open({}, { size: 2, usual: 2 })
    pool.expect()
    expect(children).toHaveLength(1)
    for (const _ of [2, 3]) pool.expect()
    expect(children).toHaveLength(2)
    await Promise.all([pool.read(small), pool.read(small)])
    pool.expect()
    expect(children).toHaveLength(2)
  })

  it('ends a process whose file never came', async () => {
    const pool = open({}, { idleMs: 1 })
    pool.expect()
    await Promise.all(children.map(child => once(child, 'exit')))
    expect(children).toHaveLength(1)
  })

  it('starts no process for what needs no reading', async () => {
    const pool = open()
    expect(await pool.read({ name: 'a.jpg', bytes: Buffer.from('\xff\xd8\xff', 'latin1') })).toMatchObject([
      { status: 'skipped' },
    ])
    expect(await pool.read({ name: '', bytes: new Uint8Array() })).toMatchObject([{ why: 'corrupt' }])
    expect(children).toHaveLength(0)
  })

  it('ends a process that has nothing to do, and starts another one later', async () => {
    const pool = open({}, { idleMs: 1 })
    await pool.read(small)
    const [first] = children
    if (first?.exitCode === null && first.signalCode === null) await once(first, 'exit')
    expect(await pool.read(small)).toMatchObject([{ status: 'read' }])
    expect(children).toHaveLength(2)
  })
})

describe('a file that would do harm', () => {
  const zeros = Buffer.alloc(64 * MiB)
  const bomb = {
    name: '申报书.docx',
    bytes: makeZip([
      { path: 'word/document.xml', data: zeros },
      { path: 'a', data: '' },
    ]),
  }
  const flate = deflateSync(Buffer.alloc(600 * MiB, 'BT (abc) Tj ET\n')).toString('latin1')
  const pdfBomb = makePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    stream(flate).replace('<<', '<< /Filter /FlateDecode'),
  ])

  it.each([
    ['inflates to 64 MB', bomb, {}],
    ['needs more heap than there is', heavy, { documentHeap: 48 * MiB }],
    ['takes memory beside the heap', { name: 'a.pdf', bytes: pdfBomb }, { documentHeap: 128 * MiB }],
  ])('is too large when it %s, and the next one is read', async (_, file, limits) => {
    const pool = open(limits, { size: 1 })
    const unreadable = { name: file.name, status: 'unreadable', why: 'too-large', content: null }
    expect(await pool.read(file)).toMatchObject([unreadable])
    expect(await pool.read(small)).toMatchObject([{ status: 'read' }])
  })

  it('is stopped at the time limit', async () => {
    const pool = open({ documentSeconds: 0.5 }, { size: 1 })
    expect(await pool.read(heavy)).toMatchObject([{ status: 'unreadable', why: 'timeout', content: null }])
    expect(await pool.read(heavy)).toMatchObject([{ status: 'unreadable', why: 'timeout' }])
    expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGVTALRM', 'SIGVTALRM'])
  })

  it('costs only itself among the files of a zip', async () => {
    const parts = [
      { path: '一.docx', data: small.bytes },
      { path: '二.docx', data: heavy.bytes },
    ]
    const documents = await open({ documentHeap: 48 * MiB }).read({ name: '材料.zip', bytes: makeZip(parts) })
    expect(documents).toMatchObject([
      { name: '材料.zip', status: 'opened' },
      { name: '一.docx', status: 'read' },
      { name: '二.docx', status: 'unreadable', why: 'too-large' },
    ])
  })
})

describe('what is no file’s fault', () => {
  it('is a machine that gives its reader no processor time', async () => {
    const pool = open({ documentSeconds: 1 }, { size: 1 })
    pool.expect()
    await vi.waitUntil(() => steps.includes('ready'), { interval: 5, timeout: 30_000 })
    const pid = children[0]?.pid ?? Number.NaN
    process.kill(pid, 'SIGSTOP')
    const reading = pool.read(small)
    await delay(2500)
    process.kill(pid, 'SIGCONT')
    expect(await reading).toMatchObject([{ status: 'read' }])
    expect(children).toHaveLength(1)
  })

  it('is waited for no longer than twelve times the limit', async () => {
    const pool = open({ documentSeconds: 0.1 }, { size: 1 })
    pool.expect()
    await vi.waitUntil(() => steps.includes('ready'), { interval: 5, timeout: 30_000 })
    process.kill(children[0]?.pid ?? Number.NaN, 'SIGSTOP')
    expect(await pool.read(small)).toMatchObject([{ status: 'unreadable', why: 'timeout' }])
    expect(children.map(({ killed }) => killed)).toEqual([true])
  })

  it('throws when no process can be started', async () => {
    await expect(open({ documentHeap: 1 * MiB }).read(small)).rejects.toThrow('did not start')
  })

  it.each([
    ['at its start', null],
    ['begun', 'ready'],
    ['under way', 'found'],
  ])('throws Cancelled for a file %s and those waiting when the pool closes', async (_, step) => {
    const pool = open({}, { size: 1 })
    const readings = [pool.read(heavy), pool.read(small)].map(reading => reading.catch(error => error))
    await vi.waitUntil(() => children.length > 0 && (step === null || steps.includes(step)), {
      interval: 1,
      timeout: 10_000,
    })
    await pool.close()
    for (const error of await Promise.all(readings)) expect(error).toBeInstanceOf(Cancelled)
    await expect(pool.read(small)).rejects.toBeInstanceOf(Cancelled)
    expect(children.every(child => child.signalCode !== null)).toBe(true)
  })
})
