/**
 * `npm run test:production -- [NODE]`: what git has, installed without the development packages in an empty folder, judges mails and opens
 * a database on that Node alone; without NODE it is the one that runs this.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { composeMail } from '../support/compose-mail.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'

const ROOT = join(import.meta.dirname, '../..')
const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const node = process.argv[2] ?? process.execPath
const folder = mkdtempSync(join(tmpdir(), 'shenbao-production-'))
const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` }

const run = (command: string, args: readonly string[], input?: Uint8Array): string =>
  execFileSync(command, args, { cwd: folder, env, encoding: 'utf8', ...(input === undefined ? {} : { input }) })

async function mail(): Promise<Uint8Array> {
  const receivedAt = new Date('2024-05-15T09:00:00+08:00')
  const files = [{ name: `${NAME}.docx`, bytes: await formDocx(filledAnswers()) }]
  return composeMail({ from: 'chenlixin@dlut.edu.cn', subject: NAME, receivedAt, files })
}

function expectLine(what: string, holds: boolean): void {
  process.stdout.write(`${holds ? '✓' : '✗'} ${what}\n`)
  if (!holds) process.exitCode = 1
}

try {
  const sources = execFileSync('git', ['archive', 'HEAD'], { cwd: ROOT, maxBuffer: 1 << 28 })
  run('tar', ['x'], sources)
  run('npm', ['ci', '--omit=dev'])
  expectLine(`runs on Node ${run(node, ['--version']).trim()}`, !existsSync(join(folder, 'node_modules/node')))
  const shenbao = (...args: readonly string[]) => run('npm', ['run', '-s', 'shenbao', '--', ...args])
  expectLine('tells its version', /^\d+\.\d+\.\d+/.test(shenbao('--version')))
  writeFileSync(join(folder, 'mail.eml'), await mail())
  const judged = JSON.parse(shenbao('judge', '--json', 'mail.eml')) as { outcome: string }
  expectLine('judges a mail with its form', judged.outcome === 'accepted')
  const open = "import { openStore } from './src/store/store.ts'; openStore('shenbao.db', 'jxdw@dlut.edu.cn').close()"
  run(node, ['--input-type=module', '--eval', open])
  env.SHENBAO_DATABASE = join(folder, 'shenbao.db')
  expectLine('lists an empty database', shenbao('list', '--json') === '')
} finally {
  rmSync(folder, { recursive: true })
}
