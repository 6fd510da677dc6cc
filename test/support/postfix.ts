import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, LOOPBACK } from './ports.ts'
import { writePostfixConfig } from './postfix-config.ts'
import { assertRoot, createServerFolder, endProcesses, startProcess, untilGreets } from './server-process.ts'

export interface PostfixOptions {
  /** Dovecot's LMTP port, to which mail for `domains` goes. */
  readonly lmtpPort: number
  /** Dovecot's socket for SMTP AUTH. */
  readonly authSocket: string
  /** The domains this server takes mail for; every other address is refused. */
  readonly domains: readonly string[]
  /** What the `Received` headers and the greeting say. */
  readonly hostname: string
  /** Lines of main.cf that take the place of ours. */
  readonly settings?: string
  /** Where it listens; a free one where it isn't said. */
  readonly port?: number
}

/** A private Postfix on 127.0.0.1 for both mail from outside (no login) and submission (SMTP AUTH); no TLS. */
export interface Postfix {
  readonly host: string
  readonly port: number
  /** All that this instance keeps; gone after `stop`. */
  readonly folder: string
  /** The master process; also the id of the group of all its processes. */
  readonly pid: number
  /** The server's diagnostic log. */
  log(): string
  stop(): Promise<void>
}

// The daemon itself, not the `postfix` command: that one stays in between as a shell, which does not pass signals on.
const MASTER = '/usr/lib/postfix/sbin/master'

/** Starts Postfix and waits until it greets. Needs root. */
export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  assertRoot('Postfix')
  const folder = createServerFolder('postfix')
  const port = options.port ?? (await freePort())
  const config = writePostfixConfig({ ...options, folder, port })
  const server = startProcess(MASTER, ['-c', config, '-s'])
  const postfix = instance({ folder, port, pid: server.pid })
  try {
    await untilGreets(server, port, '220')
  } catch (error) {
    const log = postfix.log()
    await postfix.stop()
    throw new Error(`Postfix did not start; its log: ${log}`, { cause: error })
  }
  return postfix
}

function instance(own: { folder: string; port: number; pid: number }): Postfix {
  return {
    host: LOOPBACK,
    ...own,
    log: () => readIfThere(join(own.folder, 'postfix.log')),
    stop: async () => {
      await endProcesses(own.pid)
      rmSync(own.folder, { recursive: true, force: true })
    },
  }
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
