import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Variables } from '../src/config/environment.ts'
import { loadConfig } from '../src/config/load.ts'
import { openStore } from '../src/store/store.ts'
import { median, type Row } from './measurement.ts'
import { HEADER_BYTES } from './seed-folder.ts'

const COUNTING = fileURLToPath(new URL('counting.ts', import.meta.url))

type Counted = Readonly<Record<'milliseconds' | 'cpu' | 'megabytes' | 'onServer' | 'unaccounted', number>>

/** Counts the mailbox so many times; `which`: what is so about it. */
export async function countRow(which: string, variables: Variables, runs: number): Promise<Row> {
  const all: Counted[] = []
  for (let run = 0; run < runs; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [COUNTING], {
      env: { ...process.env, ...variables },
    })
    all.push(JSON.parse(stdout))
  }
  const middle = (of: keyof Counted) => median(all.map(one => one[of]))
  return {
    what: `counting all ${middle('onServer').toLocaleString('en')} messages of a folder, ${which}`,
    target: '≤ 2 s',
    measured: `${middle('milliseconds').toFixed(0)} ms, ${middle('cpu').toFixed(0)} ms of processor time, peak of memory + ${middle('megabytes').toFixed(0)} MB`,
    met: middle('milliseconds') <= 2000 && middle('unaccounted') === 0,
  }
}

/** As if every message of INBOX had come after the first look: all are recorded, and set aside. */
export function recordAll(variables: Variables): void {
  const { database, mailbox } = loadConfig(variables.SHENBAO_CONFIG ?? '', variables)
  const store = openStore(database, `${mailbox.user}@${mailbox.host}`)
  const { uidValidity = 0, lastUid = 0 } = store.folders.find('INBOX') ?? {}
  const at = new Date()
  const found = { folder: 'INBOX', uidValidity, size: HEADER_BYTES, internalDate: at }
  store.transaction(() => {
    store.folders.begin('INBOX', { uidValidity, firstScanUid: 0 })
    store.folders.advance('INBOX', lastUid)
    for (let uid = 1; uid <= lastUid; uid++) {
      const id = store.messages.record({ ...found, uid, headerSha256: `${uid}` }, at)
      if (id !== null) store.messages.setAside(id, { sender: null, subject: null }, at)
    }
  })
  store.close()
}
