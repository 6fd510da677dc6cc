import { B1, B3, FORM, NAME, type PersonsMail, paper, scan } from './judged.ts'

const DISCLAIMERS = [
  '【免责声明】本邮件仅供指定收件人阅读，如误收请立即撤销转发并销毁，误发内容一律作废。',
  '本邮件及其附件含有保密信息，仅限于上述收件人使用。如果您错收了本邮件，请立即通知发件人撤回，\n并删除本邮件，原邮件作废。',
  '保密提示：\n如您并非预期的收件人，请撤销本次申报邮件并通知我们。',
] as const

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
]
