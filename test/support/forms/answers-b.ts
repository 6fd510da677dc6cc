import type { AnswersB } from './layout-b.ts'

/** An invented student branch; honours and measures are told in sentences. */
export const FILLED_B: AnswersB = {
  ...{ branchName: '高性能制造硕博第六学生党支部', unit: '机械工程学院党委' },
  ...{ types: '□教工 □本科生 ☑硕博生 □师生联合', memberCount: '26（正式21，预备5）' },
  secretary: { name: '周晓岚', post: '党支部书记', title: '助教' },
  ...{ phone: '13800000021', email: 'zhouxiaolan@example.com' },
  honours: [
    '（一）支部荣誉',
    '1. 2022年6月，支部获大连理工大学党委“先进基层党组织”荣誉称号。',
    '2. 2023年12月，支部获辽宁省委教育工委“样板党支部”称号。',
    '（二）成员荣誉',
    '1. 2023年5月，孙宇航获校级“优秀学生干部”称号。',
  ].join('\n'),
  review: '近三年均为“好”。',
  basis: [
    '支部现有党员26名，平均年龄25岁，长期活跃在高性能制造科研一线。',
    '坚持“三会一课”制度，每月开展主题党日，形成“导师讲、党员学、同门帮”的特色做法。',
    '近两年承担志愿服务420小时，党员科研项目参与率达到100%。',
  ].join('\n'),
  idea: '以理论学习强基，以科研攻关砺志，以志愿服务暖心，把支部建成学生身边的坚强堡垒。',
  measures: [
    '1. 开设“先锋讲堂”8期，2024年12月底前完成。',
    '2. 组建党员攻关小组3个，完成时限：2025年6月。',
    '3. 每学期开展一次支部联建活动。',
  ].join('\n'),
  outcomes: '形成支部工作案例2项，发表党建论文1篇，服务同学不少于300人次。',
}
