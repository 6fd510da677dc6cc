import { makeZip } from '../../documents/make-zip.ts'
import { heading, table, tinyDocx } from './tiny-docx.ts'

const SCHOOL = '中共大连理工大学委员会'
const HONOURS = [
  ['1', '2022年6月', '先进基层党组织', '党支部', '校级', SCHOOL],
  ['2', '2023年6月', '优秀党务工作者', '陈立新', '校级', SCHOOL],
  ['3', '2023年6月', '优秀共产党员', '赵新宇', '校级', SCHOOL],
]
const BASIS =
  '（一）教育党员有力 坚持“第一议题”制度，全年开展集中学习24次、专题党课8次。（二）管理党员有力 严格党员发展程序，三年发展党员9名。'
const IDEA = '以“一融双高”为主线，把支部建在团队上，用两年时间建成可复制、可推广的样板支部。'
const MEASURES = [
  ['建强支部班子', '完善支委分工，每月召开支委会', '2024年9月', '陈立新'],
  ['打造攻关先锋队', '组建党员攻关队2支，设立党员先锋岗', '2024年12月', '李文博'],
  ['总结推广', '凝练支部工作法，编印案例集', '2026年3月', '陈立新'],
]
const OUTCOMES = '形成支部工作案例2项、党建研究论文1篇；年度考核党员满意度不低于95%。'

/** Layout A of the form in a few kilobytes, the same bytes each time; all people are invented. */
export const tinyForm = (branchName: string, memberCount = '32'): Buffer =>
  tinyDocx(
    heading('大连理工大学党建工作样板支部'),
    heading('申 报 书'),
    heading('一、基本信息'),
    table(
      ['党支部名称', branchName, '支部类型', '☑教师 □学生 □师生联合 □离退休'],
      ['所属基层党委', '机械工程学院党委', '党员人数', memberCount],
      ['党支部书记姓名', '陈立新', '联系电话', '13800000001'],
    ),
    heading('二、近三年荣誉'),
    table(['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位'], ...HONOURS),
    heading('三、述职评议考核结果'),
    table(['2021年：较好；2022年：好；2023年：好']),
    heading('四、工作基础'),
    table([BASIS]),
    heading('五、创建思路'),
    table([IDEA]),
    heading('六、创建举措'),
    table(['举措', '内容', '完成时限', '责任人'], ...MEASURES),
    heading('七、预期成效'),
    table([OUTCOMES]),
  )

/** The template as the notice hands it out, with prompts for answers. */
export const tinyBlank = (): Buffer =>
  tinyDocx(
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
  )

/** `name` as raw bytes, one character each; `flags` are those of the zip's entry. */
export type ZipFile = { readonly name: string; readonly bytes: Buffer; readonly flags?: number }

export const zipOf = (...files: readonly ZipFile[]): Buffer =>
  makeZip(files.map(({ name, bytes, flags = 0 }) => ({ path: Buffer.from(name, 'latin1'), data: bytes, flags })))
