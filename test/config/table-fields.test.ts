import { expect, test } from 'vitest'
import { readForm } from '../../src/core/form/read-form.ts'
import { paragraph, table } from '../support/blocks.ts'
import { formOf } from '../support/judged-mail.ts'
import { ARTICLES, callsOf } from '../support/notices.ts'

const FORM = 'forms/talent.yaml'
const WORKS = '  works: { label: 近五年代表性成果(不超过5项), type: table, required: true }\n'
const withTable = {
  ...ARTICLES,
  files: { ...ARTICLES.files, [FORM]: (ARTICLES.files[FORM] ?? '').replace('sections:', `${WORKS}sections:`) },
}

const read = (...lists: readonly (readonly string[])[]) => {
  const [call] = callsOf(withTable)
  if (call === undefined) throw new Error('no call')
  const single = formOf('青年英才支持计划申请书', { 申请人: '梁知远', 所在学院: '材料学院', 手机号码: '13800000000' })
  const blocks = [
    ...(single.content?.blocks ?? []),
    paragraph('一、研究内容'),
    paragraph('研究硬质涂层的摩擦磨损行为，揭示其失效机理，建立寿命预测模型。'),
    paragraph('二、近五年代表性成果（不超过5项）'),
    table([['序号', '成果名称', '刊物', '时间'], ...lists]),
  ]
  const reading = readForm({ blocks }, call)
  if (reading.kind !== 'filled') throw new Error(reading.kind)
  return reading.form
}

test('a field that is a table holds the rows under its heading', () => {
  const { values, presence, unplaced } = read(['1', '硬质涂层的磨损', '机械学报', '2023年5月'])
  expect(values.works).toContain('硬质涂层的磨损 | 机械学报')
  expect(presence.works).toBe('filled')
  expect(unplaced).toEqual([])
})

test('one with a head and no rows is empty', () => {
  expect(read(['1', '', '', ''], ['2', '', '', '']).presence.works).not.toBe('filled')
})
