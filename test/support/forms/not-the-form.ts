import { cell, heading, line, type Part, tableOf } from './docx-parts.ts'

/** The notice itself, which speaks of the form and of all that it asks for. */
export const noticePage = (): readonly Part[] => [
  line('关于遴选党建工作样板支部推荐对象的通知'),
  line('各党支部：'),
  line('学院党委遴选一批党建工作样板支部推荐对象参与校级评选，创建周期为2年（2024年5月-2026年5月）。'),
  heading('一、遴选范围'),
  line('在未来2年创建周期内保持稳定的党支部。'),
  heading('二、组织实施'),
  line(
    '请认真填报《党建工作样板支部申报书》（见附件2）。创建思路要清晰，创建举措要实在并明确完成时限，预期成效要务实落地。',
  ),
  line('附件：'),
  line('1. 实施意见'),
  line('2. 党建工作样板支部申报书-机械工程学院XX党支部'),
]

/** Another form of the same office: many of its labels are the form's, too. */
export const anotherForm = (): readonly Part[] => [
  line('发展党员工作登记表'),
  tableOf([
    [cell('党支部名称'), cell('教工第一党支部'), cell('支部书记'), cell('陈立新')],
    [cell('姓名'), cell('韩示例'), cell('联系电话'), cell('13800000055')],
    [cell('党员人数'), cell('32'), cell('电子邮箱'), cell('han@example.com')],
    [cell('主要事迹'), cell('工作认真负责。', 3)],
    [cell('获奖情况'), cell('2023年获校级“优秀教师”称号。', 3)],
    [cell('支部意见'), cell('同意。', 3)],
  ]),
]
