import { describe, expect, it } from 'vitest'
import { timeAfter } from '../src/schedule.ts'

const at = (expression: string, from: string, n = 3) =>
  timeAfter(expression, 'Asia/Shanghai', { from: new Date(from), n }).toISOString()

describe('three intervals of a schedule', () => {
  it.each([
    ['every minute', '* * * * *', '2024-05-15T01:00:30.000Z', '2024-05-15T01:03:30.000Z'],
    ['every five minutes', '*/5 * * * *', '2024-05-15T01:00:00.000Z', '2024-05-15T01:15:00.000Z'],
    ['over the night', '0 8-18 * * *', '2024-05-15T09:00:00.000Z', '2024-05-16T01:00:00.000Z'],
    ['none in a week', '0 0 1 1 *', '2024-05-15T00:00:00.000Z', '2024-05-22T00:00:00.000Z'],
  ])('%s', (_, expression, from, expected) => {
    expect(at(expression, from)).toBe(expected)
  })
})
