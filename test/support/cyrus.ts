import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { OtherImap } from './other-imap.ts'
import { freePort, LOOPBACK } from './ports.ts'
import { assertRoot, createServerFolder, endProcesses, startProcess, untilGreets } from './server-process.ts'
import { actInMailbox } from './staff.ts'
import { unpacked, unpackedEnvironment } from './unpacked-servers.ts'

const BIN = 'usr/lib/cyrus/bin'
const ADMIN = 'cyrus'

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
  const administer = (...commands: string[]) => sayEach(port, [`LOGIN ${ADMIN} x`, ...commands])
  await administer(`CREATE user/${user}`, 'CREATE user/committee', `SETACL user/committee ${user} lr`)
  return {
    port,
    shared: 'user/committee',
    asUser: act => actInMailbox({ port, user, pass: 'x' }, act),
    toShared: act => actInMailbox({ port, user: 'committee', pass: 'x' }, act),
    renumber: () =>
      administer(`SETACL user/${user} ${ADMIN} lrswipkxtecda`, `DELETE user/${user}`, `CREATE user/${user}`),
    stop: async () => {
      await endProcesses(server.pid)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One command after another, each answered with OK: imapflow can't log in who has no folders of their own, as the administrator. */
async function sayEach(port: number, commands: readonly string[]): Promise<void> {
  const socket = connect(port, LOOPBACK).setEncoding('latin1')
  try {
    for (const [tag, command] of commands.entries()) {
      socket.write(`a${tag} ${command}\r\n`)
      for (let heard = ''; !new RegExp(`^a${tag} OK`, 'm').test(heard); ) {
        heard += String((await once(socket, 'data'))[0])
        if (new RegExp(`^a${tag} (?:NO|BAD)`, 'm').test(heard)) throw new Error(`Cyrus: ${command}: ${heard}`)
      }
    }
  } finally {
    socket.destroy()
  }
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
admins: ${ADMIN}
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
