import { makeDocxOf, paragraph, run } from '../../documents/make-docx.ts'
import { PNG } from './docx-parts.ts'

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`

const legacyBox = (state: string, name: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="${name}"/><w:enabled/><w:calcOnExit w:val="0"/>
  <w:checkBox><w:sizeAuto/>${state}</w:checkBox></w:ffData></w:fldChar></w:r>
  <w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
  <w:r><w:fldChar w:fldCharType="end"/></w:r>`

const control = (properties: string, inside: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`

const box = (checked: string, shown: string) =>
  control(
    `<w14:checkbox><w14:checked w14:val="${checked}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
    <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`,
    run(shown),
  )

const symbol = (name: string, code: string) => `<w:r><w:sym w:font="${name}" w:char="${code}"/></w:r>`

const field = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="end"/></w:r>`

const change = 'w:id="9" w:author="a" w:date="2024-05-01T00:00:00Z"'

const textBox = (value: string) =>
  `<w:r><w:pict><v:shape id="s1" type="#_x0000_t202" style="width:120pt;height:40pt"><v:textbox><w:txbxContent>${paragraph(
    run(value),
  )}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders>`

const table = (widths: readonly number[], ...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${BORDERS}</w:tblPr>
  <w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`

const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

const cell = (width: number, inside: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${inside}</w:tc>`

const words = (text: string) => paragraph(run(text))

const numbered = (text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`

const NUMBERING = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>
  <w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

const merged = table(
  [2000, 2000, 2000],
  row(cell(2000, words('竖并'), '<w:vMerge w:val="restart"/>'), cell(4000, words('横并'), '<w:gridSpan w:val="2"/>')),
  row(cell(2000, '<w:p/>', '<w:vMerge/>'), cell(2000, words('左')), cell(2000, words('右'))),
)

const nested = table(
  [1500, 6000],
  row(
    cell(1500, words('外表')),
    cell(6000, table([2000, 2000], row(cell(2000, words('内左')), cell(2000, words('内右')))) + words('内后')),
  ),
)

const picture = `<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="7" name="p"/><a:graphic>
  <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
  <pic:nvPicPr><pic:cNvPr id="7" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
  <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const result = (instruction: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** A field whose instruction asks for another field's result. */
const nestedField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> IF </w:instrText></w:r>
  ${result(' DOCPROPERTY Category ', '内层')}<w:r><w:instrText xml:space="preserve"> = "内层" "外层" "别的" </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('外层')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const formField = (data: string, instruction: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/><w:enabled/><w:calcOnExit w:val="0"/>${data}</w:ffData></w:fldChar></w:r>
  <w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}
  <w:r><w:fldChar w:fldCharType="end"/></w:r>`

const legacyList = formField(
  '<w:ddList><w:result w:val="1"/><w:listEntry w:val="教师"/><w:listEntry w:val="学生"/></w:ddList>',
  'FORMDROPDOWN',
  '',
)

const equation =
  '<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>≥</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'

const legacyMerged = table(
  [2000, 2000, 2000],
  row(
    cell(2000, words('旧式横并'), '<w:hMerge w:val="restart"/>'),
    cell(2000, '<w:p/>', '<w:hMerge/>'),
    cell(2000, words('右')),
  ),
  row(cell(2000, words('一')), cell(2000, words('二')), cell(2000, words('三'))),
)

const upright = '<w:textDirection w:val="tbRlV"/>'

const watermark = `<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;width:400pt;height:100pt;rotation:315">
  <v:textpath style="font-family:宋体" string="样张水印"/></v:shape></w:pict></w:r></w:p>`

/** Each construct that readers lose or mistake, in a line or a table of its own. */
export const trapsDocx = (): Buffer =>
  makeDocxOf(
    [
      words('以下各行各有一种容易丢失或读错的写法，供读取程序核对。'),
      paragraph(run('字距：'), run('加宽文字', '<w:spacing w:val="21"/>')),
      paragraph(run('隐藏：前'), run('隐藏文字', '<w:vanish/>'), run('后')),
      paragraph(
        run('修订：'),
        `<w:del ${change}><w:r><w:delText>旧文字</w:delText></w:r></w:del>`,
        `<w:ins ${change}>${run('新文字')}</w:ins>`,
      ),
      paragraph(
        run('旧式勾选：'),
        legacyBox('<w:checked/>', 'a'),
        run('教师'),
        legacyBox('<w:default w:val="0"/>', 'b'),
        run('学生'),
      ),
      paragraph(run('控件勾选：'), box('1', '☒'), run('教师'), box('0', '☐'), run('学生')),
      paragraph(run('符号勾选：'), symbol('Wingdings', 'F0FE'), run('教师'), symbol('Wingdings', 'F0A8'), run('学生')),
      paragraph(
        run('字母勾选：'),
        run('R', font('Wingdings 2')),
        run('教师'),
        run('£', font('Wingdings 2')),
        run('学生'),
      ),
      paragraph(run('域勾选：'), field(' eq \\o\\ac(□,√) '), run('教师□学生')),
      paragraph(run('文字勾选：√教师 □学生')),
      paragraph(run('占位：'), control('<w:showingPlcHdr/><w:text/>', run('单击此处输入文字。'))),
      paragraph(run('换行：上'), '<w:r><w:br/></w:r>', run('下')),
      paragraph(run('脚注：正文'), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
      numbered('自动编号之一'),
      numbered('自动编号之二'),
      merged,
      words('两表之间'),
      nested,
      words('图片单独成格'),
      table([2000, 2000], row(cell(2000, words('图片')), cell(2000, paragraph(picture)))),
      paragraph(run('文本框：'), textBox('框内文字')),
      paragraph(run('图在行中：前'), picture, run('后')),
      paragraph(run('样式隐藏：前'), run('隐藏文字', '<w:rStyle w:val="unseen"/>'), run('后')),
      paragraph(run('域中域：'), nestedField),
      paragraph(run('属性域：'), result(' DOCPROPERTY 支部 ', '材料教工党支部')),
      paragraph(run('旧式文本：'), formField('<w:textInput/>', 'FORMTEXT', run('李明'))),
      paragraph(run('旧式下拉：'), legacyList),
      paragraph(
        run('下拉控件：'),
        control('<w:dropDownList><w:listItem w:displayText="学生" w:value="2"/></w:dropDownList>', run('学生')),
      ),
      paragraph(run('公式：'), equation),
      legacyMerged,
      words('隐藏的行'),
      table(
        [2000, 2000],
        row(cell(2000, words('首行')), cell(2000, words('甲'))),
        `<w:tr><w:trPr><w:hidden/></w:trPr>${cell(2000, paragraph(run('隐行', '<w:vanish/>')))}${cell(2000, paragraph(run('乙', '<w:vanish/>')))}</w:tr>`,
        row(cell(2000, words('末行')), cell(2000, words('丙'))),
      ),
      words('竖排的格'),
      table([2000, 2000], row(cell(2000, words('竖排标签'), upright), cell(2000, words('横排')))),
      words('完'),
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>',
    ].join(''),
    {
      header: words('页眉文字') + watermark,
      numbering: NUMBERING,
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
        <w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
        <w:footnote w:id="2">${words('脚注文字')}</w:footnote>`,
      styles: `<w:style w:type="character" w:styleId="unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    },
    PNG,
  )
