import { expect, test } from 'vitest'
import { sampleAnswers } from '../../../src/core/notice/trial/sample-answers.ts'
import { ARTICLES, callsOf } from '../../support/notices.ts'

test('a sample belongs to a college, not to the office that asks', () => {
  const [call] = callsOf(ARTICLES)
  if (call === undefined) throw new Error('no call')
  expect(sampleAnswers(call)).toMatchObject({ college: '机械工程学院' })
  expect(sampleAnswers({ ...call, unit: '化工学院' })).toMatchObject({ college: '化工学院' })
})
