import { judgedTime } from '../judge/clock.ts'
import { readAuthentication } from '../message/authentication.ts'
import { type HeaderField, headerValue } from '../message/message.ts'
import { timeIn } from '../text/time.ts'
import { bad, type Diagnosis, good } from './diagnosis.ts'

/** A folder as the server shows it; `path` is null where the server has none of that name or special use. */
export type FolderSeen = {
  readonly name: string
  readonly path: string | null
  readonly uidValidity: number
  readonly exists: number
  /** Why the server doesn't open it; null where it does. */
  readonly refused: string | null
}

/** What an IMAP server says of itself and of the configured folders; `newest` is the newest message of the first of them. */
export type MailboxSeen = {
  readonly greeting: string
  readonly server: string
  readonly capabilities: readonly string[]
  readonly folders: readonly FolderSeen[]
  readonly sentPath: string | null
  /** Our clock beside the server's; `unknown` where it can't be asked. */
  readonly clocks: 'agree' | 'ahead' | 'behind' | 'unknown'
  readonly newest: { readonly headers: readonly HeaderField[]; readonly internalDate: Date | null } | null
}

type Settings = { readonly receivedBy: readonly string[]; readonly authservId: string; readonly timezone: string }

/** What the server showed, held against the configuration. */
export const diagnoseMailbox = (seen: MailboxSeen, settings: Settings): readonly Diagnosis[] => [
  good('IMAP greeting', seen.greeting),
  good('IMAP server', seen.server),
  good('IMAP capabilities', seen.capabilities.join(' ')),
  good(
    'IMAP IDLE',
    announces(seen) ? 'offered: answers come within seconds' : 'not offered: the schedule does the work',
  ),
  ...seen.folders.map(diagnoseFolder),
  diagnoseSent(seen),
  ...diagnoseClocks(seen),
  ...(seen.newest === null ? [nothingThere()] : diagnoseNewest(seen.newest, settings)),
]

const announces = ({ capabilities }: MailboxSeen): boolean => capabilities.includes('IDLE')

function diagnoseFolder({ name, path, uidValidity, exists, refused }: FolderSeen): Diagnosis {
  const about = `folder ${name}`
  if (refused !== null)
    return bad(
      about,
      refused,
      'the others are served without it: take it out of mailbox.folders, or have its rights mended',
    )
  if (path !== null) return good(about, `${path}: ${exists} messages, UIDVALIDITY ${uidValidity}`)
  return name.startsWith('\\')
    ? good(about, 'the server has none: it is left out')
    : bad(about, 'is not there', 'write its name in mailbox.folders as the server has it')
}

const diagnoseSent = ({ sentPath }: MailboxSeen): Diagnosis =>
  good(
    'Sent folder',
    sentPath === null
      ? 'none found: a reply that may have gone out or not is repeated once, with the same Message-ID'
      : `${sentPath}: looked into when it is unknown whether a reply went out`,
  )

function diagnoseClocks({ clocks }: MailboxSeen): readonly Diagnosis[] {
  if (clocks === 'unknown') return []
  const about = 'clock and mail server'
  if (clocks === 'agree') return [good(about, 'they agree')]
  const seen = `this machine is more than ten minutes ${clocks === 'ahead' ? 'ahead of' : 'behind'} the mail server`
  return [bad(about, seen, 'set the clock (NTP): by a wrong one nothing is judged')]
}

const nothingThere = (): Diagnosis =>
  bad('newest message', 'the first folder is empty', 'send a mail to it and call doctor again, or use --send-test')

type Newest = NonNullable<MailboxSeen['newest']>

/** A real message tells whether the trusted clock and the trusted authentication results are where the configuration says. */
function diagnoseNewest({ headers, internalDate }: Newest, settings: Settings): readonly Diagnosis[] {
  const { clock, at, other } = judgedTime({ headers, internalDate, receivedBy: settings.receivedBy, argument: null })
  const time = at === null ? 'no time' : timeIn(at, settings.timezone, 'second')
  const second = other === null ? '' : `, INTERNALDATE ${timeIn(other, settings.timezone, 'second')}`
  return [
    clock === 'received'
      ? good('time of receipt', `from the Received header: ${time}${second}`)
      : bad(
          'time of receipt',
          `no Received header of the newest message is by ${settings.receivedBy.join(', ')}; INTERNALDATE is used: ${time}`,
          `if your server's name stands in «${topmostReceivedBy(headers)}», put it into mailbox.receivedBy`,
        ),
    diagnoseAuthentication(headers, settings),
  ]
}

const topmostReceivedBy = (headers: readonly HeaderField[]): string =>
  /\bby\s+\S{1,255}/i.exec(headerValue(headers, 'received')?.slice(0, 4000) ?? '')?.[0] ?? 'no Received header at all'

function diagnoseAuthentication(headers: readonly HeaderField[], { authservId }: Settings): Diagnosis {
  const about = 'authentication results'
  if (readAuthentication(headers, authservId, null) !== 'none') return good(about, `${authservId} wrote some`)
  const written = headerValue(headers, 'authentication-results')?.split(/[\s;]/)[0]
  return written === undefined
    ? good(about, 'the newest message bears none: nothing is concluded from them')
    : bad(
        about,
        `the newest message bears some of ${written}`,
        `if ${written} is yours, put it into senders.authservId`,
      )
}
