import { raiseAlarm } from '../alarm.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import { staffMail } from '../core/sending/staff-mail.ts'
import type { Trouble } from '../core/sending/trouble.ts'
import { alarmText, allClearText, composeTroubleAlarm } from '../core/sending/trouble-alarm.ts'
import type { TroubleNeeds } from '../jobs/troubles.ts'
import type { Parts } from './parts.ts'

/** Troubles with the servers, wired to the real edges. */
export function troubleNeeds(parts: Parts): TroubleNeeds {
  const { config, clock } = parts
  const { transaction, troubles, outbox } = parts.store.get()
  return {
    ...{ clock, transaction, troubles, outbox },
    composeMail: trouble => mailOf(trouble, parts),
    raise: ({ trouble, over }) => {
      const { timezone, alarm } = config
      return raiseAlarm(over ? allClearText(trouble, clock(), timezone) : alarmText(trouble, timezone), alarm)
    },
  }
}

function mailOf(trouble: Trouble, { config, staff }: Parts): NewMail {
  const id = `${trouble.server}.${trouble.since.toISOString().replace(/\D/g, '')}`
  const mail = staffMail(composeTroubleAlarm(trouble, config.timezone), `alarm.${id}`, staff)
  return { purpose: `alarm:${id}`, kind: 'alarm', messageId: null, mail }
}
