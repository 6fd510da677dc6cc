import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import { filledAnswers, formDocx } from '../../support/form-docx.ts'
import { drawAnswers } from '../../support/lots/answers.ts'
import { asDocx } from '../../support/lots/as-docx.ts'
import { drawForm, FAMILIES, type Family } from '../../support/lots/families.ts'
import { knownSheet } from '../../support/lots/known-layouts.ts'
import { layOut } from '../../support/lots/lay-out.ts'
import { lotOf } from '../../support/lots/lot.ts'
import { readDocument, unwritten } from '../../support/lots/read.ts'
import { foreignWords } from '../../support/lots/words/all-foreign.ts'

const families = Object.keys(FAMILIES) as Family[]

/** Blocks without their looks, which not every kind of file states. */
const bare = (blocks: readonly Block[]): unknown[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? block.text.replace(/\s+/g, ' ').trim()
      : block.cells.map(({ blocks: inner, ...place }) => ({ ...place, text: bare(inner) })),
  )

describe('forms drawn by lot', () => {
  it.each(families)('of family %s are the same for the same seed, and others for others', family => {
    expect(drawForm(family, 7).pieces).toEqual(drawForm(family, 7).pieces)
    expect(drawForm(family, 7).pieces).not.toEqual(drawForm(family, 8).pieces)
  })

  it.each(families)('of family %s are the same blocks without a file as read of one', async family => {
    for (const seed of [1, 2, 3]) {
      const { pieces } = drawForm(family, seed)
      const read = await readDocument('form.docx', await asDocx(pieces))
      expect(bare(read.content?.blocks ?? [])).toEqual(bare(unwritten('form.docx', pieces).content?.blocks ?? []))
    }
  })

  it('print what the template prints', async () => {
    const printed = async (bytes: Buffer) =>
      linesOf((await readDocument('form.docx', bytes)).content?.blocks ?? []).map(line => line.replace(/\s/g, ''))
    const template = await printed(await formDocx(filledAnswers()))
    const answers = drawAnswers(lotOf(1))
    const own = await printed(await asDocx(layOut(knownSheet('A', answers, lotOf(1)))))
    const labels = template.filter(line => line.length <= 12 && own.includes(line))
    expect(labels).toEqual(
      expect.arrayContaining(['附件2', '申报书', '填报说明', '一、基本信息', '八、保障措施', '九、审核意见']),
    )
    expect(labels).toEqual(
      expect.arrayContaining(['党支部名称', '姓名', '职务/职称', '获奖对象', '完成时限', '学校党委意见']),
    )
    expect(template.filter(line => line.endsWith('：') && !own.includes(line))).toEqual([])
  })
})

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block =>
    block.kind === 'paragraph' ? block.text.split('\n') : block.cells.flatMap(cell => linesOf(cell.blocks)),
  )

const SOURCES = ['src/core', 'config'].flatMap(folder =>
  readdirSync(join(import.meta.dirname, '../../..', folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|ya?ml|csv)$/.test(name))
    .map(name => readFileSync(join(import.meta.dirname, '../../..', folder, name), 'utf8')),
)

describe('the foreign words of the lots', () => {
  it('are some hundreds, of which the product lists not one in ten, and those as parts of others (称号, 等级)', () => {
    const words = foreignWords()
    const listed = words.filter(word => SOURCES.some(source => isListed(word, source)))
    expect(words.length).toBeGreaterThan(200)
    expect(listed.length / words.length, listed.join(' ')).toBeLessThan(0.1)
  })
})

/** Whether a source holds the word as one of its own: between quotes, commas or brackets, or as a part of an alternation. */
function isListed(word: string, source: string): boolean {
  for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + 1)) {
    const around = `${source[at - 1] ?? ' '}${source[at + word.length] ?? ' '}`
    if (!/\p{Script=Han}/u.test(around)) return true
  }
  return false
}
