import { describe, expect, test } from 'vitest'
import { type Block, type Lack, PICTURE } from '../../../src/core/document/document.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = paragraph('党建工作样板支部申报书')
const IDEA = '坚持围绕中心、服务大局，把支部建在团队上。'
/** A form with its telephone and its outcomes left blank under their own labels. */
const values = (phone: string, of = ''): Block =>
  table([
    ['党支部名称', '教工第一党支部', phone, of],
    ['党支部书记姓名', '张建华', '党员人数', '23'],
  ])
const blank = (phone: string, outcomes: string): Block[] => [
  values(phone),
  ...paragraphs(`五、创建思路\n${IDEA}`),
  paragraph(outcomes),
]
const presenceOf = (blocks: readonly Block[], lacks: readonly Lack[] = []) => {
  const reading = readForm({ blocks: [TITLE, ...blocks], lacks }, shippedCall)
  return reading.kind === 'filled' ? [reading.form.presence.phone, reading.form.presence.outcomes] : [reading.kind]
}

describe('a blank is a fault only', () => {
  test('under the form’s own label', () => {
    expect(presenceOf(blank('联系电话', '七、预期成效'))).toEqual(['empty', 'empty'])
    expect(presenceOf(blank('联络方式', '七、预期目标和成果'))).toEqual(['unplaced', 'unplaced'])
  })

  test('where boxes stand unticked, a number without a numeral, nothing beside a label of two', () => {
    const asked = table([
      ['党支部名称', '教工第一党支部', '支部类型', '□教师 □学生'],
      ['党支部书记姓名', '张建华', '党员人数', '正式　　名，预备　　名'],
      ['职务/职称', '', '联系电话', '84706666'],
    ])
    const reading = readForm({ blocks: [TITLE, asked, ...paragraphs(`五、创建思路\n${IDEA}`)] }, shippedCall)
    expect(reading.kind === 'filled' && reading.form.presence).toMatchObject({
      ...{ branchType: 'empty', memberCount: 'empty', phone: 'filled' },
      ...{ 'secretary.post': 'empty', 'secretary.title': 'empty' },
    })
  })

  test('where the document was read whole', () => {
    const lacks: Lack[] = [{ kind: 'scanned-pages', pages: [2] }]
    expect(presenceOf(blank('联系电话', '七、预期成效'), lacks)).toEqual(['unplaced', 'unplaced'])
  })

  test('where nothing of its kind is left without an owner', () => {
    const elsewhere = table([
      ['值班安排', '84700001'],
      ['夜间', '84700002'],
    ])
    expect(presenceOf([...blank('联系电话', '七、预期成效'), paragraph('八、其他情形'), elsewhere])).toEqual([
      'unplaced',
      'empty',
    ])
  })

  test('where no picture stands that nobody could read', () => {
    const pictured = [...blank('联系电话', '七、预期成效'), paragraph('八、见下图'), paragraph(PICTURE)]
    expect(presenceOf(pictured)).toEqual(['unplaced', 'unplaced'])
  })

  test('whatever pictures stand in a text that has its owner', () => {
    const texts = `四、工作基础\n支部坚持三会一课，成效显著。\n${PICTURE}\n五、创建思路\n${IDEA}\n七、预期成效`
    expect(presenceOf([values('联系电话'), ...paragraphs(texts)])).toEqual(['empty', 'empty'])
  })

  test('where no text is left that nobody placed', () => {
    const left = [
      ...blank('联系电话', '七、预期成效'),
      ...paragraphs('八、支部品牌故事\n十年前几位老党员办起了夜校，一直延续到今天。'),
    ]
    expect(presenceOf(left)).toEqual(['empty', 'unplaced'])
  })

  test('where no text was given to another by its looks alone', () => {
    const plan = '八、几件实事\n1. 与企业支部结对，2025年6月前完成。\n2. 编印工作案例，2025年12月前完成。'
    expect(presenceOf([...blank('联系电话', '七、预期成效'), ...paragraphs(plan)])).toEqual(['empty', 'unplaced'])
  })
})

test('a list that its own place lacks may stand in an annex', () => {
  const rows = [
    ['序号', '荣誉名称', '授予单位', '时间'],
    ['1', '先进党支部', '大连理工大学党委', '2022年6月'],
  ]
  const form = (annex: Block[]) => {
    const reading = readForm(
      {
        blocks: [
          TITLE,
          values('联系电话', '84700001'),
          ...paragraphs('三、近三年荣誉\n\n五、创建思路'),
          paragraph(IDEA),
          ...annex,
        ],
      },
      shippedCall,
    )
    return reading.kind === 'filled' ? reading.form.presence.honours : reading.kind
  }
  expect(form([])).toBe('empty')
  expect(form([paragraph('附件 证明材料'), table(rows)])).not.toBe('empty')
})

test.each([
  ['2024年5月至2026年5月', 'filled'],
  ['2024年5月至2025年5月', 'outdated'],
  ['2022年5月至2026年5月', 'outdated'],
  ['2024年至2025年', 'outdated'],
  ['2023年至2026年', 'outdated'],
])('a form for %s is %s', (cycle, kind) => {
  const blocks = [
    TITLE,
    paragraph(`（${cycle}）`),
    values('联系电话', '84700001'),
    ...paragraphs(`五、创建思路\n${IDEA}`),
  ]
  expect(readForm({ blocks }, shippedCall).kind).toBe(kind)
})

test('without its title, values alone are not the form: most of its texts must be there', () => {
  const texts = paragraphs(`五、创建思路\n${IDEA}`)
  expect(readForm({ blocks: [values('联系电话', '84700001'), ...texts] }, shippedCall).kind).toBe('unread')
})

test('a person whose rare surname stands beside another label is not missing', () => {
  const leader = { label: '项目负责人', type: 'person', required: true } as const
  const call = { ...shippedCall, form: { ...shippedCall.form, fields: { ...shippedCall.form.fields, leader } } }
  const rows = (name: string) =>
    table([
      ['党支部名称', '教工第一党支部', '党员人数', '32'],
      ['项目负责人', '', '联系电话', '84700001'],
      ['项目主持', name, '单位地址', '综合楼'],
    ])
  const presence = (name: string) => {
    const reading = readForm({ blocks: [paragraph('党建工作样板支部申报书'), rows(name)] }, call)
    return reading.kind === 'filled' ? reading.form.presence.leader : reading.kind
  }
  expect(presence('漆雕明远')).not.toBe('empty')
  expect(presence('')).toBe('empty')
})
