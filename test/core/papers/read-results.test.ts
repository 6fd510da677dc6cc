import { describe, expect, it } from 'vitest'
import { type ReadRows, readResults } from '../../../src/core/papers/read-results.ts'

const named = (name: string) => ({ key: name, shown: name })
const [A, B, C] = [
  { applicant: named('教工第一党支部'), number: '2024-model-branch-0001' },
  { applicant: named('教工第二党支部'), number: '2024-model-branch-0002' },
  { applicant: named('学生第一党支部'), number: '2024-model-branch-0003' },
]
const LISTED = [A, B, C]
const HEAD = ['序号', '受理编号', '申报支部', '结果']
const row = ({ number, applicant }: typeof A, result: string) => ['1', number, applicant.shown, result]
const read = (...rows: string[][]) => readResults([rows], LISTED, '申报支部')
const mistakes = (...rows: string[][]) => {
  const found = read(HEAD, ...rows)
  return 'mistakes' in found ? found.mistakes.join('\n') : null
}

describe('the column 结果 of the returned 汇总表', () => {
  it('is read by 受理编号, in whatever order the rows stand', () => {
    expect(read(HEAD, row(C, '推荐'), row(A, '不推荐'), row(B, ' 推荐　'))).toEqual({
      results: [
        { ...A, result: '不推荐' },
        { ...B, result: '推荐' },
        { ...C, result: '推荐' },
      ],
      ...{ blank: [], missing: [] },
    })
  })

  it('is read with spaces within, and without the sums and signatures below', () => {
    const below = [
      ['合计', '', '', '推荐1个'],
      ['', '填表人：王芳', '', '已核对'],
    ]
    expect(read(HEAD, row(A, '推 荐'), row(B, '不 推　荐'), row(C, ''), ...below)).toMatchObject({
      results: [{ result: '推荐' }, { result: '不推荐' }],
    })
    expect(mistakes(row(A, '推荐'), ['3', '', '教工第九党支部', '推荐'])).toContain('没有受理编号')
  })

  it('is found under a title and beside columns that somebody added, in whichever sheet', () => {
    const found = readResults(
      [
        [['说明'], ['请填写']],
        [
          ['汇总表', '', '', '', ''],
          ['得票', '结 果', '备注', '申报支部', '受理编号'],
          ['12', '推荐', '优秀', B.applicant.shown, ` ${B.number.toUpperCase()}`],
          ['', '', '', '', ''],
        ],
      ],
      LISTED,
      '申报支部',
    )
    expect(found).toEqual({
      results: [{ ...B, result: '推荐' }],
      blank: [],
      missing: [A.applicant, C.applicant],
    })
  })

  it('tells who has no result, and whom the sheet lacks', () => {
    expect(read(HEAD, row(A, ''), row(B, '推荐'))).toMatchObject({ blank: [A.applicant], missing: [C.applicant] })
  })

  it('is refused where it isn’t the sheet', () => {
    expect(read(['支部', '结果'], ['教工第一党支部', '推荐'])).toMatchObject({
      mistakes: [expect.stringContaining('没有同时带“受理编号”和“结果”两栏的表头')],
    })
    expect(readResults([], LISTED, '申报支部')).toHaveProperty('mistakes')
  })

  it('is refused where a column was sorted without the others', () => {
    expect(mistakes(['1', A.number, B.applicant.shown, '推荐'])).toContain(
      `${A.number}是${A.applicant.shown}，表中写的是${B.applicant.shown}`,
    )
  })

  it('is refused where a number is unknown, missing, or stands twice', () => {
    const said = mistakes(
      row({ ...A, number: '2024-model-branch-0099' }, '推荐'),
      ['2', '', C.applicant.shown, '推荐'],
      row(B, '推荐'),
      row(B, '不推荐'),
    )
    expect(said).toContain('2024-model-branch-0099（教工第一党支部）没有有效的申报')
    expect(said).toContain(`填了结果“推荐”（${C.applicant.shown}），没有受理编号`)
    expect(said).toContain(`${B.number}出现了2次`)
  })

  it('is refused where two sheets say different things; a copy of it, or one not filled in, is none', () => {
    const sheet = (...results: readonly string[]) => [
      HEAD,
      ...[A, B].map((one, place) => row(one, results[place] ?? '')),
    ]
    const saidBy = (...sheets: readonly ReadRows[]) => readResults(sheets, LISTED, '申报支部')
    expect(saidBy(sheet('推荐', '备选'), sheet('备选', '推荐'))).toMatchObject({
      mistakes: [expect.stringContaining('只留定稿的一张')],
    })
    expect(saidBy(sheet('推荐', '备选'), sheet('推荐', '备选'))).toHaveProperty('results')
    expect(saidBy(sheet(), sheet('推荐', '备选'))).toMatchObject({ results: [{ result: '推荐' }, { result: '备选' }] })
  })

  it('may name a branch as people write it, and bears whatever else stands in a cell', () => {
    expect(mistakes(['1', A.number, '教工第1党支部', '推荐'])).toBeNull()
    expect(mistakes(['1', A.number, A.applicant.shown, `推荐\u202e\u0000${'长'.repeat(5000)}`])).toBeNull()
  })
})
