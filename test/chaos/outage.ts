/**
 * An hour's work with the mail server stopped in the middle: the real worker, Dovecot and Postfix, branches that write every other moment; for
 * a while in the middle both servers are gone. Prints when it was told, and whether everything was answered afterwards, once; exit code 1
 * where it was told later than five minutes after the stop, or an answer is missing or came twice.
 *
 *   npm run test:outage -- [--minutes 60] [--outage 15] [--every 20]      (minutes, minutes, seconds)
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { DAY, startRealService } from '../support/real-service.ts'
import { startShenbao } from '../support/shenbao-process.ts'
import { shippedCall } from '../support/shipped-call.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, outage: { type: 'string' }, every: { type: 'string' } },
})
const MINUTE = 60_000
const length = Number(values.minutes ?? 60) * MINUTE
const outage = Number(values.outage ?? 15) * MINUTE
const every = Number(values.every ?? 20) * 1000
/** Milliseconds in which it must be told. */
const TOLD_WITHIN = 5 * MINUTE

const branches = shippedCall.roster.filter(({ excluded }) => excluded === null).map(({ name }) => name)
const addresses = branches.map((_, index) => `b${index}@branch.example`)
const deadline = new Date(Math.floor(Date.now() / MINUTE) * MINUTE + 5 * DAY)
const service = await startRealService(deadline, addresses)
const alarm = join(service.data, 'alarm.txt')
const worker = startShenbao(['run'], {
  ...service.variables,
  SHENBAO_ALARM_FILE: alarm,
  SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '1000',
})

const begun = performance.now()
const passed = () => performance.now() - begun
const said = (milliseconds: number | null) => (milliseconds === null ? 'never' : `${Math.round(milliseconds / 1000)} s`)

/** A version of a branch's application, each with another file. */
async function write(index: number): Promise<void> {
  const branch = branches[index % branches.length] ?? ''
  const name = `党建工作样板支部申报书-机械工程学院${branch}`
  const answers = filledAnswers({
    deadline,
    branchName: branch,
    memberCount: String(20 + Math.floor(index / branches.length)),
  })
  const attachments = [{ filename: `${name}.docx`, content: await formDocx(answers) }]
  await service.mail({ from: addresses[index % branches.length] ?? '', subject: name, attachments })
}

/** Writes until that time; what could not be handed in isn't counted. Gives how many. */
async function writeUntil(time: number, from: number): Promise<number> {
  let index = from
  for (; passed() < time; index += 1) {
    await write(index)
    await pause(every)
  }
  return index
}

/** When a line of the log came, after `since`: watched, for its clock is the wall's. */
async function firstTime(what: () => boolean, until: number): Promise<number | null> {
  const since = passed()
  while (passed() < until) {
    if (what()) return passed() - since
    await pause(250)
  }
  return null
}

const inLog = (words: string) => () => worker.log().includes(words)
const before = await writeUntil((length - outage) / 2, 0)
// What was handed in just now is not answered yet: the stop meets mail under way.
await write(before)
await Promise.all([service.postfix.halt(), service.dovecot.halt()])
const back = passed() + outage
const [toldInLog, toldOfMailbox, alarmed] = await Promise.all([
  firstTime(() => /can’t be looked at|no mail can be handed over/.test(worker.log()), back),
  firstTime(inLog('can’t be looked at'), back),
  firstTime(() => existsSync(alarm) && readFileSync(alarm, 'utf8').includes('【注意】'), back),
])
await pause(Math.max(0, back - passed()))
const health = await service.run('health')
// Postfix asks Dovecot for its mechanisms before it greets.
await service.dovecot.resume()
await service.postfix.resume()
const written = await writeUntil(length, before + 1)

/** A mailbox is asked again while the machine is too busy for its server to greet in time. */
async function mailsOf(address: string): ReturnType<typeof service.mailsOf> {
  for (let tries = 1; ; tries += 1)
    try {
      return await service.mailsOf(address)
    } catch (error) {
      if (tries === 5) throw error
      await pause(5000)
    }
}

/** The receipts in all mailboxes, by Message-ID. */
async function receipts(): Promise<readonly string[]> {
  const found: string[] = []
  for (const address of addresses)
    for (const { messageId } of await mailsOf(address)) if (messageId !== undefined) found.push(messageId)
  return found
}

const settledBy = passed() + 10 * MINUTE
let found = await receipts()
for (; new Set(found).size < written && passed() < settledBy; found = await receipts()) await pause(5000)
const settled = passed() - length
const atEnd = await service.run('health')
const { code } = await worker.end('SIGTERM')
const list = await service.list()
const twice = found.length - new Set(found).size
const missing = written - new Set(found).size
const violations = [
  ...(toldInLog === null || toldInLog > TOLD_WITHIN ? ['not told in the log within five minutes'] : []),
  ...(outage > TOLD_WITHIN && (alarmed === null || alarmed > TOLD_WITHIN) ? ['no alarm within five minutes'] : []),
  ...(missing > 0 ? [`${missing} answers are missing`] : []),
  ...(twice > 0 ? [`${twice} answers came twice`] : []),
  ...(atEnd.code === 0 ? [] : [`unhealthy at the end: ${atEnd.stderr}`]),
  ...(code === 0 ? [] : [`the worker ended with ${code}`]),
]
const accepted = list.filter(({ outcome }) => outcome === 'accepted').length
process.stdout.write(
  `minutes           ${length / MINUTE}, of them ${outage / MINUTE} without a mail server
mails handed in   ${written} (${before + 1} before the stop), accepted ${accepted}
told in the log   ${said(toldInLog)} after the stop (of the mailbox ${said(toldOfMailbox)})
alarm raised      ${said(alarmed)} after the stop
health at its end ${health.code === 0 ? 'healthy' : health.stderr.trim()}
answers           ${found.length}, twice ${twice}, missing ${missing}; all there ${said(Math.max(0, settled))} after the last mail
violations        ${violations.length}${violations.map(one => `\n  ${one}`).join('')}
`,
)
await service.stop()
process.exitCode = violations.length === 0 ? 0 : 1
