/** Words that answers consist of, by what they answer: how a text looks that stands in the place of a title, a type, a post. */
export const TITLES =
  '教授 副教授 讲师 助教 研究员 副研究员 助理研究员 高级工程师 工程师 助理工程师 高级实验师 实验师 馆员 副编审 编审 高工 教授级高工 正高级 副高级 中级 初级 正高 副高 特任研究员 博士生导师 硕士生导师 博导 辅导员 思政教师'
export const POSTS =
  '主任 副主任 院长 副院长 书记 副书记 处长 副处长 所长 副所长 系主任 副系主任 科长 部长 组长 班长 委员 助理 秘书 干事 校长 教师 专职 科员 负责人 会长 主席 经理 首席 团长 队长 专职辅导员 兼职辅导员 博士生 硕士生 本科生 研究生'

/** Words that answer what somebody is, and stand as labels over others. */
export const STANDINGS =
  '中共党员 中共预备党员 中共正式党员 预备党员 正式党员 党员 共青团员 团员 群众 入党积极分子 积极分子 发展对象 党支部书记 支部书记 书记 党支部副书记 副书记 支部委员 组织委员 宣传委员 纪检委员 青年委员 学习委员'

/** Words of the tick boxes of a branch's type, by what they mean; the first that stands in a choice counts. */
export const BRANCH_TYPES = {
  retired: '离退休 退休 离休',
  mixed: '师生联合 师生 联合 混合 混编 纵向 师生共建',
  teacher: '教师 教工 教职工 机关 行政 科研 教学 管理 后勤 实验 职工',
  student: '学生 本科生 硕士生 博士生 研究生 硕博 硕博生 本科 硕士 博士 研',
} as const
