import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, NAME } from '../support/applicant.ts'
import { commandLine } from '../support/command-line.ts'
import { liveConfigFolder, liveVariables } from '../support/live-config.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const WHO = ['--by', '王老师', '--reason', '已电话核实']

let service: Service
let config: string
let out: string
const run = (...args: string[]) =>
  commandLine(['--config', config, ...args], {
    ...liveVariables({ imap: 1, smtp: 1 }),
    SHENBAO_DATABASE: service.config.database,
  })
const said = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(...args)
  return code === 0 ? stdout : `${code}: ${stderr}`
}
const purge = ['purge', '--call', CALL, '--before', '2024-09-01']

beforeAll(async () => {
  service = await startService()
  config = liveConfigFolder()
  out = mkdtempSync(join(tmpdir(), 'shenbao-desk-'))
})
afterAll(async () => {
  await service.stop()
  for (const folder of [config, out]) rmSync(folder, { recursive: true })
})

/** The deadline is long over for a process with the real clock. */
it('from a case to its end on the command line: closed, taken back, accepted, taken back, closed, exported, purged', async () => {
  const { send } = applicantOf(() => service)
  await send('15T09:00:00', { files: [{ name: `${NAME}.pdf`, bytes: scannedPdf() }] })
  expect(await said('decide', '1', 'close', ...WHO)).toBe(
    '邮件1：教工第一党支部，待核验，已办结\n受理编号2024-model-branch-0001：没有有效版本\n不发送答复：办结不另行答复\n',
  )
  expect(await said('decide', '1', 'undo', ...WHO)).toContain('邮件1：教工第一党支部，待核验\n')
  expect(await said(...purge)).toContain('未办结：邮件1。')
  expect(await said('decide', '1', 'accept', ...WHO)).toContain('第1版有效\n答复将由服务发出：chenlixin@dlut.edu.cn')
  expect(await said('decide', '1', 'undo', ...WHO)).toContain('不发送答复：撤销的决定尚未告知对方')
  expect(await said('decide', '1', 'close', ...WHO)).toContain('已办结')
  expect(await said(...purge, '--yes')).toMatch(/^[12]: .*never exported/s)
  expect(await said('export', '--call', CALL, '--out', join(out, 'all'))).not.toMatch(/^\d: /)
  expect(readdirSync(join(out, 'all')).length).toBeGreaterThan(1)
  expect(await said(...purge)).toContain('将清除1封邮件的个人信息；尚未清除任何内容。\n确认清除请加--yes。')
  expect(await said(...purge, '--yes')).toBe('已清除1封邮件的个人信息\n')
  expect(service.list()[0]?.from).toBeNull()
  expect(await said('audit')).not.toMatch(/^\d: /)
}, 180_000)

it('says which decision there is none to take back, and what a closed case can’t be', async () => {
  expect(await said('decide', '1', 'undo', ...WHO)).toMatch(/^2: /)
  expect(await said('decide', '99', 'close', ...WHO)).toMatch(/^2: .*99/s)
  expect(existsSync(service.config.database)).toBe(true)
}, 60_000)
