import type { Lot } from './lot.ts'
import { cell, line, type Piece, table } from './page.ts'

type Paper = { readonly told: string; readonly pieces: readonly Piece[] }

/** A paper of another kind, some of which speak of all that the form asks. */
export const drawOtherPaper = (lot: Lot): Paper => lot.pick(PAPERS)(lot)

const PAPERS: readonly ((lot: Lot) => Paper)[] = [
  notice,
  summary,
  certificate,
  register,
  minutes,
  expenses,
  report,
  list,
]

function notice(lot: Lot): Paper {
  const title = lot.pick(['关于遴选党建工作样板支部推荐对象的通知', '关于做好样板支部申报工作的通知'])
  const texts = [
    ...['各党支部：', '学院党委遴选一批党建工作样板支部推荐对象参与校级评选，现将有关事项通知如下。', '一、遴选范围'],
    ...[
      '在未来2年创建周期内保持稳定的党支部。',
      '二、申报要求',
      '请对照“七个有力”如实填写。创建思路要清晰，创建举措要明确完成时限，预期成效要务实。',
    ],
    ...[
      '三、报送方式',
      '请于5月20日上午10时前发送至学院邮箱。联系人：高老师，联系电话：0411-84700001。',
      '机械工程学院党委',
      '2024年5月14日',
    ],
  ]
  return { told: 'a notice', pieces: [line(title, 'title'), ...texts.map(text => line(text))] }
}

function summary(lot: Lot): Paper {
  const year = lot.between(2021, 2023)
  const texts = [
    ...[
      `${year}年，支部在学院党委领导下，扎实推进各项工作，现总结如下。`,
      '一、主要工作',
      '坚持“三会一课”，全年集中学习24次，专题党课8次。',
    ],
    ...[
      '二、取得成绩',
      '支部获评校级先进党支部，两名党员获评优秀共产党员。',
      '三、下一年工作打算',
      '继续推进“一融双高”，2024年底前完成阵地建设。',
    ],
  ]
  return {
    told: 'a summary',
    pieces: [line(`教工第一党支部${year}年度工作总结`, 'title'), ...texts.map(text => line(text))],
  }
}

function certificate(lot: Lot): Paper {
  const honour = lot.pick(['先进党支部', '优秀党务工作者', '优秀共产党员'])
  const texts = [
    '教工第一党支部：',
    `在2022年度评选中，被评为“${honour}”。`,
    '特发此证，以资鼓励。',
    '中共大连理工大学委员会',
    '二〇二三年六月',
  ]
  return { told: 'a certificate', pieces: [line('荣誉证书', 'title'), ...texts.map(text => line(text))] }
}

function register(lot: Lot): Paper {
  const title = lot.pick([
    '发展党员工作登记表',
    '优秀共产党员推荐审批表',
    '入党积极分子考察表',
    '党员教育培训情况登记表',
  ])
  const rows = [
    [cell('党支部名称'), cell('教工第一党支部'), cell('支部书记'), cell('陈立新')],
    [cell('姓名'), cell('韩示例'), cell('联系电话'), cell('13800000055')],
    [cell('性别'), cell('女'), cell('出生年月'), cell('1998.03')],
    [cell('主要事迹'), cell('工作认真负责，2023年参与科研项目2项。', 3)],
    [cell('获奖情况'), cell('2023年获校级“优秀教师”称号。', 3)],
    [cell('支部意见'), cell('同意。', 3)],
  ]
  return { told: 'a form of another matter', pieces: [line(title, 'title'), table(rows)] }
}

function minutes(lot: Lot): Paper {
  const texts = [
    ...[`时间：2024年${lot.between(1, 4)}月12日`, '地点：机械楼318', '主持人：陈立新', '参加人员：支部全体党员'],
    ...[
      '一、传达学习有关文件精神',
      '二、讨论样板支部申报事宜',
      '会议决定由组织委员牵头填写申报书，5月16日前完成初稿。',
    ],
  ]
  return { told: 'minutes', pieces: [line('支部党员大会会议记录', 'title'), ...texts.map(text => line(text))] }
}

function expenses(lot: Lot): Paper {
  const rows = [
    ['序号', '摘要', '金额（元）'],
    ['1', '购买学习资料', `${lot.between(200, 900)}`],
    ['2', '租车', '1200'],
  ]
  const pieces = [
    line('费用报销单', 'title'),
    table(rows.map(row => row.map(text => cell(text)))),
    line('经办人：韩示例      审批人：'),
  ]
  return { told: 'an expense claim', pieces }
}

function report(lot: Lot): Paper {
  const texts = [
    ...[
      '一、研究背景',
      '高端装备制造是国家重大需求。',
      '二、研究内容',
      '围绕精密加工机理开展研究，2025年6月前完成样机。',
    ],
    ...['三、预期成果', `发表论文${lot.between(2, 6)}篇，申请专利3项。`],
  ]
  return { told: 'a research plan', pieces: [line('科研项目开题报告', 'title'), ...texts.map(text => line(text))] }
}

function list(lot: Lot): Paper {
  const names = lot.some(['李文博', '赵新宇', '王小雨', '孙宇航', '郑文清'], 4)
  const rows = [
    ['序号', '姓名', '性别', '入党时间', '联系电话'],
    ...names.map((name, index) => [`${index + 1}`, name, '男', '2015.06', `1380000010${index}`]),
  ]
  return {
    told: 'a list of members',
    pieces: [line('教工第一党支部党员名册', 'title'), table(rows.map(row => row.map(text => cell(text))))],
  }
}
