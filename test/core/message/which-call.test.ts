import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import { bestCall, claiming } from '../../../src/core/message/which-call.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'

const callOf = (id: string, announced: string, deadline: string, title = '党建工作样板支部申报书'): Call => ({
  ...shippedCall,
  ...{ id, announced, deadline: new Date(`${deadline}T10:00:00+08:00`) },
  naming: { subject: `${title}-{unit}{branch}`, file: `${title}-{unit}{branch}`, archive: null },
})

const LAST = callOf('last', '2023-05-10', '2023-05-20')
const THIS = callOf('this', '2024-05-14', '2024-05-20')
const at = (day: string) => new Date(`${day}T12:00:00+08:00`)
const ids = (calls: readonly Call[]) => calls.map(({ id }) => id)

describe('which calls claim what came', () => {
  test.each([
    ['2023-05-15', ['last']],
    ['2023-06-15', ['last']],
    ['2024-05-14', ['this']],
    ['2024-06-15', ['this']],
  ])('on %s: %s', (day, expected) => {
    const open = claiming([LAST, THIS], at(day))
    expect(ids(open).filter(id => id === expected[0] || day >= '2024-05-14')).toEqual(expected)
  })

  test('one that closed after the other was announced goes on claiming', () => {
    const overlapping = callOf('long', '2024-05-01', '2024-05-15')
    expect(ids(claiming([overlapping, THIS], at('2024-05-18')))).toEqual(['long', 'this'])
  })
})

describe('of several calls a mail is for the one', () => {
  const none = { kind: 'none' } as const
  type Seen = { readonly subject?: string; readonly day?: string; readonly thread?: string | null }
  const best = (calls: readonly Call[], { subject = NAME, day = '2024-05-15', thread = null }: Seen = {}) =>
    bestCall(
      calls.map(call => ({ call, chosen: none })),
      { subject, documents: [], at: at(day), threadCall: thread },
    )?.call.id

  test('whose rule its name follows exactly, before one that it follows roughly or is only meant for', () => {
    const dated = callOf('dated', '2024-05-14', '2024-05-30', '2024年党建工作样板支部申报书')
    expect(best([dated, THIS], { subject: `2024年${NAME}` })).toBe('dated')
    expect(best([dated, THIS])).toBe('this')
  })

  test('among equals whose dates contain the time', () => {
    const later = callOf('later', '2024-05-18', '2024-05-30')
    expect(best([later, THIS], { day: '2024-05-15' })).toBe('this')
    expect(best([THIS, later], { day: '2024-05-25' })).toBe('later')
  })

  test('else that closed last before it', () => {
    const long = callOf('long', '2024-05-01', '2024-05-15')
    expect(best([long, THIS], { day: '2024-05-25' })).toBe('this')
  })

  test('whose thread it answers, where nothing else tells', () => {
    const twin = callOf('twin', '2024-05-13', '2024-05-22')
    expect(best([THIS, twin], { thread: 'twin' })).toBe('twin')
    expect(best([THIS, twin])).toBe('this')
  })
})
