import { describe, expect, test } from 'vitest'
import { readHead } from '../../../src/core/notice/head.ts'
import { noticeOf } from '../../../src/core/notice/notice.ts'
import { paragraphs } from '../../support/blocks.ts'

const headOf = (text: string) => readHead(noticeOf({ blocks: paragraphs(text) }), '2026-01-01')

test('the notice’s own title counts, not what the page calls it', () => {
  const head = headOf(`通知 | 2025年度党建研究课题开始申报啦！
关于申报2025年度党建研究课题的通知
各二级党委：
现将有关事项通知如下。
党建研究会（代章）
2025年4月2日`)
  expect([head.title?.value, head.unit?.value]).toEqual(['2025年度党建研究课题', '党建研究会'])
})

test.each([
  [
    '关于评选2024-2025学年优秀班集体的补充说明及材料报送通知\n各班级：\n学生工作办公室\n2025年11月5日',
    ['2024-2025学年优秀班集体', '学生工作办公室', null],
  ],
  [
    '关于延长2025年教学改革项目申报时间的补充通知\n各学院：\n教务处\n2025年9月22日',
    ['2025年教学改革项目', '教务处', null],
  ],
  [
    '关于受理2025年第三次伦理审查申请的通知\n各团队：\n东海附属医院医学伦理委员会\n2025年5月8日',
    ['2025年第三次伦理审查申请', '医学伦理委员会', '东海附属医院'],
  ],
  [
    '关于申报2025年校级教学成果奖的通知各教学单位、有关部门：\n现将有关事项通知如下。\n教务处\n2025年9月3日',
    ['2025年校级教学成果奖', '教务处', null],
  ],
  [
    '关于举办第三届教学创新大赛的预通知\n各学院：\n学生工作部（处）\n2025年3月10日',
    ['第三届教学创新大赛', '学生工作部', null],
  ],
  [
    '关于组织申报2026年度滨海大学研究生创新能力提升项目的通知\n各学院：\n研究生院\n2026年3月20日',
    ['2026年度滨海大学研究生创新能力提升项目', '研究生院', '滨海大学'],
  ],
  [
    '关于评选滨海理工大学“十佳班级”的通知\n各学院：\n学生工作部\n2026年3月20日',
    ['滨海理工大学“十佳班级”', '学生工作部', '滨海理工大学'],
  ],
  [
    '关于申报2026年大学生创新训练项目的通知\n各学院：\n教务处\n2026年3月20日',
    ['2026年大学生创新训练项目', '教务处', null],
  ],
  [
    '滨海理工大学文件\n滨理工教〔2026〕31号\n关于申报2026年教改项目的通知\n各学院：\n教务处\n2026年3月20日',
    ['2026年教改项目', '教务处', '滨海理工大学'],
  ],
  [
    '中共滨海理工大学委员会组织部\n关于推荐先进党支部的通知\n各党总支：\n党委组织部\n2026年5月28日',
    ['先进党支部', '党委组织部', '滨海理工大学'],
  ],
  [
    '关于延长滨海理工大学2026年征文活动投稿时间的通知\n各学院：\n校团委、图书馆\n2026年5月12日',
    ['滨海理工大学2026年征文活动', undefined, '滨海理工大学'],
  ],
  ['各大学生社团\n关于评选优秀社团的通知\n校团委\n2026年5月28日', ['优秀社团', '校团委', null]],
  [
    '关于调整“红色家书”诵读大赛作品报送时间及要求的通知\n各学院：\n校团委\n2026年12月1日',
    ['“红色家书”诵读大赛作品', '校团委', null],
  ],
  ['关于补充报送2026年优秀团队的通知\n各学院：\n校团委\n2026年9月8日', ['2026年优秀团队', '校团委', null]],
  ['关于组织参加全国大学英语竞赛的通知\n各学院：\n教务处\n2026年3月20日', ['参加全国大学英语竞赛', '教务处', null]],
  [
    '关于申报2026年度江海大学—滨海大学联合基金的通知\n各学院：\n科研处\n2026年3月20日',
    ['2026年度江海大学—滨海大学联合基金', '科研处', null],
  ],
])('what is applied for, and with whom: %s', (text, expected) => {
  const { title, unit, university } = headOf(text)
  expect([title?.value, unit?.value, university?.value ?? null]).toEqual(expected)
})

test('those who sign over a day that lost its characters are asked for', () => {
  const { several } = headOf('关于举办讲课比赛的通知\n各分工会：\n北辰大学工会\n教师教学发展中心\n20253月14日')
  expect(several).toEqual(['北辰大学工会', '教师教学发展中心'])
})

describe('who signs stands over what the notice hangs on it', () => {
  const signed = '关于申报2026年教改项目的通知\n各学院：\n请于1月9日前报送。\n云岭财经大学教务处\n2025年12月22日'
  const numbered = Array.from({ length: 9 }, (_, at) => `${at + 1}.第${at + 1}项表`)
  test.each([
    ['a long list of appendices', ['附件：', ...numbered]],
    ['an appendix in each line', Array.from({ length: 8 }, (_, at) => `附件${at + 1}：申报书${at + 1}.docx`)],
    ['the files’ names', ['附件：1.申报指南.pdf', ...numbered.map(line => `${line.slice(2)}.docx`)]],
    ['whom it is copied to, and who printed it', ['抄送：校领导', '教务处办公室 2025年12月23日印发']],
    ['who printed it on which day', ['附件：申报书', '云岭财经大学办公室', '2025年12月23日印发']],
  ])('%s', (_, below) => {
    const { unit, announced } = headOf([signed, ...below].join('\n'))
    expect([unit?.value, announced.day?.value]).toEqual(['教务处', '2025-12-22'])
  })
  test('and a notice that ends in points is signed nowhere', () => {
    const { unit, announced } = headOf(`关于申报项目的通知\n教务处\n2025年1月2日\n各学院：\n${numbered.join('\n')}`)
    expect([unit, announced.day]).toEqual([null, null])
  })
})
