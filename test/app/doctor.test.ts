import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createLog } from '../../src/log.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

it('doctor without passwords says which variables to set, and looks at all that needs none', async () => {
  const config = loadConfig(SHIPPED_CONFIG, {
    SHENBAO_DATABASE: join(mkdtempSync(join(tmpdir(), 'shenbao-doctor-')), 'none-yet.db'),
    SHENBAO_LIMITS_OCR_ENABLED: 'false',
  })
  const app = createApp(config, { clock: () => new Date('2024-05-15T00:00:00Z'), log: createLog('fatal') })
  onTestFinished(() => app.close())
  const seen = []
  for await (const { about, ok, seen: words } of app.diagnose(null)) seen.push(`${ok ? '✓' : '✗'} ${about}: ${words}`)
  expect(seen).toContain('✗ IMAP: not asked: SHENBAO_MAILBOX_PASSWORD is not set')
  expect(seen).toContain('✗ SMTP: not asked: SHENBAO_SMTP_PASSWORD is not set')
  expect(seen.map(line => line.slice(2).split(':')[0])).toEqual(
    expect.arrayContaining(['program', 'configuration', 'clock', 'call 2024-model-branch', 'database', 'scans']),
  )
})
