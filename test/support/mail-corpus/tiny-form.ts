import { makeDocx, paragraph, run } from '../../documents/make-docx.ts'
import { makeZip } from '../../documents/make-zip.ts'
import { type FormAnswers, filledAnswers } from '../form-answers.ts'

const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
const heading = (text: string): string => paragraph(run(text))

/** Layout A of the form in a few kilobytes, the same bytes each time; all people are invented. */
export function tinyForm(branchName: string, change: Partial<FormAnswers> = {}): Buffer {
  const answers = { ...filledAnswers({ branchName }), ...change }
  const { secretary, honours, measures } = answers
  return makeDocx(
    [
      heading('大连理工大学党建工作样板支部'),
      heading('申 报 书'),
      heading('一、基本信息'),
      table(
        ['党支部名称', answers.branchName, '支部类型', '☑教师 □学生 □师生联合 □离退休'],
        ['所属基层党委', answers.parentOrg, '党员人数', answers.memberCount],
        ['党支部书记姓名', secretary.name, '联系电话', answers.phone],
      ),
      heading('二、近三年荣誉'),
      table(
        ['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位'],
        ...honours
          .slice(0, 3)
          .map(({ date, name, recipient, level, grantedBy }, index) => [
            ...[String(index + 1), date, name, recipient, level, grantedBy],
          ]),
      ),
      heading('三、述职评议考核结果'),
      table([answers.review]),
      heading('四、工作基础'),
      table([answers.basis.slice(0, 4).join(' ')]),
      heading('五、创建思路'),
      table([answers.idea]),
      heading('六、创建举措'),
      table(
        ['举措', '内容', '完成时限', '责任人'],
        ...measures.map(({ text, detail, due, owner }) => [text, detail, due, owner]),
      ),
      heading('七、预期成效'),
      table([answers.outcomes]),
    ].join(''),
  )
}

/** The template as the notice hands it out, with prompts for answers. */
export const tinyBlank = (): Buffer =>
  makeDocx(
    [
      heading('大连理工大学党建工作样板支部'),
      heading('申 报 书'),
      heading('一、基本信息'),
      table(
        ['党支部名称', '机械工程学院XX党支部', '支部类型', '□教师 □学生 □师生联合 □离退休'],
        ['所属基层党委', '', '党员人数', ''],
        ['党支部书记姓名', '', '联系电话', ''],
      ),
      heading('二、近三年荣誉'),
      table(['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位'], ['1', '', '', '', '', '']),
      heading('三、述职评议考核结果'),
      table(['（请填写近三年抓党建工作述职评议考核等次）']),
      heading('四、工作基础'),
      table(['（请对照“七个有力”逐条填写，1500字以内）']),
      heading('五、创建思路'),
      table(['（300字以内）']),
      heading('六、创建举措'),
      table(['举措', '内容', '完成时限', '责任人'], ['', '', '', '']),
      heading('七、预期成效'),
      table(['（能量化的尽可能量化，500字以内）']),
    ].join(''),
  )

/** `name` as raw bytes, one character each; `flags` are those of the zip's entry. */
export type ZipFile = { readonly name: string; readonly bytes: Buffer; readonly flags?: number }

export const zipOf = (...files: readonly ZipFile[]): Buffer =>
  makeZip(files.map(({ name, bytes, flags = 0 }) => ({ path: Buffer.from(name, 'latin1'), data: bytes, flags })))
