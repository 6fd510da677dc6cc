import { describe, expect, it } from 'vitest'
import { requiredOf } from '../../../src/core/form/description.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { emptied } from '../../support/lots/change.ts'
import { type Drawn, drawForm, lotSheet } from '../../support/lots/families.ts'
import { judgeForm, properName } from '../../support/lots/judged.ts'
import { layOut } from '../../support/lots/lay-out.ts'
import { lotOf } from '../../support/lots/lot.ts'
import { unwritten } from '../../support/lots/read.ts'
import type { Answers, FieldKey, Sheet } from '../../support/lots/sheet.ts'
import { CHANGES } from '../../support/lots/variants.ts'
import { judgedForm } from '../../support/lots/verdict.ts'
import { shippedCall } from '../../support/shipped-call.ts'

/** The same forms in each run; `npm run test:fuzz` looks at many others. */
const isFuzz = process.env.SHENBAO_TEST_FUZZ === '1'
const first = isFuzz ? Math.floor(Math.random() * 1e6) : 1
const seeds = (few: number) => Array.from({ length: isFuzz ? few * 50 : few }, (_, index) => first + index)

const REQUIRED = requiredOf(shippedCall.form) as readonly FieldKey[]
const WORDING = { share: 0.3, strangers: 'foreign', hasOthers: true } as const

const decide = (sheet: Sheet, { branch }: Answers): Decision =>
  judgeForm(branch, unwritten(`${properName(branch)}.docx`, layOut(sheet)))

const judged = (drawn: Drawn) =>
  judgedForm(
    drawn,
    judgeForm(drawn.answers.branch, unwritten(`${properName(drawn.answers.branch)}.docx`, drawn.pieces)),
  )

const reproachesOf = ({ outcome, problems }: Decision): string =>
  [outcome, ...problems.map(({ code, expected }) => `${code} ${expected}`)].join(' ')

describe('a complete form', () => {
  it.each(['V', 'W', 'K', 'L', 'F'] as const)('is never returned nor reproached, in any layout (%s)', family => {
    const wronged = seeds(8).flatMap(seed => {
      const { faults, decision } = judged(drawForm(family, seed))
      return faults.includes('wrongful') || faults.includes('reproached') ? [`${seed} ${reproachesOf(decision)}`] : []
    })
    expect(wronged).toEqual([])
  })
})

describe('an accepted form', () => {
  it.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])('is not returned for a %s', change => {
    const wronged = seeds(4).flatMap(seed => {
      const { sheet, answers } = lotSheet(seed, WORDING)
      if (decide(sheet, answers).outcome !== 'accepted') return []
      const changed = CHANGES[change](lotOf(seed, change), sheet)
      const decision = decide(changed.sheet, answers)
      return decision.outcome === 'returned' ? [`${seed} ${changed.told}: ${reproachesOf(decision)}`] : []
    })
    expect(wronged).toEqual([])
  })
})

describe('a field', () => {
  it('that is emptied under its own exact label is reproached in forms of known layouts, and in nineteen of twenty drawn by lot', () => {
    const lots = seeds(40)
    const missed = lots.flatMap(seed => {
      const drawn = drawForm('E', seed)
      const { faults, decision } = judged(drawn)
      return faults.length > 0 ? [`${seed} ${drawn.told}: ${reproachesOf(decision)}`] : []
    })
    expect(missed.filter(told => !told.includes(' lot,'))).toEqual([])
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(lots.length / 20)
  })

  it('that is filled in makes no other field emptier', () => {
    const emptier = seeds(12).flatMap(seed => {
      const { sheet, answers } = lotSheet(seed, WORDING)
      const key = lotOf(seed, 'filled').pick(REQUIRED)
      const [before, after] = [decide(emptied(sheet, key, null), answers), decide(sheet, answers)]
      const emptyIn = ({ form }: Decision) => REQUIRED.filter(one => form?.presence[one] === 'empty')
      const more = emptyIn(after).filter(one => !emptyIn(before).includes(one))
      return more.length > 0 ? [`${seed} ${key} filled: ${more.join(' ')} empty`] : []
    })
    expect(emptier).toEqual([])
  })
})
