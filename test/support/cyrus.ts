import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import type { OtherImap } from './other-imap.ts'
import { freePort, LOOPBACK } from './ports.ts'
import { assertRoot, createServerFolder, endProcesses, startProcess, untilGreets } from './server-process.ts'
import { actInMailbox } from './staff.ts'
import { unpacked, unpackedEnvironment } from './unpacked-servers.ts'

const BIN = 'usr/lib/cyrus/bin'
const ADMIN = { user: 'cyrus', pass: 'x' }

/** A private Cyrus, in the layout where one's own folders lie below INBOX; it believes every password. */
export async function startCyrus(user: string): Promise<OtherImap> {
  assertRoot('Cyrus')
  const folder = createServerFolder('cyrus')
  const port = await freePort()
  const config = writeConfig(folder, port)
  const env = { ...unpackedEnvironment(), CYRUS_USER: 'mail' }
  const server = startProcess(
    unpacked(`${BIN}/master`),
    ['-D', '-C', config, '-M', join(folder, 'cyrus.conf'), '-p', join(folder, 'pid')],
    env,
  )
  await untilGreets(server, port, '* OK')
  const asAdmin = <T>(act: Parameters<typeof actInMailbox<T>>[1]) => actInMailbox({ port, ...ADMIN }, act)
  const create = (mailbox: string) => asAdmin(async client => void (await client.mailboxCreate(mailbox)))
  await create(`user/${user}`)
  await create('user/committee')
  const grant = (client: ImapFlow, ...acl: string[]) => command(client, 'SETACL', acl)
  await asAdmin(client => grant(client, 'user/committee', user, 'lr'))
  return {
    port,
    shared: 'user/committee',
    asUser: act => actInMailbox({ port, user, pass: 'x' }, act),
    toShared: act => actInMailbox({ port, user: 'committee', pass: 'x' }, act),
    renumber: async () => {
      await asAdmin(async client => {
        await grant(client, `user/${user}`, ADMIN.user, 'lrswipkxtecda')
        await client.mailboxDelete(`user/${user}`)
        await client.mailboxCreate(`user/${user}`)
      })
    },
    stop: async () => {
      await endProcesses(server.pid)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Exec = { exec(command: string, attributes: readonly object[]): Promise<{ next(): void }> }

/** A command that imapflow has no method for; its next one waits until the answer was taken. */
async function command(client: ImapFlow, name: string, words: readonly string[]): Promise<void> {
  const answer = await (client as unknown as Exec).exec(name, words.map(value => ({ type: 'STRING', value })))
  answer.next()
}

function writeConfig(folder: string, port: number): string {
  for (const name of ['proc', 'db', 'socket', 'lock', 'log', 'msg', 'ptclient'])
    mkdirSync(join(folder, 'conf', name), { recursive: true })
  mkdirSync(join(folder, 'spool'))
  execFileSync('chown', ['-R', 'mail:mail', folder])
  const config = join(folder, 'imapd.conf')
  writeFileSync(
    config,
    `configdirectory: ${folder}/conf
partition-default: ${folder}/spool
defaultpartition: default
admins: ${ADMIN.user}
cyrus_user: mail
cyrus_group: mail
sasl_pwcheck_method: alwaystrue
sasl_mech_list: PLAIN
allowplaintext: yes
unixhierarchysep: yes
altnamespace: no
virtdomains: off
imapidlepoll: 1
`,
  )
  const program = (name: string) => `"${unpacked(`${BIN}/${name}`)} -C ${config}`
  writeFileSync(
    join(folder, 'cyrus.conf'),
    `START {
  recover cmd=${program('ctl_cyrusdb')} -r"
}
SERVICES {
  imap cmd=${program('imapd')} -U 30" listen="${LOOPBACK}:${port}" prefork=0
}
EVENTS {
}
`,
  )
  return config
}
