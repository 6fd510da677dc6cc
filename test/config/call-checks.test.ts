import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { callSchema } from '../../src/config/call-schema.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

type Settings = { checks: { id: string; title: string; words?: Record<string, unknown> }[] }

/** What is wrong with the shipped call after a change to its condition `id`. */
function mistakes(id: string, change: (check: Settings['checks'][number]) => void): string[] {
  const settings = parse(readFileSync(join(SHIPPED_CONFIG, 'calls/2024-model-branch.yaml'), 'utf8')) as Settings
  const check = settings.checks.find(one => one.id === id)
  if (check !== undefined) change(check)
  return callSchema.safeParse(settings).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

describe("a condition's lists of words", () => {
  test('are right in the shipped call', () => {
    expect(mistakes('standard', () => {})).toEqual([])
  })

  test('are those that the check reads: a misspelt one is a mistake, and one that is left out is the product’s', () => {
    const misspelt = mistakes('standard', check => {
      check.words = { topic: ['三会一课'] }
    })
    expect(misspelt).toEqual(['checks.2.words.topic: standard reads no such list (allowed: topics)'])
  })

  test('are none where the check reads none', () => {
    const given = mistakes('conduct', check => {
      check.words = { topics: ['三会一课'] }
    })
    expect(given).toEqual(['checks.7.words.topics: conduct reads no such list (allowed: none)'])
  })

  test('are named by the call where they are the seven of 七个有力', () => {
    const named = mistakes('duties', check => {
      check.words = { 引领发展有力: ['引领发展有力'] }
    })
    expect(named).toEqual([])
  })
})
