import { B1, B3, FORM, file, NAME, type PersonsMail, paper, photo, scan } from './judged.ts'

const DISCLAIMERS = [
  '【免责声明】本邮件仅供指定收件人阅读，如误收请立即撤销转发并销毁，误发内容一律作废。',
  '本邮件及其附件含有保密信息，仅限于上述收件人使用。如果您错收了本邮件，请立即通知发件人撤回，\n并删除本邮件，原邮件作废。',
  '保密提示：\n如您并非预期的收件人，请撤销本次申报邮件并通知我们。',
] as const

const rar = (name: string) => file(name, { kind: 'rar', status: 'skipped', content: null })

/** A machine’s words in a person’s mail, and a seller’s under the call’s words: as unseen mails brought them up. */
export const FIFTH_LOT: readonly PersonsMail[] = [
  ...DISCLAIMERS.flatMap((foot): readonly PersonsMail[] => [
    {
      subject: '关于样板支部申报书填写的几个问题',
      text: `近三年从哪天算起？支部去年与${B3}合并，荣誉怎么填？\n\n郎朗晴\n${foot}`,
      is: 'inquiry ignored',
    },
    { subject: NAME, text: `请查收。\n\n${foot}`, files: [FORM], is: `application accepted ${B1}` },
  ]),
  {
    subject: `您的邮件已阅，现报送${NAME}`,
    text: '盖章扫描件见附件。',
    files: [scan(`${NAME}.pdf`)],
    is: `application held ${B1} file.unreadable`,
  },
  { subject: `已阅：${NAME}`, text: '已阅，同意报送。', files: [FORM], is: `application accepted ${B1}` },
  { subject: `您的邮件已阅：${NAME}`, is: 'automatic ignored' },
  {
    subject: '样板支部申报书/事迹材料 专业代写 包过',
    text: '专业写手，加微信咨询，附件为样稿。',
    files: [paper('党建工作样板支部申报书范文.docx', '坚持以党建引领业务，形成了可复制的经验。')],
    is: 'unrelated ignored',
  },
  {
    subject: '样板支部材料',
    text: '专业写作团队，可代写，样文见附件。',
    files: [paper('党建工作样板支部申报书.docx', '某支部坚持以党建引领业务。')],
    is: 'unrelated ignored',
  },
  // Who applies says so somewhere.
  {
    subject: '申报材料',
    text: `老师好，附件为${B1}党建工作样板支部申报书盖章扫描件，请查收。`,
    files: [scan('扫描全能王 2024-05-17.pdf')],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: '',
    text: `${B1}样板支部申报书，手机拍的。`,
    files: [photo('IMG_0001.JPG')],
    is: `application returned ${B1} subject.missing file.format`,
  },
  {
    subject: '样板支部',
    text: '请查收',
    files: [scan(`${B1}.pdf`)],
    is: `application returned ${B1} subject.pattern file.name file.unreadable`,
  },
  {
    subject: `样板支部-${B1}`,
    text: '申报书链接：https://pan.baidu.com/s/1AbCdEf 提取码: 8888',
    is: `application returned ${B1} subject.pattern file.link`,
  },
  {
    subject: '请款',
    text: `${B1}首批样板支部创建经费报销，申报书复印件及发票见附件。`,
    files: [scan('发票.pdf')],
    is: 'unrelated ignored',
  },
  { subject: '问卷星：样板支部申报满意度调查', text: '请填写问卷。', is: 'unrelated ignored' },
  {
    subject: B1,
    text: '申报样板支部，见附件',
    files: [scan('申报书盖章.pdf')],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: '教工一支部材料',
    text: '老师，样板支部的申报书和佐证都在里面',
    files: [rar('材料.rar')],
    is: 'application returned subject.pattern file.format',
  },
  {
    subject: `${B1}撤回申报的说明`,
    text: '见附件扫描件',
    files: [scan('撤回说明.pdf')],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: `${B1}不申报样板支部的说明`,
    text: '见附件扫描件',
    files: [scan('情况说明.pdf')],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: '样板支部申报书模版（修订）',
    files: [paper('党建工作样板支部申报书模版.docx', '党建工作样板支部申报书')],
    is: 'unrelated ignored',
  },
  { subject: `${B1} 样板支部 弃报`, is: `declined noted ${B1}` },
  // Who only speaks of applications sends none; who writes what they are called forgot the file.
  { subject: '样板支部申报书修改建议', text: '你们支部申报书第三部分建议再具体一些。', is: 'inquiry ignored' },
  { subject: `${B1}样板支部申报书初审意见`, text: '请按意见修改后再报学院。', is: 'inquiry ignored' },
  { subject: '日程邀请：样板支部申报材料初审', text: '时间：5月21日', is: 'inquiry ignored' },
  { subject: '样板支部申报书已提交，请领导审批', text: '您有一条待办，请登录系统处理。', is: 'automatic ignored' },
  {
    subject: `样板支部申报书-${B1} 季怀瑾`,
    text: '老师好！',
    is: `application returned ${B1} subject.pattern file.missing`,
  },
  {
    subject: `${B1}样板支部申报书修改稿情况`,
    text: '修改稿请查收。',
    is: `application returned ${B1} subject.pattern file.missing`,
  },
  { subject: `Re: ${NAME}`, text: 'Received with thanks.', is: 'inquiry ignored' },
  { subject: `${B1}关于样板支部申报`, text: '我们支部人少，条件不够，就不凑热闹了。', is: `declined noted ${B1}` },
  { subject: B1, text: '我支部不申报“两优一先”，请知悉。', is: 'unrelated ignored' },
  {
    subject: `${B1}党员发展材料证明`,
    text: '政审证明材料见附件',
    files: [scan('政审证明.pdf')],
    is: 'unrelated ignored',
  },
]
