import type { LoginTrouble } from '../core/sending/login-alarm.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'

type Server = LoginTrouble['server']

export type TroubleNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly troubles: {
    all(): readonly LoginTrouble[]
    begin(server: Server, words: string, at: Date): void
    end(server: Server): void
  }
  readonly outbox: { add(entry: NewMail, state: { readonly withheldFor: null }, at: Date): void }
  readonly composeAlarm: (trouble: LoginTrouble) => NewMail
}

/** Remembers, for `health`, that a server refuses the login, and tells staff when it begins; `words`: the server's own. True where it is news. */
export function beginTrouble(server: Server, words: string, needs: TroubleNeeds): boolean {
  const { clock, transaction, troubles, outbox, composeAlarm } = needs
  return transaction(() => {
    const isNews = !isIn(server, needs)
    troubles.begin(server, words, clock())
    if (isNews) outbox.add(composeAlarm({ server, since: clock(), words }), { withheldFor: null }, clock())
    return isNews
  })
}

export function endTrouble(server: Server, needs: TroubleNeeds): void {
  if (isIn(server, needs)) needs.troubles.end(server)
}

const isIn = (server: Server, { troubles }: TroubleNeeds): boolean => troubles.all().some(one => one.server === server)
