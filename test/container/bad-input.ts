import { chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type OneShot, runOnce, SECRETS, withFolder } from './one-shot.ts'

const CALL = 'calls/2024-model-branch.yaml'
const ROSTER = 'calls/2024-model-branch.roster.csv'
const USER_OF_THE_IMAGE = 1000

type BadInput = {
  readonly what: string
  readonly make: (shot: OneShot) => OneShot
  readonly code: 1 | 2
  readonly says: RegExp
}

const edited =
  (file: string, change: (text: string) => string | Uint8Array) =>
  (shot: OneShot): OneShot => {
    const path = join(shot.config ?? '', file)
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    return shot
  }
const withVariables =
  (...variables: readonly string[]) =>
  (shot: OneShot): OneShot => ({ ...shot, variables })

/** A data folder of the user that the image runs as, or of root. */
const withData =
  (owner: number, fill: (folder: string) => void = () => undefined) =>
  (shot: OneShot): OneShot => {
    const data = join(shot.folder, 'data')
    fill(data)
    chownSync(data, owner, owner)
    return { ...shot, data }
  }
const newerDatabase = (folder: string): void => {
  const database = new Sqlite(join(folder, 'shenbao.db'))
  database.pragma('user_version = 9999')
  database.close()
  chownSync(join(folder, 'shenbao.db'), USER_OF_THE_IMAGE, USER_OF_THE_IMAGE)
}

/** Issue 9's list: each ends with one sentence that says what to do. */
const BAD_INPUT: readonly BadInput[] = [
  { what: 'no configuration', make: shot => ({ ...shot, config: null }), code: 2, says: /\/app\/config: .*mount it/ },
  {
    what: 'no calls',
    make: shot => {
      rmSync(join(shot.config ?? '', 'calls'), { recursive: true })
      return shot
    },
    code: 2,
    says: /a folder with a file for each call is needed/,
  },
  { what: 'no secrets', make: withVariables(), code: 2, says: /SHENBAO_MAILBOX_PASSWORD: is not set: set it, or/ },
  {
    what: 'an unreadable secret',
    make: withVariables('SHENBAO_MAILBOX_PASSWORD_FILE=/etc/shadow', 'SHENBAO_SMTP_PASSWORD=b'),
    code: 2,
    says: /EACCES.*belong to the user that shenbao runs as, 1000 in the image/,
  },
  {
    what: 'an unknown variable',
    make: withVariables(...SECRETS, 'SHENBAO_SMTP_PRT=25'),
    code: 2,
    says: /unknown variable: is SHENBAO_SMTP_PORT meant\?/,
  },
  {
    what: 'a wrong port',
    make: withVariables(...SECRETS, 'SHENBAO_SMTP_PORT=25abc'),
    code: 2,
    says: /SHENBAO_SMTP_PORT: expected a port from 1 to 65535, got "25abc"/,
  },
  {
    what: 'a deadline without offset',
    make: edited(CALL, text => text.replace('+08:00', '')),
    code: 2,
    says: /deadline: expected a time with its offset, such as/,
  },
  {
    what: 'live replies with the example roster',
    make: withVariables(...SECRETS, 'SHENBAO_REPLIES=live'),
    code: 2,
    says: /put your own in its place and take this line out/,
  },
  { what: 'an empty roster', make: edited(ROSTER, () => ''), code: 2, says: /roster is empty: it needs a line/ },
  {
    what: 'an undecodable roster',
    make: edited(ROSTER, () => Buffer.from([0xff, 0xff, 0x81])),
    code: 2,
    says: /save it again in Excel as «CSV UTF-8/,
  },
  {
    what: 'a branch twice',
    make: edited(ROSTER, text => `${text}教工第1党支部,教师,,,\n`),
    code: 2,
    says: /line 8, 33: .*may stand in one line only/,
  },
  {
    what: 'a volume of root',
    make: withData(0),
    code: 1,
    says: /can't be used .*belong to the user .* 1000 in the image/,
  },
  {
    what: 'a newer database',
    make: withData(USER_OF_THE_IMAGE, newerDatabase),
    code: 1,
    says: /run the newer program, or go back with the copy/,
  },
]

/** Each kind of bad input, in a container of its own; gives what was not as it should be. */
export async function tryBadInput(): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { what, make, code, says } of BAD_INPUT)
    await withFolder(shot => {
      const said = runOnce(make(shot), 'run')
      if (said.code !== code || !says.test(said.stderr)) wrong.push(`${what}: ${said.code}, ${said.stderr}`)
    })
  return wrong
}
