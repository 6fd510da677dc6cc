import { describe, expect, it } from 'vitest'
import { expectedFileName, expectedName } from '../../../src/core/naming/expected.ts'
import { readName } from '../../../src/core/naming/read-name.ts'
import { compileTemplate } from '../../../src/core/naming/template.ts'
import { call } from './call.ts'

describe('a template', () => {
  it('is compiled to its literal parts and tokens', () => {
    expect(compileTemplate('申报书-{unit}{branch}')).toEqual({
      kind: 'template',
      parts: [
        { kind: 'literal', text: '申报书-' },
        { kind: 'token', token: 'unit' },
        { kind: 'token', token: 'branch' },
      ],
    })
    expect(compileTemplate('')).toEqual({ kind: 'template', parts: [] })
  })

  it.each([
    ['{姓 名}', { kind: 'unknown-token', token: '姓 名' }],
    ['{}', { kind: 'unknown-token', token: '' }],
    ['申报书-{branch', { kind: 'stray-brace', text: '{' }],
    ['申报书-branch}', { kind: 'stray-brace', text: '}' }],
  ])('%s has a mistake', (template, mistake) => expect(compileTemplate(template)).toEqual(mistake))

  it('gives the name to copy', () => {
    const values = { unit: '机械工程学院', branch: '教工$&党支部' }
    expect(expectedName('申报书-{unit}{branch}', values)).toBe('申报书-机械工程学院教工$&党支部')
    expect(expectedFileName('{branch}', values, 'docx')).toBe('教工$&党支部.docx')
  })
})

describe('other templates', () => {
  const one = '教工第一党支部'
  it.each([
    ['{branch}', '2021级本科生党支部', 'exact', '2021级本科生党支部'],
    ['{branch}', 'Re: 2021级本科生党支部', 'cosmetic', '2021级本科生党支部'],
    ['{branch}', '附件2-教工第一党支部', 'cosmetic', one],
    ['{branch}+推荐表', '教工第一党支部+推荐表', 'exact', one],
    ['{branch}+推荐表', '教工第1党支部 推荐表', 'cosmetic', one],
    ['{branch}+推荐表', '教工第一党支部', 'wrong', one],
    ['{unit}-{branch}-申报书', '大连理工大学机械工程学院教工第一党支部申报书(1)', 'cosmetic', one],
    ['{unit}+竞赛汇总', '机械工程学院竞赛汇总', 'cosmetic', null],
    ['{unit}+竞赛汇总', '竞赛汇总', 'wrong', null],
    ['{memberCount}+{branch}', '32+教工第一党支部', 'exact', one],
    ['{memberCount}+{branch}', '教工第一党支部', 'wrong', one],
  ] as const)('%s reads %s', (template, text, degree, name) => {
    const reading = readName(text, 'subject', { ...call, naming: { subject: template, file: template, archive: null } })
    expect(reading.degree).toBe(degree)
    expect(reading.branch.kind === 'known' ? reading.branch.branch.name : null).toBe(name)
  })
})
