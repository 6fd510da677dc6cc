import { cell, downwards, grid, heading, line, type Part, tableOf, ticked } from './docx-parts.ts'

/**
 * A mixture, as departments make them of what they find: one big table as in layout C whose rows hold tables of their own,
 * honours in three labelled rows, measures in a table, and the plan as chapters behind it.
 */
export const mixedForm = (): readonly Part[] => [
  line('党建工作样板支部申报书'),
  tableOf([
    [cell('申报党支部'), cell('实验中心与机关教工党支部', 3)],
    [cell('分党委'), cell('机械工程学院党委'), cell('支部类型'), cell(ticked(['教师', '机关', '学生'], '机关'))],
    [cell('党 支 部\n书   记', 1, 2), cell('姓  名'), cell('职务/职称'), cell('联系方式')],
    [cell('钱思远'), cell('实验中心主任/高级工程师'), cell('13800000044')],
    [cell('现有党员'), cell('共15名'), cell('电子邮箱'), cell('qiansiyuan@example.com')],
    [downwards('获奖情况', 3), cell('党支部'), cell('2021年9月获校党委“优秀党支部”称号。', 2)],
    [cell('支部书记'), cell('2023年7月获校党委“优秀党务工作者”称号。', 2)],
    [cell('支部成员'), cell('无', 2)],
    [cell('考核等次'), cell('2021年：较好\n2022年：好\n2023年：好', 3)],
    [downwards('特色做法'), cell('坚持“服务在一线”，设立党员服务窗口6个，全年为师生办实事58件。', 3)],
  ]),
  heading('一、总体思路'),
  line('以服务师生为主线，建设有温度、有力量的机关支部。'),
  heading('二、重点任务'),
  grid([
    ['序号', '重点任务', '具体内容', '时间节点', '责任人'],
    ['1', '窗口提质', '优化办事流程12项', '2024年9月', '钱思远'],
    ['2', '结对共建', '与学生支部共建', '2024年下半年', '冯雨桐'],
    ['3', '日常学习', '每月集中学习一次', '长期坚持', '冯雨桐'],
  ]),
  heading('三、考核指标'),
  line('师生满意度不低于95%，形成工作规范3项。'),
]
