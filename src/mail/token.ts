import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describeError, LoginRefused } from '../errors.ts'

/** Where an OAuth2 access token comes from: a file that somebody else keeps fresh, or a program with its arguments that prints one. */
type TokenSource = { readonly tokenFile?: string | undefined; readonly command?: readonly string[] | undefined }

/** Milliseconds that a command may take. */
const LONGEST = 30_000

/** Gives a fresh token each time it is asked; throws LoginRefused where there is none to be had. */
export const tokenFrom = (source: TokenSource, user: string) => async (): Promise<string> => {
  try {
    const token = (await read(source)).trim()
    if (/^[\x21-\x7e]+$/.test(token)) return token
    throw new Error(token === '' ? 'it is empty' : 'it is no token: one line without spaces is expected')
  } catch (error) {
    const from = source.tokenFile ?? source.command?.[0] ?? ''
    throw new LoginRefused(`no token for ${user} could be had from ${from}: ${whyNot(error)}`)
  }
}

/** What a program that failed said: Node's own words repeat its arguments, one of which may be a secret. */
function whyNot(error: unknown): string {
  const { code, signal, stderr } = error as { code?: unknown; signal?: unknown; stderr?: string }
  if (stderr === undefined) return describeError(error)
  const end = typeof code === 'number' ? `exit code ${code}` : String(signal ?? code)
  return [end, stderr.trim().slice(-500)].filter(said => said !== '').join(': ')
}

async function read({ tokenFile, command = [] }: TokenSource): Promise<string> {
  if (tokenFile !== undefined) return readFile(tokenFile, 'utf8')
  const [program = '', ...args] = command
  return (await promisify(execFile)(program, args, { timeout: LONGEST, killSignal: 'SIGKILL' })).stdout
}
