/**
 * The bare floor: every message fetched with imapflow, parsed with mailparser, its documents read with mammoth or pdf.js in worker threads.
 * Nothing is stored, judged or answered. pdf.js itself stands for pdf-parse, which is a wrapper of it and no quicker.
 *
 *   node bench/floor.ts PORT THREADS, the login in the environment
 */
import { Worker } from 'node:worker_threads'
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'

const [port = '', threads = ''] = process.argv.slice(2)
const { user = '', password = '' } = process.env
const AHEAD = 8

const idle = Array.from({ length: Number(threads) }, () => new Worker(new URL('floor-thread.ts', import.meta.url)))
const everyThread = [...idle]
const waiting: (() => void)[] = []
const open = new Set<Promise<void>>()

async function read(bytes: Uint8Array): Promise<void> {
  if (idle.length === 0) await new Promise<void>(resolve => waiting.push(resolve))
  const thread = idle.pop()
  if (thread === undefined) throw new Error('a thread was promised')
  await new Promise<void>((resolve, reject) => {
    thread.once('message', (error: string | null) => (error === null ? resolve() : reject(new Error(error))))
    thread.postMessage(bytes)
  })
  idle.push(thread)
  waiting.shift()?.()
}

const client = new ImapFlow({
  ...{ host: '127.0.0.1', port: Number(port), secure: false, logger: false, disableAutoIdle: true },
  auth: { user, pass: password },
})
await client.connect()
await client.mailboxOpen('INBOX', { readOnly: true })
for await (const { source } of client.fetch('1:*', { source: true, uid: true })) {
  const { attachments } = await simpleParser(source ?? Buffer.alloc(0))
  for (const { content } of attachments) {
    const reading = read(content)
    open.add(reading)
    void reading.finally(() => open.delete(reading))
  }
  while (open.size >= AHEAD) await Promise.race(open)
}
await Promise.all(open)
await client.logout()
await Promise.all(everyThread.map(thread => thread.terminate()))
