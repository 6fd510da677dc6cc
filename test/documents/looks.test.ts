import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block, Look } from '../../src/core/document/document.ts'
import { createBudget } from '../../src/documents/budget.ts'
import { readDoc } from '../../src/documents/doc/doc.ts'
import { readDocx } from '../../src/documents/docx/docx.ts'
import { makeDocxOf, paragraph, run } from './make-docx.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }
const docxBlocks = async (bytes: Buffer) =>
  (await readDocx(bytes, { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS })).blocks

type Looking = readonly [string, Look | undefined]

const looksOf = (blocks: readonly Block[]): Looking[] =>
  blocks.flatMap(block =>
    block.kind === 'paragraph' ? [[block.text, block.look]] : block.cells.flatMap(cell => looksOf(cell.blocks)),
  )

const style = (id: string, inside: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`

const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>
  ${style('1', '<w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')}
  ${style('own', '<w:name w:val="章"/><w:basedOn w:val="1"/><w:rPr><w:sz w:val="30"/></w:rPr>')}
  ${style('bare', '<w:name w:val="heading 3"/>')}
  ${style('numbered', '<w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')}
  ${style('strong', '<w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>', 'character')}
  ${style('loop', '<w:name w:val="loop"/><w:basedOn w:val="loop"/>')}`

const NUMBERING = `<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:pStyle w:val="numbered"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`

const styled = (properties: string, ...runs: string[]) => `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`
const inStyle = (id: string, ...runs: string[]) => styled(`<w:pStyle w:val="${id}"/>`, ...runs)
const item = (level: number, words: string) =>
  styled(`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`, run(words))

describe('the look of a paragraph', () => {
  it.each<readonly [string, string, Look]>([
    ['of its style', inStyle('1', run('字')), { outline: 1, bold: true, size: 16, centred: true }],
    [
      'of the style that its own is based on',
      inStyle('own', run('字')),
      { outline: 1, bold: true, size: 15, centred: true },
    ],
    ['of a heading style by its name', inStyle('bare', run('字')), { outline: 3, size: 10.5 }],
    ['of its own outline level', styled('<w:outlineLvl w:val="1"/>', run('字')), { outline: 2, size: 10.5 }],
    [
      'that sets aside what the style says',
      styled(
        '<w:pStyle w:val="1"/><w:jc w:val="left"/><w:outlineLvl w:val="9"/>',
        run('字', '<w:b w:val="0"/><w:sz w:val="24"/>'),
      ),
      { size: 12 },
    ],
    [
      'of most of its text',
      paragraph(run('多数文字', '<w:sz w:val="28"/>'), run('少', '<w:sz w:val="20"/>')),
      { size: 14 },
    ],
    ['that is bold only where all of it is', paragraph(run('粗', '<w:b/>'), run('细')), { size: 10.5 }],
    ['that is bold but for spaces', paragraph(run('粗', '<w:b/>'), run('　 ')), { bold: true, size: 10.5 }],
    ['of a style of characters', paragraph(run('粗', '<w:rStyle w:val="strong"/>')), { bold: true, size: 10.5 }],
    [
      'that two styles make and unmake',
      inStyle('1', run('字', '<w:rStyle w:val="strong"/>')),
      { outline: 1, size: 16, centred: true },
    ],
    ['of the whole document', paragraph(run('字')), { size: 10.5 }],
    ['of a style that is based on itself', inStyle('loop', run('字')), { size: 10.5 }],
  ])('is that %s', async (_, body, expected) => {
    const blocks = await docxBlocks(makeDocxOf(paragraph(run('党支部名称')) + body, { styles: STYLES }))
    expect(looksOf(blocks)[1]?.[1]).toEqual(expected)
  })

  it('tells its place in a list', async () => {
    const body = item(0, '甲') + item(1, '乙') + inStyle('numbered', run('丙')) + item(2, '丁') + item(0, '戊')
    const blocks = await docxBlocks(makeDocxOf(body, { styles: STYLES, numbering: NUMBERING }))
    expect(looksOf(blocks).map(([text, look]) => [text, look?.list])).toEqual([
      ['一、甲', { id: '7', level: 0, ordinal: 1 }],
      ['1.乙', { id: '7', level: 1, ordinal: 1 }],
      ['2.丙', { id: '7', level: 1, ordinal: 2 }],
      ['丁', { id: '7', level: 2, ordinal: null }],
      ['二、戊', { id: '7', level: 0, ordinal: 2 }],
    ])
  })

  it.each(['a', 'b', 'c', 'mixed'])(
    'is the same of layout %s from Word, from LibreOffice and in a doc',
    async layout => {
      const bytes = (ending: string) => readFileSync(join(import.meta.dirname, `../fixtures/forms/${layout}.${ending}`))
      const own = looksOf(await docxBlocks(bytes('docx')))
      expect(own.some(([, look]) => look?.outline === 1)).toBe(layout !== 'c')
      expect(looksOf(await docxBlocks(bytes('libreoffice.docx')))).toEqual(own)
      expect(looksOf((await readDoc(bytes('doc'))).blocks)).toEqual(own)
    },
  )
})

describe('the head rows of a table', () => {
  const row = (words: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(words))}</w:tc></w:tr>`
  const head = '<w:tblHeader/>'
  it.each([
    ['those that say so', [head, head, ''], 2],
    ['none where none does', ['', '', ''], undefined],
    ['only those at its top', [head, '', head], 1],
  ])('are %s', async (_, properties, expected) => {
    const rows = properties.map((own, index) => row(`第${index}行的文字`, own)).join('')
    const [table] = await docxBlocks(makeDocxOf(`<w:tbl>${rows}</w:tbl>`, {}))
    expect(table?.kind === 'table' ? table.headRows : null).toBe(expected)
  })
})
