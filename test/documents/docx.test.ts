import {
  CheckBox,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { createBudget } from '../../src/documents/budget.ts'
import { readDocx } from '../../src/documents/docx/docx.ts'
import { whyUnreadable } from '../../src/documents/unreadable.ts'
import { withoutLooks } from '../support/blocks.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'
import { makeZip } from './make-zip.ts'

const MiB = 1024 ** 2
const meansFor = (xmlBytes: number) => {
  const limits = { inflatedBytes: 100 * MiB, xmlBytes, documentBytes: 50 * MiB }
  return { budget: createBudget(limits.inflatedBytes), limits }
}
const read = async (bytes: Buffer): Promise<readonly Block[]> =>
  withoutLooks((await readDocx(bytes, meansFor(4 * MiB))).blocks)

const written = async (children: (Paragraph | Table)[]): Promise<readonly Block[]> =>
  await read(await Packer.toBuffer(new Document({ sections: [{ children }] })))

const text = (value: string): Block => ({ kind: 'paragraph', text: value })
const cell = (row: number, column: number, value: string, span: { rowSpan?: number; columnSpan?: number } = {}) => ({
  ...{ row, column, rowSpan: 1, columnSpan: 1, blocks: value === '' ? [] : [text(value)] },
  ...span,
})
const tableCell = (value: string, options: { rowSpan?: number; columnSpan?: number } = {}) =>
  new TableCell({ ...options, children: [new Paragraph(value)] })

describe('a docx that a writer made', () => {
  it('gives headings, list items and line breaks as paragraphs', async () => {
    const blocks = await written([
      new Paragraph({ text: '一、基本信息', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: '组织建设', bullet: { level: 0 } }),
      new Paragraph({ children: [new TextRun('主'), new TextRun({ text: '要', break: 1 })] }),
    ])
    expect(blocks).toEqual([text('一、基本信息'), text('组织建设'), text('主\n要')])
  })

  it('gives merged cells their place and spans', async () => {
    const rows = [
      [tableCell('党支部名称'), tableCell('金属材料教工党支部', { columnSpan: 3 })],
      [tableCell('书记', { rowSpan: 2 }), tableCell('姓名'), tableCell('李明'), tableCell('照片', { rowSpan: 2 })],
      [tableCell('电话', { columnSpan: 2 })],
    ]
    const table = new Table({ rows: rows.map(children => new TableRow({ children })) })
    expect(await written([table])).toEqual([
      {
        kind: 'table',
        cells: [
          cell(0, 0, '党支部名称'),
          cell(0, 1, '金属材料教工党支部', { columnSpan: 3 }),
          cell(1, 0, '书记', { rowSpan: 2 }),
          cell(1, 1, '姓名'),
          cell(1, 2, '李明'),
          cell(1, 3, '照片', { rowSpan: 2 }),
          cell(2, 1, '电话', { columnSpan: 2 }),
        ],
      },
    ])
  })

  it('gives cells merged by hand the same spans', async () => {
    const merged = (value: string, verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) =>
      new TableCell({ verticalMerge, children: [new Paragraph(value)] })
    const table = new Table({
      rows: [
        new TableRow({ children: [merged('荣誉', VerticalMergeType.RESTART), tableCell('2022年')] }),
        new TableRow({ children: [merged('', VerticalMergeType.CONTINUE), tableCell('2023年')] }),
      ],
    })
    expect(await written([table])).toMatchObject([
      { cells: [cell(0, 0, '荣誉', { rowSpan: 2 }), cell(0, 1, '2022年'), cell(1, 1, '2023年')] },
    ])
  })

  it('keeps a table inside a cell', async () => {
    const inner = new Table({ rows: [new TableRow({ children: [tableCell('时间'), tableCell('荣誉名称')] })] })
    const outer = new TableCell({ children: [new Paragraph('近三年荣誉'), inner, new Paragraph('')] })
    const [table] = await written([new Table({ rows: [new TableRow({ children: [outer] })] })])
    expect(table).toMatchObject({
      cells: [{ blocks: [text('近三年荣誉'), { kind: 'table', cells: [cell(0, 0, '时间'), cell(0, 1, '荣誉名称')] }] }],
    })
  })

  it('keeps check boxes', async () => {
    const boxes = [
      new CheckBox({ checked: true }),
      new TextRun('教师 '),
      new CheckBox({ checked: false }),
      new TextRun('学生'),
    ]
    expect(await written([new Paragraph({ children: boxes })])).toEqual([text('☑教师 □学生')])
  })
})

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
const control = (properties: string, ...runs: string[]) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${runs.join('')}</w:sdtContent></w:sdt>`
const textBox = (value: string) =>
  `<wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(value))}</w:txbxContent></wps:txbx></wps:wsp>`
const drawing = (inside: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`
const legacyField = (data: string, instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>
  <w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const legacyBox = (state: string) => legacyField(`<w:checkBox>${state}</w:checkBox>`, 'FORMCHECKBOX')
const field = (...instruction: string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${instruction.map(part => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`).join('')}
  <w:r><w:fldChar w:fldCharType="end"/></w:r>`
const complex = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const box = (checked: string, shown: string) =>
  control(`<w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox>`, run(shown))

describe('a paragraph of WordprocessingML', () => {
  it.each([
    ['without deleted text', `<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>`, '新'],
    ['with moved text once', `<w:moveFrom>${run('移')}</w:moveFrom><w:moveTo>${run('移')}</w:moveTo>`, '移'],
    ['without hidden text', run('隐', '<w:vanish/>') + run('现', '<w:vanish w:val="0"/>'), '现'],
    ['without placeholders', control('<w:showingPlcHdr/>', run('单击此处输入文字')), ''],
    ['with the words of a link that leads nowhere', `<w:hyperlink r:id="rId9">${run('主页')}</w:hyperlink>`, '主页'],
    ['with an answered control', control('<w:text/>', run('李明')), '李明'],
    [
      'with legacy check boxes',
      `${legacyBox('<w:checked/>')}${run('是')}${legacyBox('<w:checked w:val="0"/>')}${run('否')}`,
      '☑是□否',
    ],
    [
      'with a legacy check box that is ticked by default',
      `${legacyBox('<w:default w:val="1"/>')}${run('教师')}`,
      '☑教师',
    ],
    [
      'with check boxes as content controls',
      `${box('1', '√')}${run('教师')}${box('0', '☐')}${run('学生')}`,
      '☑教师□学生',
    ],
    [
      'with the chosen entry of a legacy list',
      legacyField(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="教师"/><w:listEntry w:val="学生"/></w:ddList>',
        'FORMDROPDOWN',
      ),
      '学生',
    ],
    ['with a box and a tick that lie on one another', `${field('eq \\o\\ac(□,√)')}${run('教师')}`, '☑教师'],
    ['with such a field in pieces', `${field(' eq \\o\\ac(', '□', ',', '√', ')')}${run('教师')}`, '☑教师'],
    ['with such a field raised', field('EQ \\o\\ac(□,\\s\\up2(√))'), '☑'],
    ['with such a field in one', `<w:fldSimple w:instr="eq \\o\\ac(□,√)"/>${run('教师')}`, '☑教师'],
    [
      'with such a field once, whatever is stored behind it',
      `${complex('eq \\o\\ac(□,√)', run('□√'))}${run('教师')}`,
      '☑教师',
    ],
    [
      'with the result of a field that asks for another one',
      complex(' IF ', run('外层')).replace(
        ' IF </w:instrText></w:r>',
        ` IF </w:instrText></w:r>${complex('DOCPROPERTY A', run('内'))}`,
      ),
      '外层',
    ],
    [
      'without what a field’s instruction asks for',
      `${run('前')}${field(' SET x ').replace('<w:r><w:fldChar w:fldCharType="end"/>', `${run('隐')}$&`)}${run('后')}`,
      '前后',
    ],
    ['with a field’s result within a field’s result', complex('REF a', complex('REF b', run('内'))), '内'],
    ['with what a symbol field shows', `${field('SYMBOL 254 \\f "Wingdings"')}${run('教师')}`, '☑教师'],
    ['with a quotation', field('QUOTE "李明"'), '李明'],
    ['without the prompt of a macro button', field('MACROBUTTON NOMACRO [单击此处键入姓名]'), ''],
    [
      'with an answer in a control that still says placeholder',
      control('<w:showingPlcHdr/>', run('金属材料教工党支部')),
      '金属材料教工党支部',
    ],
    [
      'without what stands in the style of placeholders',
      control('<w:showingPlcHdr/>', run('某某', '<w:rStyle w:val="PlaceholderText"/>')),
      '',
    ],
    [
      'with a box that shares its control with its word',
      control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run('☐教师')),
      '☑教师',
    ],
    [
      'with a symbol that newer programs write as one',
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="2611"/></mc:Choice><mc:Fallback><w:t>☑</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      '☑',
    ],
    ['with an encircled number', field('eq \\o\\ac(○,1)'), '○1'],
    ['without a link’s address', `${field('HYPERLINK "http://example.com"')}${run('网页')}`, '网页'],
    [
      'with the box and the tick of Wingdings 2',
      '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings 2" w:char="A3"/></w:r>',
      '☑□',
    ],
    ['within a wrapper of custom XML', `<w:customXml w:element="a">${run('李明')}</w:customXml>`, '李明'],
    [
      'with a Wingdings symbol',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
      '☑□',
    ],
    [
      'with letters in Wingdings 2',
      run('R', font('Wingdings 2')) + run('教师') + run('£', font('Wingdings 2')),
      '☑教师□',
    ],
    ['with Chinese in a run of Wingdings', run('&amp;教师', font('Wingdings')), '🕮教师'],
    ['with a simple field', `<w:fldSimple w:instr="DATE">${run('2024年5月')}</w:fldSimple>`, '2024年5月'],
    [
      'with ruby’s base',
      `<w:r><w:ruby><w:rt>${run('zhī')}</w:rt><w:rubyBase>${run('支')}</w:rubyBase></w:ruby></w:r>`,
      '支',
    ],
    ['with a text box', `<w:r>${drawing(textBox('框'))}</w:r>`, '框'],
    [
      'with a text box that has no fallback',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(textBox('框'))}</mc:Choice></mc:AlternateContent></w:r>`,
      '框',
    ],
    [
      'with a text box and its fallback, once',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(textBox('框'))}</mc:Choice>
      <mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(run('框'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      '框',
    ],
    ['without what is never seen', run('党⽀\u200b部\u00ad⻓名称\ufeff'), '党支部长名称'],
    ['with escaped characters', run('A&amp;B &lt;3&gt;'), 'A&B <3>'],
  ])('is read %s', async (_, runs, expected) => {
    const blocks = await read(makeDocx(paragraph(run('党支部名称')) + paragraph(runs)))
    expect(blocks.slice(1)).toEqual(expected === '' ? [] : [text(expected)])
  })

  it('is no part of a table where a tracked change deletes its row', async () => {
    const row = (value: string, change = '') =>
      `<w:tr><w:trPr>${change}</w:trPr><w:tc>${paragraph(run(value))}</w:tc></w:tr>`
    const table = `<w:tbl>${row('党支部名称')}${row('旧', '<w:del w:id="1"/>')}${row('新', '<w:ins w:id="2"/>')}</w:tbl>`
    expect(await read(makeDocx(table))).toMatchObject([{ cells: [cell(0, 0, '党支部名称'), cell(1, 0, '新')] }])
  })

  it('says where a picture stands', async () => {
    const picture = `<w:r>${drawing('<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>')}</w:r>`
    const cells = [run('主要事迹'), picture, picture + run('文字'), ''].map(
      inside => `<w:tc>${paragraph(inside)}</w:tc>`,
    )
    const image = { path: 'word/media/image1.png', data: 'x' }
    const relations = {
      path: 'word/_rels/document.xml.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
    }
    const docx = makeDocx(`<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`, [image, relations])
    expect(await read(docx)).toMatchObject([
      { cells: ['主要事迹', '〔图片〕', '〔图片〕文字', ''].map((value, column) => cell(0, column, value)) },
    ])
  })

  it('joins the next one where a tracked change deletes its mark', async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('金属材料')}</w:p>`
    expect(await read(makeDocx(first + paragraph(run('教工党支部'))))).toEqual([text('金属材料教工党支部')])
  })

  it('keeps merged cells together where a bookmark stands between them', async () => {
    const bookmark = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    const row = (merge: string, label: string, value: string) =>
      `<w:tr><w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(run(label))}</w:tc>${bookmark}<w:tc>${paragraph(run(value))}</w:tc></w:tr>`
    const [first, second] = [row('<w:vMerge w:val="restart"/>', '书记', '李明'), row('<w:vMerge/>', '', '王芳')]
    expect(await read(makeDocx(`<w:tbl>${first}${bookmark}${second}</w:tbl>`))).toMatchObject([
      { cells: [cell(0, 0, '书记', { rowSpan: 2 }), cell(0, 1, '李明'), cell(1, 1, '王芳')] },
    ])
  })

  it('is read where the parts with its formatting are broken', async () => {
    const broken = ['styles', 'footnotes', 'comments'].map(name => ({ path: `word/${name}.xml`, data: '<w:x' }))
    const note = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    expect(await read(makeDocx(paragraph(run('党支部名称') + note), broken))).toEqual([text('党支部名称')])
  })

  it('keeps its column in a row that begins further right', async () => {
    const cells = (...values: string[]) => values.map(value => `<w:tc>${paragraph(run(value))}</w:tc>`).join('')
    const table = `<w:tbl><w:tr>${cells('党支部名称', '书记')}</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cells('李明')}</w:tr></w:tbl>`
    expect(await read(makeDocx(table))).toMatchObject([
      { cells: [cell(0, 0, '党支部名称'), cell(0, 1, '书记'), cell(1, 0, ''), cell(1, 1, '李明')] },
    ])
  })
})

describe('properties of the document', () => {
  const part = (path: string, inside: string) => ({
    path: `docProps/${path}.xml`,
    data: `<p xmlns:dc="d">${inside}</p>`,
  })
  const parts = [
    part('core', '<dc:title>申报书</dc:title><dc:creator>李明</dc:creator>'),
    part('app', '<Company>机械工程学院</Company>'),
    part('custom', '<property name="支部名称"><vt:lpwstr>金属材料教工党支部</vt:lpwstr></property>'),
  ]
  it.each([
    ['DOCPROPERTY 支部名称', '金属材料教工党支部'],
    ['DOCPROPERTY "支部名称" \\* MERGEFORMAT', '金属材料教工党支部'],
    ['DOCPROPERTY Company', '机械工程学院'],
    ['DOCPROPERTY Author', '李明'],
    ['TITLE', '申报书'],
    ['DOCPROPERTY Nothing', ''],
  ])('are shown where a field %s has no result', async (instruction, expected) => {
    const blocks = await read(makeDocx(paragraph(run('党支部名称：'), field(instruction)), parts))
    expect(blocks).toEqual([text(`党支部名称：${expected}`)])
  })
  it('are as the field’s result says, where there is one', async () => {
    const stored = paragraph(run('党支部名称：'), complex('DOCPROPERTY 支部名称', run('实验中心党支部')))
    expect(await read(makeDocx(stored, parts))).toEqual([text('党支部名称：实验中心党支部')])
  })
})

describe('numbers that Word counts itself', () => {
  const level = (place: number, format: string, shown: string) =>
    `<w:lvl w:ilvl="${place}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${shown}"/></w:lvl>`
  const chapters =
    level(0, 'chineseCounting', '%1、') +
    level(1, 'decimal', '%1.%2').replace('<w:num', '<w:isLgl/><w:num') +
    level(2, 'bullet', '●')
  const wordXml = (inside: string) => `<w:part xmlns:w="x">${inside}</w:part>`
  const numbering = wordXml(
    `<w:abstractNum w:abstractNumId="7">${chapters}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  const styles = wordXml('<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
  const item = (list: number, place: number, value: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${place}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(value)}</w:p>`
  const styled = (value: string) => `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>${run(value)}</w:p>`

  it('are text of their paragraphs', async () => {
    const body = [item(1, 0, '基本信息'), item(1, 1, '支部'), item(1, 1, '书记'), styled('荣誉'), item(1, 1, '集体')]
    const more = [item(1, 2, '要点'), item(0, 0, '没有'), item(2, 0, '另起')]
    const parts = [
      { path: 'word/numbering.xml', data: numbering },
      { path: 'word/styles.xml', data: styles },
    ]
    const expected = ['一、基本信息', '1.1支部', '1.2书记', '二、荣誉', '2.1集体', '要点', '没有', '一、另起']
    expect(await read(makeDocx([...body, ...more].join(''), parts))).toEqual(expected.map(text))
  })
})

const why = async (bytes: Buffer, xmlBytes = 4 * MiB): Promise<unknown> =>
  await readDocx(bytes, meansFor(xmlBytes)).catch(error => error)

describe('a docx that can’t be read', () => {
  const page = paragraph(run('党支部名称：金属材料教工党支部'))
  const damaged = (change: (xml: string) => string) =>
    change(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${page.repeat(9)}</w:body></w:document>`,
    )
  const middle = (xml: string) => xml.indexOf('</w:t>', xml.length / 2)
  it.each<readonly [string, (xml: string) => string | Buffer]>([
    ['cut off', xml => xml.slice(0, xml.length / 2)],
    ['without a piece in the middle', xml => xml.slice(0, middle(xml)) + xml.slice(middle(xml) + 40)],
    ['without a closing tag', xml => xml.slice(0, middle(xml)) + xml.slice(middle(xml) + 6)],
    ['with a closing tag too many', xml => `${xml.slice(0, middle(xml))}</w:r>${xml.slice(middle(xml))}`],
    ['with a quotation mark lost', xml => xml.replace('xml:space="preserve">', 'xml:space="preserve>')],
    ['with a control character', xml => xml.replace('金属', '金\u0003属')],
    [
      'with bytes that are no UTF-8',
      xml =>
        Buffer.concat([
          Buffer.from(xml.slice(0, middle(xml))),
          Buffer.from([0xff, 0xc3]),
          Buffer.from(xml.slice(middle(xml))),
        ]),
    ],
    ['with another root', () => '<a/>'],
  ])('is corrupt where its XML is %s', async (_, change) => {
    const bytes = makeZip([{ path: 'word/document.xml', data: change(damaged(xml => xml)) }])
    expect(await why(bytes)).toSatisfy(error => whyUnreadable(error) === 'corrupt')
  })
  it('is corrupt where a part inflates to something else than was packed', async () => {
    const bytes = makeDocx(page)
    const at = bytes.lastIndexOf('PK\u0001\u0002')
    bytes.writeUInt32LE(1, at + 16)
    expect(await why(bytes)).toMatchObject({ why: 'corrupt' })
  })
  it('is whole whatever comments and CDATA say', async () => {
    const xml = damaged(one =>
      one.replace('<w:body>', '<!-- a < b --><w:body>').replace('党支部名称', '<![CDATA[党<支部名称]]>'),
    )
    expect((await read(makeZip([{ path: 'word/document.xml', data: xml }])))[0]).toEqual(
      text('党<支部名称：金属材料教工党支部'),
    )
  })
  it('is read whatever its prefixes are called', async () => {
    const xml = damaged(one => one.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='))
    expect((await read(makeZip([{ path: 'word/document.xml', data: xml }]))).length).toBe(9)
  })
  it('is scanned when it holds pictures and no text', async () => {
    const photo = { path: 'word/media/image1.jpeg', data: 'x' }
    expect(await why(makeDocx('<w:p/>', [photo]))).toMatchObject({ why: 'scanned' })
    expect(await why(makeDocx('<w:p/>'))).toMatchObject({ why: 'undecodable' })
  })
  it('is undecodable when its text is garbled', async () => {
    expect(await why(makeDocx(paragraph(run('»úÐµ¹¤³ÌÑ§Ôº'))))).toMatchObject({ why: 'undecodable' })
    expect(await why(makeDocx(paragraph(run('\ufffd\ufffd\ufffd\ufffd工程'))))).toMatchObject({ why: 'undecodable' })
  })
  it('is too large when one XML part is, before anything parses it', async () => {
    expect(await why(makeDocx(page.repeat(20_000)), 1 * MiB)).toMatchObject({ why: 'too-large' })
  })
})
