import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What clients said, read from a folder of Dovecot's rawlogs: sessions in the order of their start, without time stamps. */
export function readProtocolLog(folder: string): string {
  return readdirSync(folder)
    .filter(name => name.endsWith('.in'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .sort((a, b) => startedAt(a) - startedAt(b))
    .map(session => session.replaceAll(/^\d+\.\d+ /gm, ''))
    .join('')
}

function startedAt(session: string): number {
  return Number.parseFloat(session) || 0
}
