/** What the paper is called with which one applies. */
export const APPLICATION_PAPERS: readonly string[] = [
  '申报书',
  '申报表',
  '申请书',
  '申请表',
  '推荐表',
  '申报材料',
  '申请材料',
]

/** What forms of all kinds are called. */
export const FORM_PAPERS: readonly string[] = [
  ...APPLICATION_PAPERS,
  ...[
    '审批表',
    '任务书',
    '登记表',
    '报名表',
    '计划书',
    '合同书',
    '备案表',
    '信息表',
    '考核表',
    '推荐书',
    '志愿书',
    '表',
  ],
]

/** The same and what is sent with it. */
export const PAPERS: readonly string[] = [...APPLICATION_PAPERS, '汇总表']
