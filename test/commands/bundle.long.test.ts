import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBundle } from '../../bundle/make-bundle.ts'
import type { Variables } from '../../src/config/environment.ts'
import { composeMail } from '../support/compose-mail.ts'
import { startEmbeddedImap } from '../support/embedded-imap.ts'
import { startEmbeddedSmtp } from '../support/embedded-smtp.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../support/live-config.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Within the project, for packages with a binary are looked for from there. */
const BUNDLE = join(ROOT, 'test-out/bundle')
const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const folder = mkdtempSync(join(tmpdir(), 'shenbao-bundle-'))

beforeAll(() => makeBundle(BUNDLE))
afterAll(() => {
  for (const one of [folder, BUNDLE]) rmSync(one, { recursive: true, force: true })
})

const bundled = join(BUNDLE, 'shenbao.js')

async function run(args: readonly string[], variables: Variables = {}, program = bundled): Promise<string> {
  const env = {
    ...{ PATH: process.env.PATH, SHENBAO_CONFIG: SHIPPED_CONFIG, SHENBAO_DATABASE: join(folder, 'shenbao.db') },
    ...variables,
  }
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, env })
  return stdout
}

it.each(['docx', 'doc', 'pdf'])(
  'the bundle of the image judges a form as %s as the sources do, each file in a process of its own',
  async kind => {
    const bytes = readFileSync(join(ROOT, `test/fixtures/forms/a.${kind}`))
    const receivedAt = new Date('2024-05-15T09:00:00+08:00')
    const mail = await composeMail({
      from: 'chenlixin@dlut.edu.cn',
      subject: NAME,
      receivedAt,
      files: [{ name: `${NAME}.${kind}`, bytes }],
    })
    writeFileSync(join(folder, `${kind}.eml`), mail)
    const judged = await run(['judge', '--json', `${kind}.eml`])
    expect(judged).toContain('"status":"read"')
    expect(judged).toBe(await run(['judge', '--json', `${kind}.eml`], {}, join(ROOT, 'bin/shenbao.js')))
  },
)

it('makes its database, takes a mail from the mailbox and answers it', async () => {
  const imap = await startEmbeddedImap(LOGIN)
  const smtp = await startEmbeddedSmtp(LOGIN)
  const config = liveConfigFolder()
  const files = [{ name: `${NAME}.docx`, bytes: await formDocx(filledAnswers()) }]
  const receivedAt = new Date('2024-05-15T09:00:00+08:00')
  imap.deliver(await composeMail({ from: 'chenlixin@dlut.edu.cn', subject: NAME, receivedAt, files }), receivedAt)
  const variables = { ...liveVariables({ imap: imap.port, smtp: smtp.port }), SHENBAO_CONFIG: config }
  await run(['sweep'], variables)
  const listed = await run(['list', '--json'], variables)
  await Promise.all([imap.stop(), smtp.stop()])
  rmSync(config, { recursive: true })
  expect(JSON.parse(listed)).toMatchObject({ outcome: 'accepted', reply: { state: 'sent' } })
})

it('tells its help as the sources do', async () => {
  expect(await run(['--help'])).toBe(await run(['--help'], {}, join(ROOT, 'bin/shenbao.js')))
})

it('recognises scans: the packages with a binary, and what they look for, are found', async () => {
  const config = liveConfigFolder()
  const variables = { ...liveVariables({ imap: 1, smtp: 1 }), SHENBAO_CONFIG: config }
  const told = await run(['doctor'], variables).catch((error: { stdout: string }) => error.stdout)
  rmSync(config, { recursive: true })
  expect(told).toContain('✓ scans: recognition works')
})
