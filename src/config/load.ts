import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Call } from '../core/call/call.ts'
import type { PendingCall } from '../core/call/pending-call.ts'
import { ConfigurationError, describeError, type Mistake } from '../errors.ts'
import { check, readYaml } from './checked-file.ts'
import type { Config } from './config.ts'
import { databaseFile } from './database-path.ts'
import type { Variables } from './environment.ts'
import { formsIn } from './forms.ts'
import { loadCall } from './load-call.ts'
import { withLines } from './mistake-lines.ts'
import { override } from './overrides.ts'
import { isSecret, readSecret, type Secret } from './secrets.ts'
import { withFiles } from './server-files.ts'
import { type ServiceSettings, serviceSchema } from './service-schema.ts'

/**
 * Reads `service.yaml`, `calls/*.yaml` and the rosters they name, with the environment over it, into one frozen value.
 * Throws one ConfigurationError that lists every mistake.
 */
export function loadConfig(folder: string, variables: Variables, { mayLackCalls = false } = {}): Config {
  requireFolder(folder)
  const mistakes: Mistake[] = []
  const service = loadService(folder, variables, mistakes)
  // Who drafts a call is not stopped by the mistakes of another.
  const { calls, pending } = loadCalls(folder, { mayLack: mayLackCalls, mistakes: mayLackCalls ? [] : mistakes })
  const mailboxPassword = loadSecret('SHENBAO_MAILBOX_PASSWORD', variables, mistakes)
  const smtpPassword = loadSecret('SHENBAO_SMTP_PASSWORD', variables, mistakes)
  if (service?.replies === 'live')
    for (const { call, file } of calls) if (call.example) mistakes.push({ file, path: 'example', message: EXAMPLE })
  if (mistakes.length > 0 || service === null) throw new ConfigurationError(withLines(folder, mistakes))
  return deepFreeze({
    ...service,
    database: databaseFile(service.database),
    folder,
    mailbox: { ...service.mailbox, password: mailboxPassword },
    smtp: { ...service.smtp, password: smtpPassword },
    alarm: { ...service.alarm, file: pathOrNull(service.alarm.file) },
    metrics: pathOrNull(service.metrics),
    calls: calls.map(({ call }) => call),
    pending,
  })
}

const pathOrNull = (path: string | null): string | null => (path === null ? null : databaseFile(path))

const EXAMPLE =
  'replies: live is refused while the roster is the invented example: put your own in its place and take this line out'

function requireFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  const how = isContainer() ? 'mount it' : 'make it after the model of config/'
  const message = `the configuration folder is not there: ${how}, or name it by --config or SHENBAO_CONFIG`
  throw new ConfigurationError([{ file: resolve(folder), path: '', message }])
}

/** Docker and Podman leave these in every container. */
const isContainer = (): boolean => ['/.dockerenv', '/run/.containerenv'].some(path => existsSync(path))

function loadService(folder: string, variables: Variables, mistakes: Mistake[]): ServiceSettings | null {
  const file = 'service.yaml'
  const settings = readYaml(folder, file, mistakes)
  if (settings === undefined) return null
  const { variables: set, ...overridden } = override(settings, serviceSchema, variables)
  const found: Mistake[] = []
  const service = check(serviceSchema, overridden.settings, path => ({ file, path }), found)
  const whole = service && withFiles(folder, service, found)
  mistakes.push(...overridden.mistakes, ...found.map(mistake => ({ ...mistake, ...placeOf(mistake, set) })))
  return whole
}

/** What the environment says is mended there; of a list, the variable that holds the whole of it. */
function placeOf({ file, path }: Mistake, set: ReadonlyMap<string, string>): Pick<Mistake, 'file' | 'path'> {
  const name = set.get(path) ?? set.get(path.replace(/\.\d+$/, ''))
  return name === undefined ? { file, path } : { file: 'environment', path: name }
}

type CallsRead = { readonly mayLack: boolean; readonly mistakes: Mistake[] }

function callFiles(folder: string, { mayLack, mistakes }: CallsRead): readonly string[] {
  const wrong = (message: string) => mistakes.push({ file: 'calls', path: '', message })
  try {
    if (mayLack && !existsSync(join(folder, 'calls'))) return []
    const names = readdirSync(join(folder, 'calls')).filter(name => /\.ya?ml$/.test(name))
    if (names.length === 0 && !mayLack) wrong('has no call: a file calls/*.yaml is needed')
    return names.sort()
  } catch (error) {
    wrong(`can't be read: ${describeError(error)}; a folder with a file for each call is needed`)
    return []
  }
}

type NamedCall = { readonly call: Call; readonly file: string }

function loadCalls(
  folder: string,
  { mayLack, mistakes }: CallsRead,
): { calls: readonly NamedCall[]; pending: readonly PendingCall[] } {
  const forms = formsIn(folder, mistakes)
  const loaded = callFiles(folder, { mayLack, mistakes }).flatMap(name => {
    const file = `calls/${name}`
    const one = loadCall(folder, file, { forms, mistakes })
    return one === null ? [] : [{ ...one, file }]
  })
  const calls = loaded.flatMap(one => (one.kind === 'open' ? [{ call: one.call, file: one.file }] : []))
  const pending = loaded.flatMap(one => (one.kind === 'pending' ? [one.pending] : []))
  const ids = new Map<string, string>()
  for (const { id, file } of [...calls.map(({ call, file }) => ({ id: call.id, file })), ...pending]) {
    const other = ids.get(id)
    if (other !== undefined) mistakes.push({ file, path: 'id', message: `${other} is ${id} too: take one of them out` })
    ids.set(id, file)
  }
  return { calls, pending }
}

function loadSecret(name: string, variables: Variables, mistakes: Mistake[]): Secret | null {
  const secret = readSecret(name, variables)
  if (secret === null || isSecret(secret)) return secret
  mistakes.push(secret)
  return null
}

/** Freezes a tree of plain objects and arrays in place; a Date inside is nobody's to change but can't be frozen. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
