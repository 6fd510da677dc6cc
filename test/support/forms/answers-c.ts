import type { AnswersC } from './layout-c.ts'

/** An invented branch of teachers. */
export const FILLED_C: AnswersC = {
  ...{ branchName: '金属材料教工党支部', unit: '机械工程学院党委', secretary: '吴海涛' },
  ...{ memberCount: '18人', phone: '13800000033' },
  basis: [
    '支部围绕材料学科建设，把党小组建在课题组上，推动党建与业务深度融合。',
    '党员教师牵头国家级项目4项，指导学生获省级以上竞赛奖励12项。',
  ].join('\n'),
  honours: [
    '2023年6月，党支部被中共大连理工大学委员会授予“先进党支部”称号；',
    '2022年9月，支部党员郑文清获校级“师德标兵”称号。',
  ].join('\n'),
  measures: ['1. 建设党员先锋岗5个，2024年10月底前完成。', '2. 开展校企支部联建4次，2025年12月前完成。'].join('\n'),
  outcomes: '形成可推广的支部工作法1项，新增省部级以上项目2项。',
}
