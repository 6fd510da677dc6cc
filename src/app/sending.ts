import { domainOf } from '../core/address.ts'
import { composeAlarm } from '../core/alarm.ts'
import { dayIn } from '../core/day.ts'
import type { OutboxNeeds } from '../jobs/outbox-needs.ts'
import type { Parts } from './parts.ts'

/** The outbox job, wired to the real edges. */
export function sendingNeeds(parts: Parts): OutboxNeeds {
  const { config, clock, store, sender } = parts
  return {
    clock,
    outbox: store.get().outbox,
    send: (mail, date, handingOver) => sender.get().send(mail, date, handingOver),
    caps: { ...config.caps, perMinute: config.smtp.perMinute, domains: config.senders.domains },
    breakerOpened: () => tellOfBreaker(parts),
  }
}

/** Once a day at most. */
function tellOfBreaker({ config, clock, from, store }: Parts): void {
  const { caps, timezone, staff } = config
  const at = clock()
  const alarm = composeAlarm({
    what: '答复数量达到上限，部分答复暂缓发出',
    paragraphs: [
      `系统每小时最多发出${caps.perHour}封答复，其中发往校外地址的不超过一半。超出的答复已暂缓，随后自动补发，不会丢失。`,
      '请查看邮箱是否收到大量异常来信；暂缓的答复列在日报中，也可用shenbao list查看。',
    ],
    ...{ at, timezone },
  })
  const name = `alarm.replies.${dayIn(at, timezone)}`
  const mail = {
    ...alarm,
    to: staff.digestTo.map(address => ({ name: '', address })),
    ...{ inReplyTo: null, references: [], messageId: `<shenbao.${name}@${domainOf(from.address)}>` },
  }
  store.get().outbox.add({ purpose: name, kind: 'alarm', messageId: null, mail }, { withheldFor: null }, at)
}
