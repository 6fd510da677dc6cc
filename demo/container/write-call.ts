import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, parseDocument } from 'yaml'
import { SHIPPED_CONFIG } from '../../test/support/shipped-call.ts'
import { demoDeadline } from './deadline.ts'

/** Writes the shipped configuration into a folder as the demo needs it: a call that is open, and the demo's own mail server. */
function writeDemoConfig(folder: string): void {
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
  edit(join(folder, 'calls', '2024-model-branch.yaml'), call => {
    const deadline = demoDeadline()
    call.delete('example')
    call.set('announced', day(new Date(deadline.getTime() - WEEK)))
    call.set('deadline', deadline.toISOString())
    call.set('cycle', { from: month(deadline, 0), to: month(deadline, 2) })
  })
  edit(join(folder, 'service.yaml'), service => {
    for (const part of ['mailbox', 'smtp']) {
      service.setIn([part, 'host'], '127.0.0.1')
      service.setIn([part, 'tls'], 'none')
    }
    service.setIn(['mailbox', 'port'], 143)
    service.setIn(['smtp', 'port'], 25)
    service.set('replies', 'live')
  })
}

const WEEK = 7 * 86_400_000
const day = (date: Date): string => date.toISOString().slice(0, 10)
const month = (date: Date, years: number): string =>
  `${date.getUTCFullYear() + years}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`

function edit(file: string, change: (document: Document) => void): void {
  const document = parseDocument(readFileSync(file, 'utf8'))
  change(document as unknown as Document)
  writeFileSync(file, document.toString())
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('which folder is the configuration to be written to?')
writeDemoConfig(folder)
process.stdout.write(`The call is open until ${demoDeadline().toISOString()}.\n`)
