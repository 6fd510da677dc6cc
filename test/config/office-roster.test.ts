import { describe, expect, it, test } from 'vitest'
import { readRoster } from '../../src/config/roster.ts'

const UNIT = { unit: '土木工程学院', university: '海东大学' }
const read = (text: string, of: { key?: string; label?: string; tokens?: ReadonlyMap<string, string> } = {}) =>
  readRoster(Buffer.from(text), 'calls/r.csv', { ...UNIT, ...of })
const names = (text: string, of = {}) => read(text, of).branches.map(({ name }) => name)
const said = (text: string, of = {}) => read(text, of).mistakes.map(({ path, message }) => `${path}: ${message}`)

describe('a roster is the list that an office has', () => {
  test('with columns of its own, which are not read and named', () => {
    const roster = read(
      '序号,党支部名称,书记,支部类型,电子邮箱\n1,结构工程系教工党支部,王一,教师党支部,Jg@univ.example.cn\n2,本科生第一党支部,张三,学生,\n',
    )
    expect(roster.mistakes).toEqual([])
    expect(roster.branches).toMatchObject([
      { name: '结构工程系教工党支部', type: 'teacher', emails: ['jg@univ.example.cn'] },
      { name: '本科生第一党支部', type: 'student', emails: [] },
    ])
    expect(roster.notRead).toEqual(['序号', '书记'])
  })

  test('and of its own columns reads those that say what stands in the names', () => {
    const tokens = new Map([['学院', 'college']])
    const roster = read('姓名,学院,电话\n孙桂兰,材料学院,1\n王海燕,,2\n', { key: 'name', tokens })
    expect(roster.branches.map(({ name, values }) => [name, values])).toEqual([
      ['孙桂兰', { college: '材料学院' }],
      ['王海燕', undefined],
    ])
    expect(roster.notRead).toEqual(['电话'])
  })

  it.each([
    [
      'a title above the columns',
      '2026年各学院联系人一览表,,,\n,,,\n序号,学院,联系人,联系邮箱\n1,机械工程学院,高岩,a@b.cn\n2,外国语学院,沈默,\n',
    ],
    ['a running number in front', '序号,学院,联系邮箱\n1,机械工程学院,\n2,外国语学院,\n'],
    ['numbered lines without a name, and a sum below', '编号,学院\n1,机械工程学院\n2,外国语学院\n3,\n合计,2\n'],
    ['a remark below', '学院,联系邮箱\n机械工程学院,\n外国语学院,\n注：以上为2026年名单,\n'],
    ['another column before the one that the form’s label names', '校区,学院\n凌水,机械工程学院\n凌水,外国语学院\n'],
  ])('with %s', (_, text) => {
    expect(said(text, { key: 'college', label: '学院' })).toEqual([])
    expect(names(text, { key: 'college', label: '学院' })).toEqual(['机械工程学院', '外国语学院'])
  })

  it.each([
    ['支部名称,排除理由\n教工第一党支部,党委会研究\n', 'line 1: unknown column 排除理由: is 排除原因 meant?'],
    ['支部名称,联系邮相\n教工第一党支部,\n', 'line 1: unknown column 联系邮相: is 联系邮箱 meant?'],
    ['支部名,类型\n教工第一党支部,\n', 'line 1: unknown column 支部名: is 支部名称 meant?'],
    [
      '单位,类型\n教工第一党支部,\n',
      'line 1: needs the column 支部名称 (columns: 支部名称, 类型, 别名, 联系邮箱, 排除原因)',
    ],
  ])('but a column that is nearly one of ours is told: %s', (text, message) => expect(said(text)).toContain(message))
})
