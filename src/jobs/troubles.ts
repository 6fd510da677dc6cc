import type { NewMail } from '../core/sending/outgoing-mail.ts'
import { isAlarming, isForMail, type KnownTrouble, type Trouble } from '../core/sending/trouble.ts'

type Server = Trouble['server']

export type TroubleNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly troubles: {
    all(): readonly KnownTrouble[]
    begin(trouble: Trouble): void
    markTold(server: Server, at: Date): void
    end(server: Server): void
  }
  readonly outbox: { add(entry: NewMail, state: { readonly withheldFor: null }, at: Date): void }
  readonly composeMail: (trouble: Trouble) => NewMail
  /** An alarm that needs no mail server. */
  readonly raise: (what: { readonly trouble: Trouble; readonly over: boolean }) => Promise<Raised>
}

/** `heard`: by somebody; `failure`: what could not be told, and why. */
type Raised = { readonly heard: boolean; readonly failure: string | null }

/** Remembers that a server doesn't do its work for us; `words`: its own. True where it is news. */
export function meetTrouble(met: Omit<Trouble, 'since'>, { clock, transaction, troubles }: TroubleNeeds): boolean {
  return transaction(() => {
    const known = troubles.all().find(({ server }) => server === met.server)
    troubles.begin({ ...met, since: clock() })
    return known?.kind !== met.kind
  })
}

/** The server does its work again; who was alarmed is told so. True where that is news. */
export async function endTrouble(server: Server, { troubles, raise }: TroubleNeeds): Promise<boolean> {
  const known = troubles.all().find(one => one.server === server)
  if (known === undefined) return false
  troubles.end(server)
  if (known.toldAt !== null) orThrow([(await raise({ trouble: known, over: true })).failure])
  return true
}

/** Tells staff by mail of what lasts and may be told so; each trouble once. */
export function mailOfTroubles({ clock, troubles, outbox, composeMail }: TroubleNeeds): void {
  for (const trouble of troubles.all())
    if (isForMail(trouble, clock())) outbox.add(composeMail(trouble), { withheldFor: null }, clock())
}

const orThrow = (failures: readonly (string | null)[]): void => {
  const said = failures.filter(failure => failure !== null)
  if (said.length > 0) throw new Error(said.join('; '))
}

/** Raises the alarms whose time it is. One that nobody heard is tried again the next time; what could not be told is what this throws. */
export async function raiseAlarms({ clock, troubles, raise }: TroubleNeeds): Promise<void> {
  const failures: (string | null)[] = []
  for (const trouble of troubles.all().filter(one => isAlarming(one, clock()))) {
    const { heard, failure } = await raise({ trouble, over: false })
    if (heard) troubles.markTold(trouble.server, clock())
    failures.push(failure)
  }
  orThrow(failures)
}
