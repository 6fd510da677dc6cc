import { expect, test } from 'vitest'
import { readKnownName } from '../../../src/core/naming/read-name.ts'
import { ARTICLES, callsOf } from '../../support/notices.ts'

const degreeOf = (template: string, subject: string) => {
  const [call] = callsOf(ARTICLES)
  if (call === undefined) throw new Error('no call')
  const known = { name: '王小明', college: '化工学院' }
  const { degree, values } = readKnownName(subject, 'subject', {
    call: { ...call, naming: { ...call.naming, subject: template } },
    known,
  })
  return [degree, values]
}

test('brackets around a token hold it apart in whatever width they are written, or not at all', () => {
  const values = { college: '化工学院' }
  expect(degreeOf('青年英才申报({college})', '青年英才申报(化工学院)')).toEqual(['exact', values])
  expect(degreeOf('青年英才申报({college})', '青年英才申报（化工学院）')).toEqual(['cosmetic', values])
  expect(degreeOf('青年英才申报({college})', '青年英才申报化工学院')).toEqual(['cosmetic', values])
  expect(degreeOf('{college}({name})', '化工学院（王小明）')).toEqual(['cosmetic', { ...values, name: '王小明' }])
  expect(degreeOf('青年英才申报({college})', '申报材料')[0]).toBe('wrong')
})
