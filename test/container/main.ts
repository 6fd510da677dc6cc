/** `npm run test:container`: the image and the demo of docker-compose.yml on a real engine, killed hard and started again. */

import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import type { ListedSubmission } from '../../src/core/application/listed-submission.ts'
import { waitFor } from '../support/ports.ts'
import { tryBadInput } from './bad-input.ts'
import { judgeDocuments } from './documents.ts'
import { compose, containerOf, hasEngine, inspect, run } from './engine.ts'

const SENT_WHILE_DEAD = 'latecomer@branch.example'
const BRANCHES = ['chenlixin', 'wanghaiyan', 'zhaoming', 'sunxiaolin'].map(name => `${name}@branch.example`)
const MINUTE = 60_000

function build(): void {
  const image = (name: string, ...more: readonly string[]) =>
    run('docker', 'build', '--network=host', '--quiet', '--tag', name, ...more)
  image('shenbao', '.')
  image('shenbao-demo', '--file', 'demo/container/Dockerfile', '.')
  image('shenbao-demo-mail', 'test/support/mail-server')
}

/** How many mails lie in a mailbox of the demo's server. */
async function count(user: string): Promise<number> {
  const server = { host: '127.0.0.1', port: 1143, secure: false, doSTARTTLS: false } as const
  const imap = new ImapFlow({ ...server, auth: { user, pass: 'demo' }, logger: false })
  await imap.connect()
  try {
    return (await imap.mailboxOpen('INBOX', { readOnly: true })).exists
  } finally {
    await imap.logout()
  }
}

async function send(from: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: 1025, ignoreTLS: true })
  const subject = '党建工作样板支部申报书-机械工程学院教工第五党支部'
  await transport.sendMail({ from, to: 'jxdw@dlut.edu.cn', subject, text: '请查收。' })
  transport.close()
}

const list = (): ListedSubmission[] =>
  compose('exec', '-T', 'demo', 'shenbao', 'list', '--json')
    .split('\n')
    .map(line => JSON.parse(line) as ListedSubmission)

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(`not so: ${what}`)
  process.stdout.write(`  ✓ ${what}\n`)
}

/** What one command in the image does alone. */
async function tryImage(): Promise<void> {
  const held = run('docker', 'run', '--rm', '--entrypoint', 'ls', 'shenbao', '/app').split('\n')
  const env = run('docker', 'image', 'inspect', '--format', '{{json .Config.Env}}', 'shenbao')
  expect(
    'the image holds the program, no configuration and no secret',
    held.join() === 'LICENSE,bin,build,data,migrations,node_modules,package.json,src' &&
      !/SHENBAO_(?!LIMITS_OCR_ENABLED=)/.test(env),
  )
  const documents = await judgeDocuments()
  expect(
    `it reads docx, doc and PDF (${documents.join(', ')})`,
    documents.join() === 'docx read accepted,doc read accepted,pdf read accepted',
  )
  const wrong = await tryBadInput()
  for (const one of wrong) process.stderr.write(`${one}\n`)
  expect('each kind of bad input ends with its exit code and a sentence that says what to do', wrong.length === 0)
}

async function main(): Promise<void> {
  build()
  await tryImage()
  const begin = performance.now()
  const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
  compose('up', '--detach', '--no-build')
  const demo = containerOf('demo')
  await waitFor(() => inspect(containerOf('demo-branches'), '{{.State.Status}}') === 'exited', {
    what: 'the answers',
    timeoutMs: 3 * MINUTE,
  })
  expect('every branch has its answer', inspect(containerOf('demo-branches'), '{{.State.ExitCode}}') === '0')
  const answered = seconds()
  await waitFor(() => inspect(demo, '{{.State.Health.Status}}') === 'healthy', {
    what: 'the healthy state',
    timeoutMs: 3 * MINUTE,
  })
  const healthy = seconds()
  const memory = run('docker', 'stats', '--no-stream', '--format', '{{.MemUsage}}', demo)
  expect('it runs as an ordinary user', compose('exec', '-T', 'demo', 'id', '-u') === '1000')

  const doctor = compose('exec', '-T', 'demo', 'sh', '-c', 'shenbao doctor; true').split('\n')
  const faults = doctor.filter(line => line.startsWith('✗'))
  expect(
    'doctor finds the worker, and nothing to do but to put in the notice’s own form',
    doctor.includes('✓ worker: one is at work on this database') &&
      faults.length === 1 &&
      doctor.some(line => line.includes('take «example: true» out')),
  )

  run('docker', 'kill', '--signal', 'KILL', demo)
  await send(SENT_WHILE_DEAD)
  run('docker', 'start', demo)
  await waitFor(async () => (await count(SENT_WHILE_DEAD)) > 0, {
    what: 'the answer to a mail sent while it was dead',
    timeoutMs: 3 * MINUTE,
  })
  expect('a mail sent while it was dead is answered', (await count(SENT_WHILE_DEAD)) === 1)
  const messages = list().filter(({ relation }) => relation === 'application')
  expect(
    'no message was lost, none is there twice',
    messages.length === 5 && new Set(messages.map(({ sha256 }) => sha256)).size === 5,
  )
  expect(
    'nobody was answered twice',
    (await Promise.all(BRANCHES.map(count))).every(mails => mails === 1),
  )

  const stopping = performance.now()
  run('docker', 'stop', '--time', '20', demo)
  expect('it ends by itself when told to', inspect(demo, '{{.State.ExitCode}}') === '0')
  const size = Number(run('docker', 'image', 'inspect', '--format', '{{.Size}}', 'shenbao'))
  const base = Number(run('docker', 'image', 'inspect', '--format', '{{.Size}}', 'node:24-bookworm-slim'))
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  process.stdout.write(`
  image                 ${mb(size)}, of which ${mb(size - base)} beyond node:24-bookworm-slim
  up to all answered    ${answered}
  up to healthy         ${healthy}
  memory when idle      ${memory}
  time to stop          ${((performance.now() - stopping) / 1000).toFixed(1)} s
`)
}

if (!hasEngine()) {
  process.stderr.write('There is no Docker engine here (docker info fails): the container was not tested.\n')
  process.exit(1)
}
compose('down', '--volumes', '--remove-orphans')
try {
  await main()
} finally {
  compose('down', '--volumes', '--remove-orphans')
}
