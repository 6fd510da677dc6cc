import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describeError, LoginRefused } from '../errors.ts'

/** Where an OAuth2 access token comes from: a file that somebody else keeps fresh, or a program with its arguments that prints one. */
export type TokenSource = { readonly tokenFile?: string | undefined; readonly command?: readonly string[] | undefined }

/** Milliseconds that a command may take. */
const LONGEST = 30_000

/** Gives a fresh token each time it is asked; throws LoginRefused where there is none to be had. */
export const tokenFrom = (source: TokenSource, user: string) => async (): Promise<string> => {
  try {
    const token = (await read(source)).trim()
    if (/^[\x21-\x7e]+$/.test(token)) return token
    throw new Error(token === '' ? 'it is empty' : 'it is no token: one line without spaces is expected')
  } catch (error) {
    const from = source.tokenFile ?? source.command?.join(' ') ?? ''
    throw new LoginRefused(`no token for ${user} could be had from ${from}: ${describeError(error)}`)
  }
}

async function read({ tokenFile, command = [] }: TokenSource): Promise<string> {
  if (tokenFile !== undefined) return readFile(tokenFile, 'utf8')
  const [program = '', ...args] = command
  return (await promisify(execFile)(program, args, { timeout: LONGEST, killSignal: 'SIGKILL' })).stdout
}
