import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultySmtp, startFaultySmtp } from '../support/faulty-smtp.ts'
import { amended, bare } from '../support/imap-dialogues.ts'
import { LOGIN, liveVariables } from '../support/live-config.ts'
import { type ScriptedImap, startScriptedImap } from '../support/scripted-imap.ts'
import { shenbao } from '../support/shenbao-process.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const PLAIN = Buffer.from(`\0${LOGIN.user}\0${LOGIN.password}`).toString('base64')
let folder: string
let imap: ScriptedImap
let smtp: FaultySmtp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-secrets-'))
  const refusal = { when: /^LOGIN /, answer: () => [`NO LOGIN ${LOGIN.user} ${LOGIN.password} refused`] }
  imap = await startScriptedImap(
    amended(
      bare(() => []),
      refusal,
    ),
  )
  smtp = await startFaultySmtp({ at: 'AUTH', how: { answer: `535 AUTH PLAIN ${PLAIN} refused` } })
})
afterAll(async () => {
  await imap.stop()
  await smtp.stop()
  rmSync(folder, { recursive: true })
})

describe('a password that both servers repeat in refusing it', () => {
  it.each(['sweep', 'doctor', 'health'])('is in nothing that %s prints, nor in the database', async command => {
    const { stdout, stderr, code } = await shenbao(['--config', SHIPPED_CONFIG, command], {
      ...liveVariables({ imap: imap.port, smtp: smtp.port }),
      SHENBAO_REPLIES: 'hold',
      SHENBAO_DATABASE: join(folder, 'shenbao.db'),
    })
    const stored = readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1'))
    expect(code).toBe(1)
    expect(stdout + stderr).toContain('[password]')
    for (const text of [stdout, stderr, ...stored]) {
      expect(text).not.toContain(LOGIN.password)
      expect(text).not.toContain(PLAIN)
    }
  })
})
