import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf, positionOf, windowOf } from '../../../src/core/eligibility/window.ts'

const WINDOW = { from: '2021-05-20', to: '2024-05-20' }

describe('the days of a date', () => {
  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-06', '2022-06-01', '2022-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2022-06-15', '2022-06-15', '2022-06-15'],
    ['2021-09/2022-08', '2021-09-01', '2022-08-31'],
    ['2021/2022-03-05', '2021-01-01', '2022-03-05'],
  ])('%s covers %s to %s', (date, from, to) => {
    expect(daysOf(date)).toEqual({ from, to })
  })

  test.each([
    '',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2022-06-00',
    '22-06',
    '2022-06/',
    '2022-06/2021-06',
    '2020/2021/2022',
    '近三年',
  ])('«%s» covers none', date => {
    expect(daysOf(date)).toBeNull()
  })

  test('never end before they begin', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), date => {
        const day = date.toISOString().slice(0, 10)
        expect(daysOf(day)).toEqual({ from: day, to: day })
        const month = daysOf(day.slice(0, 7))
        expect(month !== null && month.from <= day && day <= month.to).toBe(true)
      }),
    )
  })

  test('are found or not found for any text, without throwing', () => {
    fc.assert(fc.property(fc.string(), text => daysOf(text) === null || /^\d{4}/.test(text)))
  })
})

describe('the window', () => {
  const call = { announced: '2024-05-14', publishedDeadline: new Date('2024-05-20T10:00:00+08:00') }

  test.each([
    ['the deadline', { years: 3, anchor: 'deadline' } as const, call, WINDOW],
    ['the announcement', { years: 1, anchor: 'announced' } as const, call, { from: '2023-05-14', to: '2024-05-14' }],
    [
      'a deadline whose day in Beijing is not that of UTC',
      { years: 3, anchor: 'deadline' } as const,
      { ...call, publishedDeadline: new Date('2024-05-20T06:00:00+08:00') },
      WINDOW,
    ],
    [
      'a leap day',
      { years: 3, anchor: 'announced' } as const,
      { ...call, announced: '2024-02-29' },
      { from: '2021-02-28', to: '2024-02-29' },
    ],
  ])('ends on the day of %s', (_, window, at, expected) => {
    expect(windowOf(window, at)).toEqual(expected)
  })

  test('is none where the condition has none', () => {
    expect(windowOf(null, call)).toBeNull()
  })
})

describe('the position of a date', () => {
  test.each([
    ['2021-05-19', 'outside'],
    ['2021-05-20', 'inside'],
    ['2024-05-20', 'inside'],
    ['2024-05-21', 'outside'],
    ['2021-04', 'outside'],
    ['2021-05', 'straddles'],
    ['2021-06', 'inside'],
    ['2020', 'outside'],
    ['2021', 'straddles'],
    ['2022', 'inside'],
    ['2024', 'straddles'],
    ['2025', 'outside'],
    ['2020-09/2021-08', 'straddles'],
    ['2021-09/2022-08', 'inside'],
    ['2019/2025', 'straddles'],
  ] as const)('%s is %s', (date, position) => {
    const days = daysOf(date)
    expect(days && positionOf(days, WINDOW)).toBe(position)
  })

  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  const interval = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))

  test('is inside only where both ends are, and outside only where no day is shared', () => {
    fc.assert(
      fc.property(interval, interval, (days, window) => {
        const within = (one: string) => one >= window.from && one <= window.to
        const shares = within(days.from) || within(days.to) || (days.from < window.from && days.to > window.to)
        const expected = within(days.from) && within(days.to) ? 'inside' : shares ? 'straddles' : 'outside'
        expect(positionOf(days, window)).toBe(expected)
      }),
    )
  })
})
