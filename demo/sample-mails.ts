import { scannedPdf } from '../test/documents/make-pdf.ts'
import { composeMail, type SampleFile } from '../test/support/compose-mail.ts'
import { blankForm, filledAnswers, formDocx } from '../test/support/form-docx.ts'

/** A mail of the week of the call; `source` is written when its moment comes, for it may answer a reply. */
export type Arrival = {
  /** When the committee's server receives it. */
  readonly at: Date
  readonly from: string
  readonly subject: string
  /** What the demo shows with it, in a few words. */
  readonly shows: string
  /** `replyTo`: the Message-ID of the latest reply that the sender got. */
  readonly source: (replyTo: string | null) => Promise<Buffer>
}

const TITLE = '党建工作样板支部申报书-机械工程学院'
const timeIn = (text: string): Date => new Date(`2024-${text}+08:00`)
const docx = (bytes: Uint8Array, name: string): SampleFile => ({ name: `${name}.docx`, bytes })
const form = (branchName: string, more: Parameters<typeof filledAnswers>[0] = {}) =>
  formDocx(filledAnswers({ branchName, ...more }))

type Sample = Omit<Arrival, 'source'> & {
  readonly text?: string
  readonly files?: () => Promise<readonly SampleFile[]>
  readonly answers?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

const arrival = ({ text, files, answers, headers, ...sample }: Sample): Arrival => ({
  ...sample,
  source: async replyTo =>
    composeMail({
      from: sample.from,
      subject: sample.subject,
      receivedAt: sample.at,
      files: (await files?.()) ?? [],
      ...(text === undefined ? {} : { text }),
      ...(headers === undefined ? {} : { headers }),
      ...(answers === true && replyTo !== null ? { inReplyTo: replyTo } : {}),
    }),
})

const SCHOOL_HONOURS = [
  { date: '2022年6月', name: '先进党支部', recipient: '党支部', level: '院级', grantedBy: '机械工程学院党委' },
  { date: '2023年6月', name: '优秀共产党员', recipient: '许诺', level: '院级', grantedBy: '机械工程学院党委' },
]

/** The week from the notice on 14 May 2024 to the deadline on 20 May, 10:00. All people are invented. */
export const sampleMails: readonly Arrival[] = [
  {
    at: timeIn('05-14T16:20:11'),
    from: '陈立新 <chenlixin@dlut.edu.cn>',
    subject: `${TITLE}教工第一党支部`,
    shows: '按要求报送',
    files: async () => [docx(await form('教工第一党支部'), `${TITLE}教工第一党支部`)],
  },
  {
    at: timeIn('05-15T09:12:40'),
    from: '王海燕 <wanghaiyan@mail.dlut.edu.cn>',
    subject: `Re: 【${TITLE.replace('-', '—')} 教工第二党支部】`,
    shows: '名称书写略有出入',
    files: async () => [docx(await form('教工第二党支部'), `附件2：${TITLE.replace('-', '－')}教工第二党支部(1)`)],
  },
  {
    at: timeIn('05-15T14:03:05'),
    from: '刘思远 <liusiyuan@mail.dlut.edu.cn>',
    subject: '样板支部申报材料报送',
    shows: '主题不符合规定',
    files: async () => [docx(await form('高性能制造硕博第六学生党支部'), `${TITLE}高性能制造硕博第六学生党支部`)],
  },
  {
    at: timeIn('05-16T10:30:00'),
    from: '赵明 <zhaoming@dlut.edu.cn>',
    subject: `${TITLE}XX党支部`,
    shows: '“XX”没有换成支部名称',
    files: async () => [docx(await form('机械设计系教工党支部'), `${TITLE}XX党支部`)],
  },
  {
    at: timeIn('05-16T11:05:31'),
    from: '孙晓琳 <sunxiaolin@dlut.edu.cn>',
    subject: `${TITLE}金属材料教工党支部`,
    shows: '忘记添加附件',
  },
  {
    at: timeIn('05-17T08:47:19'),
    from: '周建国 <zhoujianguo@dlut.edu.cn>',
    subject: `${TITLE}机械制造教工党支部`,
    shows: '支部名称与名册不一致（少一个“系”字）',
    files: async () => [docx(await form('机械制造教工党支部'), `${TITLE}机械制造教工党支部`)],
  },
  {
    at: timeIn('05-17T15:20:44'),
    from: '刘思远 <liusiyuan@mail.dlut.edu.cn>',
    subject: `回复: ${TITLE}高性能制造硕博第六学生党支部`,
    shows: '直接回复退回通知，补正后重新报送',
    answers: true,
    files: async () => [
      docx(await form('高性能制造硕博第六学生党支部', { memberCount: '34' }), `${TITLE}高性能制造硕博第六学生党支部`),
    ],
  },
  {
    at: timeIn('05-17T16:41:02'),
    from: '陈立新 <chenlixin@dlut.edu.cn>',
    subject: `${TITLE}教工第一党支部`,
    shows: '重新报送新版本',
    files: async () => [docx(await form('教工第一党支部', { memberCount: '33' }), `${TITLE}教工第一党支部（最终版）`)],
  },
  {
    at: timeIn('05-18T10:02:27'),
    from: '吴桂兰 <wuguilan@dlut.edu.cn>',
    subject: `${TITLE}车辆工程教工党支部`,
    shows: '只有院级荣誉',
    files: async () => [
      docx(
        await form('车辆工程教工党支部', { honours: SCHOOL_HONOURS, review: '2022年：较好；2023年：较好' }),
        `${TITLE}车辆工程教工党支部`,
      ),
    ],
  },
  {
    at: timeIn('05-18T11:30:00'),
    from: '党委组织部 <zzb@dlut.edu.cn>',
    subject: '关于做好全校党建工作样板支部培育创建经验交流的通知',
    text: '各学院党委：现将有关事项通知如下。',
    shows: '学校通知，与申报无关',
  },
  {
    at: timeIn('05-18T20:15:09'),
    from: '郑凯 <zhengkai@mail.dlut.edu.cn>',
    subject: `${TITLE}本科生第二党支部`,
    shows: '扫描件，机器读不出文字',
    files: async () => [{ name: `${TITLE}本科生第二党支部.pdf`, bytes: scannedPdf() }],
  },
  {
    at: timeIn('05-19T09:00:12'),
    from: '王海燕 <wanghaiyan@mail.dlut.edu.cn>',
    subject: `自动回复: ${TITLE}教工第二党支部`,
    text: '您好，我正在出差，邮件已收到，将尽快回复。',
    headers: { 'Auto-Submitted': 'auto-replied' },
    shows: '对方邮箱的自动回复',
  },
  {
    at: timeIn('05-19T15:33:48'),
    from: '马晓东 <maxiaodong@dlut.edu.cn>',
    subject: '请问样板支部申报书的党员人数含预备党员吗？',
    text: '老师您好，请问申报书中的党员人数是否包含预备党员？谢谢。',
    shows: '咨询，留给工作人员答复',
  },
  {
    at: timeIn('05-19T21:50:30'),
    from: '陌生人 <someone@example.com>',
    subject: `${TITLE}教工第一党支部`,
    shows: '他人以同一支部名义报送',
    files: async () => [docx(await form('教工第一党支部', { memberCount: '12' }), `${TITLE}教工第一党支部`)],
  },
  {
    at: timeIn('05-20T09:56:18'),
    from: '何秀珍 <hexiuzhen@dlut.edu.cn>',
    subject: `${TITLE}实验中心与机关教工党支部`,
    shows: '误发空白模板',
    files: async () => [docx(await blankForm(), `${TITLE}实验中心与机关教工党支部`)],
  },
  {
    at: timeIn('05-20T10:00:00'),
    from: '高志强 <gaozhiqiang@dlut.edu.cn>',
    subject: `${TITLE}特种制备与成形研究生导师师生第二党支部`,
    shows: '截止时刻整，按时',
    files: async () => [
      docx(await form('特种制备与成形研究生导师师生第二党支部'), `${TITLE}特种制备与成形研究生导师师生第二党支部`),
    ],
  },
  {
    at: timeIn('05-20T10:00:07'),
    from: '林娜 <linna@mail.dlut.edu.cn>',
    subject: `${TITLE}过装专业第一党支部`,
    shows: '超过截止时间7秒',
    files: async () => [docx(await form('过装专业第一党支部'), `${TITLE}过装专业第一党支部`)],
  },
].map(arrival)
