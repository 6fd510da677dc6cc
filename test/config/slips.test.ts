import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const CALL = 'calls/2024-model-branch.yaml'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-slips-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function said(from: string, to: string, file = CALL): string {
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
  try {
    loadConfig(folder, {})
    return ''
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
}

describe('a slip of an operator is one sentence with file, line and what to write', () => {
  it.each([
    ['deadline:', 'deadine:', 'line 11: unknown key deadine: is deadline meant?'],
    ['naming:', 'namming:', 'line 14: unknown key namming: is naming meant?'],
    ['title: 大', 'title：大', 'line 3: the colon «：» is full-width: write «: », a colon and a space'],
    ['unit: 机', 'unit:机', 'line 4: a space is missing behind the colon'],
    ['  subject:', '\tsubject:', 'line 15: a tab stands in front: indent with spaces'],
    [
      '  file:',
      '   file:',
      'line 16: this line begins in another column than the keys beside it: indent it as they are',
    ],
    ['unit: 机', 'unit: 学工部\nunit: 机', 'line 5: this key stands here a second time: take one of them out'],
    [
      '{ id: role, title',
      '{ id： role, title',
      'unknown key id： role: the colon «：» is full-width: write «: », a colon and a space',
    ],
    ['{ id: duties, title:', '{ id: duties， title:', 'the comma «，» is full-width: write «, »'],
    ['    level: university', '    levle: university', 'unknown key levle: is level meant?'],
    ['    level: university', '    level: universty', 'got "universty": is university meant?'],
    ['{ id: conduct, title', '{ id: conduct, type: asks, title', 'got "asks": is ask meant?'],
    ['form: party-branch', 'form: party-branches', 'line 7: form: there is no forms/party-branches.yaml'],
  ])('%j → %j', (from, to, expected) => {
    const told = said(from, to)
    expect(told).toContain(expected)
    expect(told.split('\n')).toHaveLength(1)
  })

  it('tells the line of what stands deep in a list', () => {
    expect(said('years: 1, anchor: deadline', 'years: 1, anchor: deadlin')).toMatch(
      /^calls\/2024-model-branch\.yaml: line \d\d: checks\.7\.window\.anchor: /,
    )
  })

  it('names the other file that has the same id', () => {
    cpSync(join(folder, CALL), join(folder, 'calls/copy.yaml'))
    expect(said('id: 2024', 'id: 2024')).toBe(
      `calls/copy.yaml: line 2: id: ${CALL} is 2024-model-branch too: take one of them out`,
    )
  })

  it.each([
    ['type: ratio, field: memberCount, most: 10', 'a share is at most 1: write 0.1 for 10%, got 10'],
    ['type: number, field: memberCount, most: 10%', 'expected a number, as 0.1 for 10% and 10000 for 1万, got "10%"'],
    ['type: age, field: phone, most: 40', 'age reads a date or text, and phone is a phone: mend its type in forms/'],
    ['type: number, field: memberCont, most: 9', 'the form has no memberCont: is memberCount meant?'],
  ])('a condition that would never say anything: %s', (params, expected) =>
    expect(said('{ id: conduct, ', `{ id: mine, title: 条件, ${params} }\n  - { id: conduct, `)).toContain(expected),
  )

  it('does not stop who drafts another call', () => {
    said('deadline:', 'deadine:')
    expect(loadConfig(folder, {}, { mayLackCalls: true }).calls).toEqual([])
  })
})
