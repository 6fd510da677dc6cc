import { z } from 'zod'
import { memberOf, whyNoMember } from '../core/desk/member.ts'
import { isCronExpression } from '../schedule.ts'
import { bytes, day, hostName, word } from './quantities.ts'
import { server } from './server-schema.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])
const address = z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/, 'expected an address such as jxdw@dlut.edu.cn')
const cron = z.string().refine(isCronExpression, 'expected a cron expression such as "0 8 * * *"')
const zone = z.string().refine(isTimeZone, 'expected a time zone such as Asia/Shanghai')
const mailboxAddress = z
  .string()
  .regex(/^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, "expected 'name <address>'")

/** Who decides by mail: each a person's own address. */
const desk = z
  .array(
    mailboxAddress
      .refine(written => whyNoMember(written) !== 'list', "expected one person's address, this one is a list's")
      .refine(written => whyNoMember(written) !== 'nobody', 'expected an address that somebody reads and writes from'),
  )
  .refine(
    written => new Set(written.map(one => memberOf(one).address)).size === written.length,
    'an address stands there twice',
  )
  .default([])

const plainOnlyOnLoopback = (at: { host: string; tls: string }) => at.tls !== 'none' || LOOPBACK.has(at.host)
const PLAIN = { message: 'none is allowed on a loopback host only', path: ['tls'] }

/** `service.yaml`, see docs/operator-guide.md. */
export const serviceSchema = z.strictObject({
  timezone: zone.default('Asia/Shanghai'),
  database: word,
  mailbox: z
    .strictObject({
      ...server,
      folders: z.array(word).min(1),
      since: day,
      idle: z.boolean().default(true),
      receivedBy: z.array(hostName).min(1),
      sent: z.boolean().default(true),
    })
    .refine(plainOnlyOnLoopback, PLAIN),
  smtp: z
    .strictObject({ ...server, from: mailboxAddress, perMinute: z.int().min(1).max(10_000) })
    .refine(plainOnlyOnLoopback, PLAIN),
  schedule: z.strictObject({ sweep: cron, digest: cron }),
  staff: z.strictObject({ digestTo: z.array(address).min(1), desk, contact: word }),
  replies: z.enum(['hold', 'live']),
  senders: z.strictObject({
    authservId: word,
    trusted: z.boolean().default(false),
    domains: z.array(hostName).min(1),
    others: z.enum(['answer', 'hold']),
  }),
  limits: z.strictObject({
    messageBytes: bytes,
    documentBytes: bytes,
    inflatedBytes: bytes,
    xmlBytes: bytes,
    documentSeconds: z.number().positive().max(600),
    documentHeap: bytes,
    readers: z.int().min(1).max(64).default(2),
    attempts: z.int().min(1).max(100),
    ocr: z
      .strictObject({
        enabled: z.boolean().default(true),
        pages: z.int().min(1).max(500).default(20),
        pageSeconds: z.number().positive().max(600).default(60),
        memory: bytes.default(1024 ** 3),
      })
      .prefault({}),
  }),
  caps: z.strictObject({ perAddressPerDay: z.int().min(1), perHour: z.int().min(1) }),
  alarm: z
    .strictObject({ command: z.array(word).default([]), file: word.nullable().default(null) })
    .default({ command: [], file: null }),
  metrics: word.nullable().default(null),
})

export type ServiceSettings = z.output<typeof serviceSchema>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
