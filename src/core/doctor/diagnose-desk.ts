import { type Member, membersOutside } from '../desk/member.ts'
import { bad, type Diagnosis, good } from './diagnosis.ts'

/** Recent mail from outside our own domains, and how much of it bears results of our server. */
type ResultsSeen = { readonly outside: number; readonly withResults: number }

type DeskSettings = {
  readonly members: readonly Member[]
  readonly senders: { readonly authservId: string; readonly trusted: boolean; readonly domains: readonly string[] }
}

/** Whether the desk is open by mail, for whom, and whether our server's results may prove who wrote. */
export function* diagnoseDesk({ members, senders }: DeskSettings, seen: ResultsSeen): Generator<Diagnosis> {
  if (members.length === 0) {
    yield good('desk', 'closed: nobody decides by mail (staff.desk)')
    return
  }
  yield good(
    'desk',
    `open by mail to ${members.map(({ name, address }) => (name === address ? address : `${name} <${address}>`)).join(', ')}`,
  )
  const outside = membersOutside(members, senders.domains)
  if (outside.length > 0)
    yield bad(
      'desk',
      `${outside.map(({ address }) => address).join(', ')}: outside senders.domains`,
      'our server can prove such an address less surely: better one of your own domains',
    )
  yield resultsLine(senders, seen)
}

/** Fewer mails from outside than these prove nothing. */
const ENOUGH = 10

function resultsLine(
  { authservId, trusted }: DeskSettings['senders'],
  { outside, withResults }: ResultsSeen,
): Diagnosis {
  const about = 'desk proof'
  const share = `${withResults} of ${outside} recent mails from outside bear Authentication-Results of ${authservId}`
  const isSure = outside >= ENOUGH && withResults === outside
  if (trusted && withResults < outside)
    return bad(
      about,
      share,
      'set senders.trusted: false: a forger could add results of their own where the server adds none',
    )
  if (trusted) return good(about, `${share}; a result for the address itself proves a member (senders.trusted)`)
  const how = 'every line is shown back first and done on 确认'
  return good(about, isSure ? `${share}: senders.trusted may be set to true; until then ${how}` : `${share}; ${how}`)
}
