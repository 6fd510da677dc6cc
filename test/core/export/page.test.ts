import { beforeAll, describe, expect, it } from 'vitest'
import { comparisonPage } from '../../../src/core/export/page.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { aStanding, papersOf, readAnswers } from '../../support/papers.ts'

let form: Form

beforeAll(async () => {
  form = await readAnswers({})
})

describe('the page of an export', () => {
  it('puts every applicant beside every other: each field, condition and section is a row', () => {
    const page = comparisonPage(papersOf([aStanding(form, 0), aStanding(form, 1)]))
    for (const said of ['党支部书记姓名', '近1年未出现突出问题', '创建举措', '预期成效', '佐证材料'])
      expect(page).toContain(`<th scope="row">${said}</th>`)
    const rows = page.split('<tr>').slice(2)
    expect(new Set(rows.map(row => row.split('<td>').length - 1))).toEqual(new Set([2]))
    expect(page).toContain(form.idea ?? '')
  })

  it('runs nothing and fetches nothing, whatever a form says', () => {
    const hostile = '<script>alert(1)</script><img src="http://x.cn/a.png" onerror="x">\u202e\u0000'
    const values = { ...form.values, idea: hostile, email: `"><style>@import url(http://x.cn)</style>` }
    const page = comparisonPage(papersOf([aStanding({ ...form, values }, 0, { notes: [hostile] })]))
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object)|src="|[\u202e\u0000]/u)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain("default-src 'none'")
  })
})
