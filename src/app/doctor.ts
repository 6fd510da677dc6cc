import { setTimeout } from 'node:timers/promises'
import { howToSet, missingSecret } from '../config/config.ts'
import { amended } from '../core/call/amendment.ts'
import { diagnoseAmendments } from '../core/doctor/diagnose-amendments.ts'
import { diagnoseCalls } from '../core/doctor/diagnose-calls.ts'
import { diagnoseDatabase } from '../core/doctor/diagnose-database.ts'
import { diagnoseDesk } from '../core/doctor/diagnose-desk.ts'
import { diagnoseMailbox } from '../core/doctor/diagnose-mailbox.ts'
import { diagnosePending } from '../core/doctor/diagnose-pending.ts'
import { diagnoseSender } from '../core/doctor/diagnose-sender.ts'
import { bad, type Diagnosis, good } from '../core/doctor/diagnosis.ts'
import { isInside } from '../core/judge/findings/sender-findings.ts'
import { domainOf } from '../core/message/address.ts'
import { readAuthentication } from '../core/message/authentication.ts'
import { isSampleRead, samplePage } from '../documents/recognition/sample.ts'
import { describeError, MachineFault } from '../errors.ts'
import { sendTestMail } from '../jobs/test-mail.ts'
import { inspectMailbox } from '../mail/inspect-mailbox.ts'
import { parseHeader } from '../mail/parse-message.ts'
import { inspectDatabase, latestHeaders, readAmendments } from '../store/inspect-database.ts'
import { VERSION } from '../version.ts'
import { mailServer } from './mail-server.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'
import { todoAbout } from './todo-about.ts'

/** Looks at everything the service stands on, a part at a time; a part that fails is a line, and stops no other. */
export async function* diagnose(parts: Parts, testAddress: string | null): AsyncGenerator<Diagnosis> {
  const { config, clock } = parts
  yield good('program', `shenbao ${VERSION}, Node ${process.versions.node}`)
  yield good('configuration', `${config.folder}: no mistakes, calls: ${config.calls.map(({ id }) => id).join(', ')}`)
  const amendments = readAmendments(config.database)
  const calls = config.calls.map(call => amended(call, amendments))
  yield* diagnoseCalls(calls, { now: clock(), timezone: config.timezone, replies: config.replies })
  yield* diagnosePending(config.pending)
  yield* diagnoseAmendments(config.calls, amendments, config.timezone)
  yield* await entered('mailbox', parts, mailbox)
  yield* await entered('smtp', parts, sender)
  yield* await alone('database', async () => diagnoseDatabase(inspectDatabase(config.database)))
  yield* await alone('scans', () => scans(parts))
  yield* await alone('desk', () => desk(parts))
  if (testAddress !== null) yield* await alone('test mail', async () => [await testMail(testAddress, parts)])
}

/** What to do about a part that isn't a server. */
const REMEDIES: { readonly [about: string]: string } = {
  database: 'look at the file and its volume',
  scans:
    'install the packages again, or set limits.ocr.enabled: false; until then scans stay with a person unread, and all else goes on',
}

async function alone(about: string, work: () => Promise<readonly Diagnosis[]>): Promise<readonly Diagnosis[]> {
  try {
    return await work()
  } catch (error) {
    return [bad(about, describeError(error), REMEDIES[about] ?? todoAbout(error))]
  }
}

/** A server is asked only with its password: without one the rest is looked at all the same. */
async function entered(
  which: 'mailbox' | 'smtp',
  parts: Parts,
  look: (parts: Parts) => Promise<readonly Diagnosis[]>,
): Promise<readonly Diagnosis[]> {
  const about = which === 'mailbox' ? 'IMAP' : 'SMTP'
  const missing = missingSecret(which, parts.config)
  if (missing !== null) return [bad(about, `not asked: ${missing} is not set`, howToSet(missing))]
  return alone(about, () => look(parts))
}

async function mailbox({ config, clock }: Parts): Promise<readonly Diagnosis[]> {
  const { mailbox, senders, timezone } = config
  const seen = await inspectMailbox(mailServer('mailbox', config), {
    names: mailbox.folders,
    version: VERSION,
    now: clock(),
  })
  const settings = { receivedBy: mailbox.receivedBy, authservId: senders.authservId, timezone }
  return [good('IMAP login', `${mailbox.user} at ${mailbox.host}`), ...diagnoseMailbox(seen, settings)]
}

async function sender({ config, from, sender }: Parts): Promise<readonly Diagnosis[]> {
  const welcome = await sender.get().verify()
  const { host, user } = config.smtp
  return diagnoseSender({ ...welcome, host, user, from: from.address })
}

/** Recognition, tried on a picture of a few words. */
async function scans({ config, recogniser }: Parts): Promise<readonly Diagnosis[]> {
  if (!config.limits.ocr.enabled) return [good('scans', 'recognition is off: a scan stays with a person, unread')]
  const result = await recogniser.get().recognise(samplePage())
  recogniser.made?.rest()
  if (!isSampleRead(result)) throw new MachineFault('recognition doesn’t read its own sample')
  return [good('scans', 'recognition works: scans are read when nothing else waits')]
}

/** How many of the latest mails are looked at. */
const RECENT = 50

async function desk({ config }: Parts): Promise<readonly Diagnosis[]> {
  const { senders } = config
  const members = membersOf(config)
  const mails = members.length === 0 ? [] : await Promise.all(latestHeaders(config.database, RECENT).map(parseHeader))
  const outside = mails.filter(({ from }) => !isInside(from[0]?.address ?? '', senders.domains))
  const withResults = outside.filter(
    ({ headers, from }) => readAuthentication(headers, senders.authservId, from[0]?.address ?? null) !== 'none',
  )
  return [...diagnoseDesk({ members, senders }, { outside: outside.length, withResults: withResults.length })]
}

function testMail(to: string, { config, clock, from, sender, mailbox }: Parts): Promise<Diagnosis> {
  return sendTestMail(to, {
    clock,
    send: (mail, date) => sender.get().send(mail, date),
    mailbox: mailbox.get(),
    folderNames: config.mailbox.folders,
    ownAddress: config.mailbox.user,
    domain: domainOf(from.address),
    wait: milliseconds => setTimeout(milliseconds),
  })
}
