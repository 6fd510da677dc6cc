import { LATE_NOTE_SCENES, NOTE_SCENES } from './note-scenes.ts'
import { blank, form, PREFIX, type Scene, scan } from './season.ts'

const SCHOOL_ONLY = [
  { date: '2022年6月', name: '先进党支部', recipient: '党支部', level: '院级', grantedBy: '机械工程学院党委' },
  { date: '2023年6月', name: '优秀共产党员', recipient: '李文博', level: '院级', grantedBy: '机械工程学院党委' },
]
const LATE_PLAN = [{ text: '建强班子', detail: '完善支委分工', due: '2027年6月', owner: '陈立新' }]
const STRANGER = 'someone@example.com'
const UNALIGNED = { 'Authentication-Results': 'mail.dlut.edu.cn; spf=pass smtp.mailfrom=elsewhere.example' }

/** A season in which every kind of reply goes out, in the order of time. */
export const SCENES: readonly Scene[] = [
  { title: '受理：按要求报送', at: '05-15T09:00:00', branch: '教工第一党支部' },
  {
    title: '受理：名称书写略有出入',
    at: '05-15T09:10:00',
    branch: '教工第二党支部',
    mail: () => ({
      subject: `Re: 【${PREFIX.replace('-', '—')} 教工第二党支部】`,
      files: [form('教工第二党支部', {}, `附件2：${PREFIX}教工第二党支部(1)`)],
    }),
  },
  {
    title: '受理：有待核实的条件',
    at: '05-15T09:20:00',
    branch: '2021级本科生党支部',
    mail: () => ({ files: [form('2021级本科生党支部', { review: '2022年：优秀' })] }),
  },
  {
    title: '受理：新版本替换旧版本',
    at: '05-16T09:00:00',
    branch: '教工第一党支部',
    mail: () => ({ files: [form('教工第一党支部', { memberCount: '33' })] }),
  },
  {
    title: '受理：文件与已受理的相同',
    at: '05-16T09:10:00',
    branch: '教工第一党支部',
    mail: () => ({ text: '再发一遍。', files: [form('教工第一党支部', { memberCount: '33' })] }),
  },
  {
    title: '退回：主题和文件名不符合要求',
    at: '05-16T10:00:00',
    branch: '教工第三党支部',
    mail: () => ({ subject: '样板支部申报材料', files: [form('教工第三党支部', {}, '申报书')] }),
  },
  {
    title: '退回：只有主题不符合要求',
    at: '05-16T10:05:00',
    branch: '教工第六党支部',
    mail: () => ({ subject: '样板支部申报材料' }),
  },
  {
    title: '退回：未写明支部名称',
    at: '05-16T10:10:00',
    branch: '教工第四党支部',
    mail: () => ({
      subject: `${PREFIX}XX党支部`,
      files: [form('教工第四党支部', { branchName: 'XX党支部' }, `${PREFIX}XX党支部`)],
    }),
  },
  { title: '退回：没有附件', at: '05-16T10:20:00', branch: '教工第五党支部', mail: () => ({ files: [] }) },
  {
    title: '退回：申报书粘贴在正文中',
    at: '05-16T10:22:00',
    branch: '金属材料教工党支部',
    mail: () => ({
      files: [],
      text: [
        ...['党支部名称：金属材料教工党支部', '党支部书记：陈立新', '党员人数：32', '联系电话：0411-84700000'],
        `一、工作基础\n${'支部坚持“三会一课”制度，每月开展主题党日活动，党员教师带头承担攻关任务。'.repeat(4)}`,
      ].join('\n'),
    }),
  },
  {
    title: '退回：只有下载链接',
    at: '05-16T10:30:00',
    branch: '机械设计系教工党支部',
    mail: () => ({
      text: '从QQ邮箱发来的超大附件 https://wx.mail.qq.com/ftn/download?func=3&key=x',
      files: [],
    }),
  },
  {
    title: '退回：空白模板',
    at: '05-16T10:40:00',
    branch: '车辆工程教工党支部',
    mail: () => ({ files: [blank('车辆工程教工党支部')] }),
  },
  {
    title: '退回：必填内容和申报条件有问题',
    at: '05-16T10:50:00',
    branch: '微纳制造教工党支部',
    mail: () => ({
      files: [
        form('微纳制造教工党支部', {
          ...{ phone: '', outcomes: '', honours: SCHOOL_ONLY, measures: LATE_PLAN },
          review: '2022年：较好；2023年：较好',
        }),
      ],
    }),
  },
  {
    title: '退回：支部名称与名册相近',
    at: '05-16T11:00:00',
    branch: '机械制造教工党支部',
  },
  {
    title: '退回：主题和文件名中的支部不一致',
    at: '05-16T11:10:00',
    branch: '机设专业硕士第一党支部',
    mail: () => ({ files: [form('机设专业硕士第一党支部', {}, `${PREFIX}机设专业硕士第二党支部`)] }),
  },
  {
    title: '退回：照片，此前受理的版本继续有效',
    at: '05-16T11:20:00',
    branch: '教工第二党支部',
    mail: () => ({
      files: ['IMG_0412.jpg', 'IMG_0413.jpg'].map(name => ({
        name,
        bytes: Buffer.from('ffd8ffe000104a464946', 'hex'),
      })),
    }),
  },
  {
    title: '不予受理：不在本次推荐范围',
    at: '05-16T14:00:00',
    branch: '国际工程班学生党支部',
  },
  {
    title: '受理：另附盖章扫描件',
    at: '05-16T15:00:00',
    branch: '实验中心与机关教工党支部',
    mail: () => ({ files: [form('实验中心与机关教工党支部'), { ...scan(''), name: '盖章页.pdf' }] }),
  },
  {
    title: '待核验：抄送的材料不符合要求',
    at: '05-16T15:10:00',
    branch: '2022级本科生党支部',
    mail: () => ({ to: '王老师 <wang@dlut.edu.cn>', cc: 'jxdw@dlut.edu.cn', subject: '样板支部申报材料' }),
  },
  {
    title: '待核验：扫描件',
    at: '05-17T09:00:00',
    branch: '过程装备系教工党支部',
    mail: () => ({ files: [scan('过程装备系教工党支部')] }),
  },
  { title: '待核验：名册中没有的支部', at: '05-17T09:10:00', branch: '增材制造中心联合党支部' },
  {
    title: '待核验：他人报送已受理的支部',
    at: '05-17T09:20:00',
    branch: '教工第一党支部',
    mail: () => ({ from: STRANGER, files: [form('教工第一党支部', { memberCount: '12' })] }),
    to: STRANGER,
  },
  {
    title: '提示：有人试图替换已受理的材料',
    at: '05-17T09:21:00',
    branch: '教工第一党支部',
    act: async () => undefined,
  },
  {
    title: '仅确认收到：发件人身份未能确认',
    at: '05-17T09:30:00',
    branch: '本科生第一党支部',
    mail: () => ({ headers: UNALIGNED }),
  },
  {
    title: '受理：经人工核验',
    at: '05-17T15:00:00',
    branch: '过程装备系教工党支部',
    act: (service, last) => service.decide(last('过程装备系教工党支部'), 'accept', { reason: '已核对纸质材料' }),
  },
  {
    title: '退回：经人工审核',
    at: '05-17T15:10:00',
    branch: '2021级本科生党支部',
    act: (service, last) =>
      service.decide(last('2021级本科生党支部'), 'return', {
        reason: '请在“创建举措”中补充支部换届和毕业生党员衔接的安排。',
      }),
  },
  {
    title: '提示：经人工审核，改以另一封来信报送的材料为准',
    at: '05-17T15:12:00',
    branch: '教工第一党支部',
    act: (service, last) => service.decide(last('教工第一党支部'), 'accept', { reason: '已与支部书记核实' }),
  },
  {
    title: '提示：替换已受理材料的决定已撤销',
    at: '05-17T15:14:00',
    branch: '教工第一党支部',
    act: (service, last) => service.decide(last('教工第一党支部'), 'undo'),
  },
  {
    title: '不予受理：经人工审核',
    at: '05-17T15:20:00',
    branch: '教工第一党支部',
    act: (service, last) => service.decide(last('教工第一党支部'), 'reject', { reason: '该邮件非支部所发。' }),
    to: STRANGER,
  },
  ...NOTE_SCENES,
  {
    title: '待核验：截止前收到，已来不及退回',
    at: '05-20T09:59:50',
    branch: '本科生第二党支部',
    mail: () => ({ files: [] }),
  },
  {
    title: '待核验：两个时钟在截止时间前后不一致',
    at: '05-20T09:59:58',
    branch: '2022级本科生党支部',
    mail: () => ({ internalDate: '2024-05-20T10:00:03+08:00' }),
  },
  { title: '不予受理：超过截止时间', at: '05-20T10:00:07', branch: '离退休教工第一党支部' },
  {
    title: '不予受理：超过截止时间，此前受理的版本继续有效',
    at: '05-20T10:01:00',
    branch: '教工第二党支部',
    mail: () => ({ files: [form('教工第二党支部', { memberCount: '40' })] }),
  },
  ...LATE_NOTE_SCENES,
  {
    title: '受理：截止后经学院党委研究受理',
    at: '05-20T15:00:00',
    branch: '离退休教工第一党支部',
    act: (service, last) => service.decide(last('离退休教工第一党支部'), 'accept', { reason: '邮件服务器故障' }),
  },
  {
    title: '更正：撤销已告知的决定',
    at: '05-20T15:10:00',
    branch: '离退休教工第一党支部',
    act: (service, last) => service.decide(last('离退休教工第一党支部'), 'undo', { reason: '登记有误' }),
  },
  {
    title: '受理：来件中没有申报书，经学院党委审核登记',
    at: '05-20T15:20:00',
    branch: '本科生第二党支部',
    act: (service, last) =>
      service.decide(last('本科生第二党支部'), 'accept', { withoutForm: true, reason: '纸质材料已收' }),
  },
  {
    title: '通知：截止时间延长，此前已受理的',
    at: '05-20T16:00:00',
    branch: '本科生第二党支部',
    act: service =>
      service
        .app()
        .amend(
          '2024-model-branch',
          { what: 'deadline', to: new Date('2024-05-22T10:00:00+08:00') },
          { by: '王老师', reason: '学院党委5月20日研究' },
        ),
  },
  {
    title: '通知：截止时间延长，此前退回修改的',
    at: '05-20T16:00:30',
    branch: '教工第六党支部',
    act: async () => undefined,
  },
  {
    title: '不予受理：已受理的支部其后被排除',
    at: '05-21T09:00:00',
    branch: '教工第一党支部',
    act: service =>
      service
        .app()
        .amend(
          '2024-model-branch',
          { what: 'exclude', branch: '教工第一党支部' },
          { by: '王老师', reason: '学院党委5月21日研究' },
        ),
  },
]
