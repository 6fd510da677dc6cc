import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createLog } from '../../src/log.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

async function diagnosed(database: string): Promise<readonly string[]> {
  const config = loadConfig(SHIPPED_CONFIG, { SHENBAO_DATABASE: database, SHENBAO_LIMITS_OCR_ENABLED: 'false' })
  const app = createApp(config, { clock: () => new Date('2024-05-15T00:00:00Z'), log: createLog('fatal') })
  onTestFinished(() => app.close())
  const seen = []
  for await (const { about, ok, seen: words } of app.diagnose(null)) seen.push(`${ok ? '✓' : '✗'} ${about}: ${words}`)
  return seen
}

it('doctor without passwords says which variables to set, and looks at all that needs none', async () => {
  const seen = await diagnosed(join(mkdtempSync(join(tmpdir(), 'shenbao-doctor-')), 'none', 'yet.db'))
  expect(seen).toContain('✗ IMAP: not asked: SHENBAO_MAILBOX_PASSWORD is not set')
  expect(seen).toContain('✗ SMTP: not asked: SHENBAO_SMTP_PASSWORD is not set')
  expect(seen.map(line => line.slice(2).split(':')[0])).toEqual(
    expect.arrayContaining(['program', 'configuration', 'clock', 'call 2024-model-branch', 'database', 'scans']),
  )
})

it('doctor calls a database damaged where the file is, not where it only can’t be read here: nobody restores a backup for that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-doctor-'))
  expect(await diagnosed(folder)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^✗ database: .* can't be read: .+$/),
      expect.stringMatching(/^✗ SMTP/),
      expect.stringMatching(/^✓ desk/),
    ]),
  )
  writeFileSync(join(folder, 'noise.db'), 'no database at all, but as long as one might be: '.repeat(40))
  expect(await diagnosed(join(folder, 'noise.db'))).toContain(`✗ database: ${join(folder, 'noise.db')} is damaged`)
})
