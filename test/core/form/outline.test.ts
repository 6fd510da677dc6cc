import { describe, expect, test } from 'vitest'
import { type Block, plainText } from '../../../src/core/document/document.ts'
import { readOutline } from '../../../src/core/form/outline/outline.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'

/** A line for each section, as deep as it stands, with what stands directly in it behind a bar. */
function drawn(...blocks: Block[]): string[] {
  const { sections } = readOutline({ blocks })
  const depth = (at: number | null): number => (at === null ? 0 : 1 + depth(sections[at]?.parent ?? null))
  return sections.map(({ heading, parent, blocks: inside }) =>
    `${'  '.repeat(depth(parent))}${heading?.text ?? '—'} | ${plainText(inside).replace(/\n/g, ' ')}`.trimEnd(),
  )
}

describe('every heading closes the one before it,', () => {
  test('known or not, gaps in its numbers allowed', () => {
    expect(
      drawn(...paragraphs('封面的话。\n一、甲乙\n正文。\n二、没人见过的标题\n别的正文。\n五、丙丁\n第三段正文。')),
    ).toEqual(['— | 封面的话。', '一、甲乙 | 正文。', '二、没人见过的标题 | 别的正文。', '五、丙丁 | 第三段正文。'])
  })

  test.each([
    ['第一部分 甲乙', '第二部分 丙丁'],
    ['壹、甲乙', '贰、丙丁'],
    ['Ⅰ. 甲乙', 'Ⅱ. 丙丁'],
    ['1、甲乙', '2、丙丁'],
    ['（一）甲乙', '（二）丙丁'],
    ['A. 甲乙', 'B. 丙丁'],
    ['【1】甲乙', '【2】丙丁'],
  ])('numbered in any style: %s', (one, other) => {
    expect(drawn(...paragraphs(`${one}\n第一段。\n${other}\n第二段。`)).slice(1)).toEqual([
      `${one} | 第一段。`,
      `${other} | 第二段。`,
    ])
  })

  test('and what it says behind its colon stands in it', () => {
    expect(drawn(...paragraphs('七、成效：形成案例2项。\n再写一段。'))).toEqual([
      '— |',
      '七、成效 | 形成案例2项。 再写一段。',
    ])
  })

  test('as a short line before a table or a text, without any number', () => {
    expect(
      drawn(paragraph('我们的家底'), table([['长长的正文。']]), paragraph('我们的打算'), table([['另一段正文。']])),
    ).toEqual(['— |', '我们的家底 | 长长的正文。', '我们的打算 | 另一段正文。'])
  })

  test('as a row of one cell', () => {
    expect(drawn(table([['甲', '1'], [{ of: '二、乙丙', wide: 2 }], ['丁', '2']]))).toEqual([
      '— | 甲 1',
      '二、乙丙 | 丁 2',
    ])
  })

  test('by its level, where the file states one', () => {
    const level = (text: string, outline: number): Block => ({ ...paragraph(text), look: { outline } })
    expect(
      drawn(level('甲乙', 1), level('丙丁', 2), paragraph('正文。'), level('戊己', 1), paragraph('末段。')),
    ).toEqual(['— |', '甲乙 |', '  丙丁 | 正文。', '戊己 | 末段。'])
  })
})

describe('a heading stands within another', () => {
  test('where its numbers begin anew and the other’s go on', () => {
    expect(drawn(...paragraphs('1. 甲乙\n（一）其一\n正文。\n（二）其二\n正文。\n2. 丙丁\n正文。'))).toEqual([
      '— |',
      '1. 甲乙 |',
      '  （一）其一 | 正文。',
      '  （二）其二 | 正文。',
      '2. 丙丁 | 正文。',
    ])
  })

  test('of the same style too', () => {
    const lines = '五、甲乙\n一、其一\n正文。\n二、其二\n正文。\n六、丙丁\n正文。'
    expect(drawn(...paragraphs(`四、前者\n正文。\n${lines}`)).slice(2)).toEqual([
      '五、甲乙 |',
      '  一、其一 | 正文。',
      '  二、其二 | 正文。',
      '六、丙丁 | 正文。',
    ])
  })

  test('in whose cell it stands, whatever it says', () => {
    expect(
      drawn(paragraph('六、甲乙'), table([['（一）其一\n正文。\n1. 细目\n正文。']]), ...paragraphs('七、丙丁\n正文。')),
    ).toEqual(['— |', '六、甲乙 |', '  （一）其一 | 正文。', '    1. 细目 | 正文。', '七、丙丁 | 正文。'])
  })
})

test('a numbered sentence is no heading, nor is a label that waits for its answer', () => {
  expect(drawn(...paragraphs('1. 党支部名称应填写全称，与系统一致。\n党支部名称：\n教工第一党支部。'))).toHaveLength(1)
})
