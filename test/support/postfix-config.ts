import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOOPBACK } from './ports.ts'

/** What a private Postfix is told; it keeps everything below `folder`. */
export interface PostfixPlaces {
  readonly folder: string
  readonly port: number
  readonly lmtpPort: number
  readonly authSocket: string
  readonly domains: readonly string[]
  readonly hostname: string
  /** Lines of main.cf that take the place of ours. */
  readonly settings?: string
}

const QUEUES = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'saved', 'trace']
const LONG_AGO = new Date('2001-01-01')
const SOCKETS = ['private', 'public', 'maildrop']

/** Writes main.cf and master.cf and makes the queue's folders (what `postfix check` does, in seconds); gives the config folder. */
export function writePostfixConfig(places: PostfixPlaces): string {
  const { folder } = places
  const config = join(folder, 'config')
  for (const name of ['config', 'queue/pid']) mkdirSync(join(folder, name), { recursive: true })
  const owned = ['data', ...[...QUEUES, ...SOCKETS].map(name => `queue/${name}`)].map(name => join(folder, name))
  for (const path of owned) mkdirSync(path, { mode: 0o700 })
  execFileSync('chown', ['postfix:postdrop', ...owned])
  chmodSync(join(folder, 'queue/public'), 0o710)
  chmodSync(join(folder, 'queue/maildrop'), 0o730)
  const settings = { 'main.cf': mainCf(places), 'master.cf': masterCf(places.port) }
  for (const [name, text] of Object.entries(settings)) {
    writeFileSync(join(config, name), text)
    // Postfix reads a file of this very second again and again, in case somebody is still writing it: two seconds lost.
    utimesSync(join(config, name), LONG_AGO, LONG_AGO)
  }
  return config
}

// Nothing leaves: mail is routed to 127.0.0.1 or into an error, and master.cf has no `smtp` client.
// Headers of loopback clients are left as they came, like a stranger's: no Date or Message-ID added.
// What is set twice makes each process write a warning; postlogd's own waits for itself when its socket is full of the others'.
function mainCf(places: PostfixPlaces): string {
  const settings = linesOf(places.settings ?? '')
  const told = new Set(settings.map(nameOf))
  const ours = linesOf([basics(places), routes(places), reception(places)].join(''))
  return `${[...ours.filter(line => !told.has(nameOf(line))), ...settings].join('\n')}\n`
}

const linesOf = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '')

const nameOf = (line: string): string => line.split('=', 1)[0]?.trim() ?? ''

function basics({ folder, hostname }: PostfixPlaces): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = ${hostname}
myorigin = $myhostname
mydestination =
mynetworks =
inet_interfaces = ${LOOPBACK}
inet_protocols = ipv4
disable_dns_lookups = yes
smtpd_peername_lookup = no
biff = no
alias_maps =
alias_database =
local_recipient_maps =
notify_classes =
local_header_rewrite_clients =
message_size_limit = 104857600
mailbox_size_limit = 0
queue_run_delay = 5s
minimal_backoff_time = 5s
maximal_backoff_time = 10s
`
}

function routes({ domains, lmtpPort }: PostfixPlaces): string {
  const nowhere = 'error:5.1.2 nothing leaves this test server'
  return `
virtual_mailbox_domains = ${domains.join(' ')}
virtual_transport = lmtp:inet:${LOOPBACK}:${lmtpPort}
default_transport = ${nowhere}
relay_transport = ${nowhere}
local_transport = ${nowhere}
`
}

function reception({ authSocket }: PostfixPlaces): string {
  return `
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions =
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${authSocket}
smtpd_sasl_security_options = noanonymous
smtpd_tls_security_level = none
`
}

function masterCf(port: number): string {
  return `
${LOOPBACK}:${port} inet n - n - - smtpd
pickup    unix  n - n 60   1 pickup
cleanup   unix  n - n -    0 cleanup
qmgr      unix  n - n 300  1 qmgr
rewrite   unix  - - n -    - trivial-rewrite
bounce    unix  - - n -    0 bounce
defer     unix  - - n -    0 bounce
trace     unix  - - n -    0 bounce
verify    unix  - - n -    1 verify
flush     unix  n - n 1000 0 flush
proxymap  unix  - - n -    - proxymap
showq     unix  n - n -    - showq
error     unix  - - n -    - error
retry     unix  - - n -    - error
discard   unix  - - n -    - discard
lmtp      unix  - - n -    - lmtp
anvil     unix  - - n -    1 anvil
scache    unix  - - n -    1 scache
postlog   unix-dgram n - n - 1 postlogd
`
}
