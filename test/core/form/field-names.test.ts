import { expect, test } from 'vitest'
import type { FieldDescription } from '../../../src/core/form/description.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = '校园读书会展示活动申请表'
const REASON =
  '读书会自2021年起每两周共读一本书，已经办了六十二期，参加的同学超过一千人次，希望借此次展示让更多同学加入。'
const BOOKS = '《平凡的世界》《乡土中国》《人间草木》三种，每种各二十册，由读书会成员轮流保管并负责借阅登记。'

/** A form's file may call its fields as it likes, also as the vocabulary calls what forms print for others. */
test.each(['others', 'opinions', 'safeguards', 'instructions', 'basics', 'unread'])(
  'a field may be called `%s`',
  id => {
    const field = (label: string, type: FieldDescription['type']): FieldDescription => ({ label, type, required: true })
    const form = {
      ...shippedCall.form,
      title: TITLE,
      fields: { name: field('读书会名称', 'text'), [`${id}.leader`]: field('召集人', 'person') },
      sections: {
        [id]: { label: '共读书目', type: 'text', required: true },
        reason: { label: '申请理由', type: 'text', required: true },
      },
    } as const
    const rows = [
      ['读书会名称', '山海读书会', '召集人', '陶然'],
      ['共读书目', BOOKS],
      ['申请理由', REASON],
      ['学院意见', '（盖章）　　年　月　日'],
      ['其他', '无'],
    ]
    const reading = readForm({ blocks: [paragraph(TITLE), table(rows)] }, { ...shippedCall, cycle: null, form })
    expect(reading).toMatchObject({
      kind: 'filled',
      form: { values: { [id]: BOOKS, reason: REASON, name: '山海读书会' } },
    })
  },
)

test('a single value may be called so too', () => {
  const fields = {
    others: { label: '所在书院', type: 'text', required: true },
    name: { label: '姓名', type: 'person', required: true },
  } as const
  const sections = { reason: { label: '申请理由', type: 'text', required: true } } as const
  const form = { ...shippedCall.form, title: TITLE, fields, sections }
  const rows = [
    ['姓名', '陶然', '所在书院', '伯川书院'],
    ['申请理由', REASON],
    ['其他', ''],
  ]
  const reading = readForm({ blocks: [paragraph(TITLE), table(rows)] }, { ...shippedCall, cycle: null, form })
  expect(reading).toMatchObject({ kind: 'filled', form: { values: { others: '伯川书院', reason: REASON } } })
})
