import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { composeMail } from '../support/compose-mail.ts'
import { startEmbeddedImap } from '../support/embedded-imap.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../support/live-config.ts'
import { startShenbao } from '../support/shenbao-process.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'

/** What is known of the one message; null as long as there is none. */
function messageIn(file: string): { state: string; attempts: number; begun: string | null; deaths: number } | null {
  try {
    const database = new Sqlite(file, { readonly: true })
    try {
      const row = 'SELECT state, attempts, begun_at AS begun, interruptions AS deaths FROM messages'
      return (database.prepare(row).get() as ReturnType<typeof messageIn> | undefined) ?? null
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'a sweep that %s ends in the middle of a message counts no attempt of it',
  async signal => {
    const imap = await startEmbeddedImap(LOGIN)
    const folder = mkdtempSync(join(tmpdir(), 'shenbao-interrupted-'))
    onTestFinished(async () => {
      await imap.stop()
      rmSync(folder, { recursive: true })
    })
    const at = new Date('2024-05-15T09:00:00+08:00')
    const files = [{ name: `${NAME}.docx`, bytes: await formDocx(filledAnswers()) }]
    imap.deliver(await composeMail({ from: 'a@dlut.edu.cn', subject: NAME, files, receivedAt: at }), at)
    const database = join(folder, 'test.db')
    const variables = { ...liveVariables({ imap: imap.port, smtp: 1 }), SHENBAO_DATABASE: database }
    const sweep = startShenbao(['--config', liveConfigFolder(), 'sweep'], variables)
    while (messageIn(database)?.begun == null) await setTimeout(5)
    const { code, stderr } = await sweep.end(signal)
    expect([code, stderr]).toEqual([1, expect.stringContaining('the process is to end')])
    expect(messageIn(database)).toEqual({ state: 'received', attempts: 0, begun: null, deaths: 0 })
  },
)
