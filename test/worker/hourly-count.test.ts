import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Service, startService } from '../support/service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Whether a sweep by hand at that time asked the server for every message that it has. */
async function countsAt(time: string): Promise<boolean> {
  const before = service.imap.commands.length
  service.setClock(new Date(`2024-05-15T${time}+08:00`))
  await service.round()
  return service.imap.commands.slice(before).some(command => command.startsWith('UID SEARCH 1:'))
}

it('a sweep by hand counts the mailbox where that was not done within the hour', async () => {
  await service.receive({ from: 'a@b.cn', subject: '中午吃什么', at: '2024-05-15T09:00:00+08:00' })
  expect(await countsAt('09:01:00')).toBe(true)
  expect(await countsAt('09:02:00')).toBe(false)
  expect(await countsAt('10:00:30')).toBe(false)
  expect(await countsAt('10:01:30')).toBe(true)
  // Counted at a time that lies ahead: the clock was wrong then.
  expect(await countsAt('08:00:00')).toBe(true)
})
