import { listed } from './listed.ts'
/** Bodies outside of party, state and university: what they grant counts for nobody knows what. */
export const OUTSIDE_BODIES = listed('公司 集团 企业 协会 学会 研究会 联盟 基金会 组委会')

/** By which an award is told. */
export const AWARDED = listed('获评 荣获 获得 被评为 评为 授予')

/** The lists of words that a condition reads, by name. */
export type CheckWords = Readonly<Record<string, readonly string[]>>

/** Of a branch that may change: degrees by the years they take, changes, elections, plans. */
export const STABILITY_WORDS: CheckWords = {
  years2: listed('专硕 专业硕士 工程硕士'),
  years3: listed('硕士 硕博 研究生'),
  years4: listed('本科 大学生 博士 博士研究生'),
  changes: listed('合并 撤并 撤销 拆分 分设 重组 解散 调整支部 支部调整 支部设置调整'),
  elections: listed('换届'),
  plans: listed('拟 预计 即将 计划 将于 将与 将被'),
}

/** 七个有力, each with the ways to write it. */
export const DUTY_WORDS: CheckWords = {
  教育党员有力: listed('教育党员有力 教育有力'),
  管理党员有力: listed('管理党员有力 管理有力'),
  监督党员有力: listed('监督党员有力 监督有力'),
  组织师生有力: listed('组织师生有力 组织群众有力 组织师生员工有力 组织师生群众有力 组织学生有力 组织有力'),
  宣传师生有力: listed('宣传师生有力 宣传群众有力 宣传师生员工有力 宣传师生群众有力 宣传学生有力 宣传有力'),
  凝聚师生有力: listed('凝聚师生有力 凝聚群众有力 凝聚师生员工有力 凝聚师生群众有力 凝聚学生有力 凝聚有力'),
  服务师生有力: listed('服务师生有力 服务群众有力 服务师生员工有力 服务师生群众有力 服务学生有力 服务有力'),
}

/** 标准化规范化, 组织生活. */
export const STANDARD_WORDS: CheckWords = {
  topics: listed('标准化 规范化 组织生活 三会一课 主题党日 民主评议 谈心谈话 支委会 党员大会 按期换届'),
}

/** 一融双高 and what speaks of its results. */
export const FUSION_WORDS: CheckWords = {
  topics: listed('一融双高 深度融合 融合发展 党建与业务 党建和业务 党建引领 党建带 党建促'),
  results: listed('成效 成果 成绩 突破 提升 获 完成 形成 取得 建成 攻克 解决 入选 发表 立项'),
}

/** What every condition over honours reads. */
export const COMMON_HONOUR_WORDS: CheckWords = {
  notHonours: listed('入围 提名 推荐 申报 复选'),
  awarded: AWARDED,
  league: listed('团支部 团总支 团小组'),
  doubtful: listed(
    '培育 创建单位 创建支部 创建对象 奖学金 竞赛 大赛 比赛 优秀团员 优秀共青团员 团干部 优秀团支部书记 优秀团支书 争创 力争 争取 有望 未获 未能 取消 撤销 兄弟 前任 所在',
  ),
  doubtfulGrantors: OUTSIDE_BODIES,
  honours: listed('先进 优秀 十佳 标兵 样板 荣获 获评 被评为'),
}

/** What tells of honours of a branch and its secretary, and of 述职评议考核. */
export const PARTY_HONOUR_WORDS: CheckWords = {
  party: listed('党委 党组 组织部 教工委 教育工委 高校工委 党工委 中共 中国共产党 中组部 党校 省委 市委 直属机关工委'),
  notParty: listed('研究生院 学生处 团委 共青团 共产主义青年团 团省委 团市委 团中央'),
  partyHonours: listed(
    '先进基层党组织 优秀基层党组织 先进党支部 优秀党支部 十佳党支部 红旗党支部 过硬党支部 示范性学生党支部 样板党支部 样板支部 示范党支部 最佳党日 优秀党务工作者 优秀党支部书记 最受师生喜爱的书记 双带头人 优秀共产党员 优秀学生共产党员',
  ),
  publicBodies: listed('学校 校级 大学 教育部 教育厅'),
  branchRows: listed('党支部 支部'),
  secretaryRows: listed('党支部书记 支部书记 书记'),
  goodGrades: listed('好'),
  lesserGrades: listed('较好 一般 差 较差'),
  reviews: listed('述职 评议考核'),
}

/** Rows that hold the honours of members. */
export const MEMBER_HONOUR_WORDS: CheckWords = {
  memberRows: listed('支部成员 党支部成员 支部党员 成员 党员'),
}

/** What a branch is looked up to for, by its type. */
export const ROLE_WORDS: CheckWords = {
  teacher: listed('双带头人 教师思想政治 教师思政 立德树人 四个面向'),
  student: listed('思想教育 思想政治教育 科研 学业 学风 志愿服务 社会实践 就业 创业'),
}

/** What makes an outcome a quantity, or assessable. */
export const OUTCOME_WORDS: CheckWords = {
  units: listed(
    '% 项 个 次 篇 部 人 名 位 场 期 类 家 门 份 册 件 套 支 万 亿 小时 学时 课时 学分 条 站 所 本 种 百分点',
  ),
  slogans: listed(
    '一融双高 七个有力 六项职责 五项职责 四个面向 四个意识 四个自信 两个确立 两个维护 三会一课 三大工程 三个代表 双带头人 双百 十四五 两个大局 三个务必 四史 个月',
  ),
  assessable: listed('考核 评价 测评 评估 验收 满意度 覆盖率 参与率 合格率 达标 评议 百分之'),
}
