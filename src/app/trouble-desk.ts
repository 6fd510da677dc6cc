import { composeLoginAlarm, type LoginTrouble } from '../core/login-alarm.ts'
import type { NewMail } from '../core/outgoing-mail.ts'
import { staffMail } from '../core/staff-mail.ts'
import type { Parts } from './parts.ts'

/** Remembers which servers refuse the login, for `health`, and tells staff once each time it begins. */
export function createTroubleDesk(parts: Parts) {
  const { clock, store } = parts
  return {
    /** True where it is news. */
    begin: (server: LoginTrouble['server'], words: string): boolean => {
      const { troubles, outbox, transaction } = store.get()
      return transaction(() => {
        const before = troubles.all().find(one => one.server === server)
        troubles.begin(server, words, clock())
        if (before !== undefined) return false
        outbox.add(alarmMail({ server, since: clock(), words }, parts), { withheldFor: null }, clock())
        return true
      })
    },
    end: (server: LoginTrouble['server']): void => {
      const { troubles } = store.get()
      if (troubles.all().some(one => one.server === server)) troubles.end(server)
    },
  }
}

function alarmMail(trouble: LoginTrouble, { config, staff }: Parts): NewMail {
  const id = `${trouble.server}.${trouble.since.toISOString().replace(/\D/g, '')}`
  const mail = staffMail(composeLoginAlarm(trouble, config.timezone), `alarm.${id}`, staff)
  return { purpose: `alarm:${id}`, kind: 'alarm', messageId: null, mail }
}
