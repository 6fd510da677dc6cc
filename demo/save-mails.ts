import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { AcceptedMail } from '../test/support/embedded-smtp.ts'

/** Writes each mail as .eml, .txt and .html: replies and digests each in a folder of their own. Gives the names without ending. */
export async function saveMails(mails: readonly AcceptedMail[], out: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const [index, { source, to }] of mails.entries()) {
    const { subject = '', text = '', html, messageId = '' } = await simpleParser(source)
    const folder = messageId.includes('.digest.') ? 'digests' : 'replies'
    const name = join(out, folder, `${String(index + 1).padStart(2, '0')}-${to.join(',').replace(/[^\w.@,-]/g, '_')}`)
    mkdirSync(join(out, folder), { recursive: true })
    writeFileSync(`${name}.eml`, source)
    writeFileSync(`${name}.txt`, `${subject}\n\n${text}`)
    if (html) writeFileSync(`${name}.html`, html)
    names.push(name)
  }
  return names
}
