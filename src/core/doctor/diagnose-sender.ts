import { bad, type Diagnosis, good } from './diagnosis.ts'

/** How an SMTP server takes us: whether a login took place, and what it offers to log in with. */
type SenderSeen = {
  readonly host: string
  readonly user: string
  readonly from: string
  readonly loggedIn: boolean
  readonly mechanisms: readonly string[]
}

/** What a server showed that would take a mail from us to ourselves. */
export const diagnoseSender = (seen: SenderSeen): readonly Diagnosis[] => [
  diagnoseLogin(seen),
  ...(seen.mechanisms.length === 0 ? [] : [good('SMTP mechanisms', seen.mechanisms.join(' '))]),
  good('SMTP sender', `${seen.host} takes mail from ${seen.from} (asked by MAIL and RCPT to itself, none sent)`),
  diagnoseFrom(seen.from, seen.user),
]

const diagnoseLogin = ({ host, user, loggedIn }: SenderSeen): Diagnosis =>
  loggedIn
    ? good('SMTP login', `${user} at ${host}`)
    : bad(
        'SMTP login',
        `none took place: ${host} offers none on this port`,
        'check port and tls: most servers offer it on 465 or behind STARTTLS; where a relay takes mail by address alone, prove it with --send-test',
      )

/** Most Chinese providers refuse a From that isn't the login (501, 553). */
const diagnoseFrom = (from: string, user: string): Diagnosis =>
  from.toLowerCase() === user.toLowerCase()
    ? good('SMTP From', `${from}, the same as the login`)
    : bad('SMTP From', `${from}, but the login is ${user}`, 'most servers refuse that: prove it with --send-test')
