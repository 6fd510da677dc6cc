import { describe, expect, it } from 'vitest'
import { latestTimes, timesAfter } from '../src/schedule.ts'

const ZONE = 'Asia/Shanghai'

const nthAfter = (expression: string, n = 3) => {
  const times = timesAfter(expression, ZONE, n)
  return (from: string) => times(new Date(from)).toISOString()
}

const latest = (expression: string, accept?: (time: Date) => boolean) => {
  const times = latestTimes(expression, ZONE, accept)
  return (now: string) => times(new Date(now))?.toISOString() ?? null
}

describe('three intervals of a schedule', () => {
  it.each([
    ['every minute', '* * * * *', '2024-05-15T01:00:30.000Z', '2024-05-15T01:03:30.000Z'],
    ['every five minutes', '*/5 * * * *', '2024-05-15T01:00:00.000Z', '2024-05-15T01:15:00.000Z'],
    ['over the night', '0 8-18 * * *', '2024-05-15T09:00:00.000Z', '2024-05-16T01:00:00.000Z'],
    ['none in a week', '0 0 1 1 *', '2024-05-15T00:00:00.000Z', '2024-05-22T00:00:00.000Z'],
  ])('%s', (_, expression, from, expected) => {
    expect(nthAfter(expression)(from)).toBe(expected)
  })
})

describe('the latest time of a schedule', () => {
  it.each([
    ['in its minute', '2024-05-15T00:00:59.999Z', '2024-05-15T00:00:00.000Z'],
    ['just before it', '2024-05-14T23:59:59.999Z', '2024-05-14T00:00:00.000Z'],
  ])('of every day, %s', (_, now, expected) => {
    expect(latest('0 8 * * *')(now)).toBe(expected)
  })

  it.each([
    ['under a name', '@daily', ZONE, '2024-05-15T10:00:00Z', '2024-05-14T16:00:00.000Z'],
    ['with seconds', '0 7 8 * * *', ZONE, '2024-05-15T10:00:00Z', '2024-05-15T00:07:00.000Z'],
    [
      'where hours begin at three quarters',
      '7 8 * * *',
      'Asia/Kathmandu',
      '2024-05-15T10:00:00Z',
      '2024-05-15T02:22:00.000Z',
    ],
    [
      'where the clock was put forward',
      '30 3 * * 0',
      'Europe/Berlin',
      '2024-04-01T10:00:00Z',
      '2024-03-31T01:30:00.000Z',
    ],
  ])('of every day, %s', (_, expression, zone, now, expected) => {
    expect(latestTimes(expression, zone)(new Date(now))?.toISOString()).toBe(expected)
    const [after, before] = [new Date(expected), new Date(Date.parse(expected) - 60_000)]
    expect(timesAfter(expression, zone, 1)(before)).toEqual(after)
  })

  it('of every year is none where it lies more than a week back', () => {
    expect(latest('0 0 1 1 *')('2024-01-07T15:59:00Z')).toBe('2023-12-31T16:00:00.000Z')
    expect(latest('0 0 1 1 *')('2024-01-07T16:00:00Z')).toBeNull()
  })

  it('is the latest that is accepted', () => {
    const isMonday = (time: Date) => time.getUTCDay() === 1
    expect(latest('0 8 * * *', isMonday)('2024-05-15T10:00:00Z')).toBe('2024-05-13T00:00:00.000Z')
  })
})

describe('a schedule that is asked again and again', () => {
  const MOMENTS = [
    ...['2024-05-15T07:58:10', '2024-05-15T07:59:50', '2024-05-15T08:00:00', '2024-05-15T08:00:30'],
    ...['2024-05-15T08:07:00', '2024-05-15T07:59:59', '2024-05-15T08:00:01', '2024-05-16T08:00:00'],
    ...['2024-05-18T13:20:00', '2024-05-09T00:00:00'],
  ].map(moment => `${moment}+08:00`)

  it.each(['* * * * *', '*/5 * * * *', '0 8 * * *', '0 8-18 * * 1-5'])(
    'says of %s what one says that is asked once, also where the clock jumps or goes back',
    expression => {
      const [lastAt, nextAt] = [latest(expression), nthAfter(expression)]
      for (const moment of MOMENTS) {
        expect(lastAt(moment), moment).toBe(latest(expression)(moment))
        expect(nextAt(moment), moment).toBe(nthAfter(expression)(moment))
      }
    },
  )

  it('finds what comes in sight, and loses what lies more than a week back', () => {
    const [lastAt, nextAt] = [latest('0 0 1 1 *'), nthAfter('0 0 1 1 *', 1)]
    expect([lastAt('2023-12-24T12:00:00Z'), nextAt('2023-12-24T12:00:00Z')]).toEqual([null, '2023-12-31T12:00:00.000Z'])
    expect(nextAt('2023-12-24T16:00:00Z')).toBe('2023-12-31T16:00:00.000Z')
    expect(lastAt('2023-12-31T16:00:00Z')).toBe('2023-12-31T16:00:00.000Z')
    expect(lastAt('2024-01-07T15:59:00Z')).toBe('2023-12-31T16:00:00.000Z')
    expect(lastAt('2024-01-07T16:00:00Z')).toBeNull()
  })

  it('looks at each minute once as long as the clock goes on', () => {
    const looked: string[] = []
    const at = latest('* * * * *', time => {
      looked.push(time.toISOString().slice(11, 16))
      return false
    })
    at('2024-05-15T08:00:00Z')
    looked.splice(0)
    for (const now of ['08:00:30', '08:01:00', '08:01:20', '08:04:00']) at(`2024-05-15T${now}Z`)
    expect(looked).toEqual(['08:01', '08:04', '08:03', '08:02'])
  })
})
