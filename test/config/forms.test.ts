import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { SHIPPED_CONFIG, shippedCall } from '../support/shipped-call.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The shipped configuration with a file changed; the mistakes that it has. */
function mistakesOf(file: string, change: (text: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'config-'))
  folders.push(folder)
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  try {
    loadConfig(folder, {})
    return []
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return error.mistakes.map(({ file, path, message }) => `${file} ${path}: ${message}`)
  }
}

const CALL = 'calls/2024-model-branch.yaml'
const FORM = 'forms/party-branch.yaml'

describe('the form of a call', () => {
  test('has one label for each field, and a blank form that is marked as an example', () => {
    const { fields, sections, template } = shippedCall.form
    expect([fields.phone?.label, sections.measures?.label, template.example]).toEqual(['联系电话', '创建举措', true])
    expect(Buffer.from(template.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  test('in its former shape is a mistake that names the new place', () => {
    expect(mistakesOf(CALL, text => text.replace(/form: .*/, 'form: { titles: [申报书] }'))).toEqual([
      expect.stringContaining('put `form: NAME` here and describe it in forms/NAME.yaml'),
    ])
  })

  test.each([
    [CALL, (text: string) => text.replace('form: party-branch', 'form: nowhere'), 'there is no forms/nowhere.yaml'],
    [FORM, (text: string) => text.replace('type: phone', 'type: telephone'), 'expected text or person'],
    [FORM, (text: string) => text.replace('party-branch.docx', 'blank.docx'), 'blank.docx'],
    [FORM, (text: string) => text.replace('  idea: {', '  phone: {'), 'a field has this name too'],
  ])('with a mistake in %s is refused with its place', (file, change, message) => {
    const mistakes = mistakesOf(file, change)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(message)
  })
})
