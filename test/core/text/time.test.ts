import fc from 'fast-check'
import '../../support/property-seed.ts'
import { expect, test } from 'vitest'
import { shortTime, timeIn, zonedTime } from '../../../src/core/text/time.ts'

const ZONE = 'Asia/Shanghai'
const deadline = new Date('2024-05-20T02:00:07Z')

test('a time is written as in official papers', () => {
  expect(timeIn(deadline, ZONE)).toBe('2024年5月20日 10:00')
  expect(timeIn(deadline, ZONE, 'second')).toBe('2024年5月20日 10:00:07')
  expect(timeIn(deadline, ZONE, 'day')).toBe('2024年5月20日')
  expect(shortTime(deadline, ZONE)).toBe('5-20 10:00')
})

test('midnight is 00:00', () => {
  expect(timeIn(new Date('2024-05-19T16:00:00Z'), ZONE)).toBe('2024年5月20日 00:00')
})

test('the zone is named', () => {
  expect(zonedTime(deadline, ZONE)).toBe('2024年5月20日 10:00（北京时间）')
  expect(zonedTime(deadline, 'UTC')).toBe('2024年5月20日 02:00（UTC）')
})

test('a time that is none is said to be unknown', () => {
  expect(timeIn(new Date(Number.NaN), ZONE)).toBe('时间不明')
  expect(shortTime(new Date(Number.NaN), ZONE)).toBe('时间不明')
})

test('shows what Intl shows, also on a day on which the clock is set', () => {
  const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']
  const second = fc.integer({ min: Date.UTC(1980) / 1000, max: Date.UTC(2035) / 1000 })
  fc.assert(
    fc.property(second, fc.constantFrom(...zones), (time, timeZone) => {
      const instant = new Date(time * 1000)
      const shown = new Intl.DateTimeFormat('zh-CN', { timeZone, dateStyle: 'long', timeStyle: 'medium' }).format(
        instant,
      )
      expect(timeIn(instant, timeZone, 'second')).toBe(shown)
    }),
  )
  for (let minute = 0; minute < 1440; minute += 30) {
    const instant = new Date(Date.UTC(2024, 2, 10, 0, minute))
    const shown = new Intl.DateTimeFormat('zh-CN', {
      ...{ timeZone: 'America/New_York', dateStyle: 'long', timeStyle: 'medium' },
    }).format(instant)
    expect(timeIn(instant, 'America/New_York', 'second')).toBe(shown)
  }
})
