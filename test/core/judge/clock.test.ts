import { describe, expect, it } from 'vitest'
import { judgedTime, parseDateTime } from '../../../src/core/judge/clock.ts'
import { judgeDeadline } from '../../../src/core/judge/deadline.ts'

const received = (by: string, date: string) => ({
  name: 'received',
  value: `from client.example (client.example [192.0.2.1]) by ${by} (Coremail) with SMTP id 1; ${date}`,
})
const ours = ['mail.dlut.edu.cn']
const internalDate = new Date('2024-05-20T02:00:30Z')
const base = { headers: [], receivedBy: ours, internalDate: null, argument: null }

describe('the judged time', () => {
  it('is that of the topmost Received header written by our host', () => {
    const headers = [
      received('relay.example', 'Mon, 20 May 2024 11:00:00 +0800'),
      received('MAIL.dlut.edu.cn', 'Mon, 20 May 2024 09:58:31 +0800 (CST)'),
      received('mail.dlut.edu.cn', 'Mon, 13 May 2024 09:00:00 +0800'),
    ]
    expect(judgedTime({ ...base, headers, internalDate })).toEqual({
      at: new Date('2024-05-20T01:58:31Z'),
      clock: 'received',
      other: internalDate,
    })
  })

  it('is INTERNALDATE where our host wrote none', () => {
    const headers = [received('mail.dlut.edu.cn.evil.example', 'Mon, 13 May 2024 09:00:00 +0800')]
    expect(judgedTime({ ...base, headers, internalDate })).toEqual({
      at: internalDate,
      clock: 'internaldate',
      other: null,
    })
  })

  it('is what a person said before anything else', () => {
    const argument = new Date('2024-05-19T00:00:00Z')
    expect(
      judgedTime({ ...base, headers: [received('mail.dlut.edu.cn', 'Mon, 20 May 2024 11:00:00 +0800')], argument })
        .clock,
    ).toBe('argument')
  })

  it('is open where nothing trusted says it', () => {
    expect(judgedTime(base)).toEqual({ at: null, clock: null, other: null })
  })
})

describe('a date-time of RFC 5322', () => {
  it.each([
    ['Mon, 20 May 2024 09:58:31 +0800', '2024-05-20T01:58:31.000Z'],
    ['20 May 2024 09:58 +0800', '2024-05-20T01:58:00.000Z'],
    ['Mon, 20 May 2024 01:58:31 -0330 (NST)', '2024-05-20T05:28:31.000Z'],
  ])('%s is read', (text, iso) => expect(parseDateTime(text)?.toISOString()).toBe(iso))

  it.each([
    'Mon, 20 May 2024 09:58:31 CST',
    '2024-05-20 09:58',
    'Mon, 20 Mai 2024 09:58:31 +0800',
    '',
    'Mon, 32 May 2024 09:58:31 +0800',
  ])('%s is refused, not guessed', text => expect(parseDateTime(text)).toBeNull())
})

describe('the deadline', () => {
  const deadline = new Date('2024-05-20T02:00:00Z')
  const at = (iso: string) => new Date(iso)

  it.each([
    ['the very instant is in time', '2024-05-20T02:00:00Z', null, 'in-time'],
    ['a second later is late', '2024-05-20T02:00:01Z', null, 'late'],
    ['two clocks before it agree', '2024-05-20T01:00:00Z', '2024-05-20T01:59:00Z', 'in-time'],
    ['two clocks after it agree', '2024-05-20T03:00:00Z', '2024-05-20T02:00:01Z', 'late'],
    ['it lies between the clocks', '2024-05-20T01:59:59Z', '2024-05-20T02:00:01Z', 'uncertain'],
    ['it lies between the clocks, the other way', '2024-05-20T02:00:01Z', '2024-05-20T01:59:59Z', 'uncertain'],
    ['there is no trusted clock', null, null, 'uncertain'],
  ] as const)('%s', (_, judged, other, verdict) => {
    expect(
      judgeDeadline({ at: judged === null ? null : at(judged), other: other === null ? null : at(other) }, deadline),
    ).toBe(verdict)
  })
})
