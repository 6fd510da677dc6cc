import { raiseAlarm } from '../alarm.ts'
import { troubleMail } from '../core/sending/alarms.ts'
import { alarmText, allClearText } from '../core/sending/trouble-alarm.ts'
import type { TroubleNeeds } from '../jobs/troubles.ts'
import type { Parts } from './parts.ts'

/** Troubles with the servers, wired to the real edges. */
export function troubleNeeds(parts: Parts): TroubleNeeds {
  const { config, clock, staff } = parts
  const { transaction, troubles, outbox } = parts.store.get()
  return {
    clock,
    transaction,
    troubles,
    outbox,
    composeMail: trouble => troubleMail(trouble, { staff, timezone: config.timezone }),
    raise: ({ trouble, over }) => {
      const { timezone, alarm } = config
      return raiseAlarm(over ? allClearText(trouble, clock(), timezone) : alarmText(trouble, timezone), alarm)
    },
  }
}
