import { drawAnswers } from '../lots/answers.ts'
import { blanked } from '../lots/families.ts'
import { knownSheet } from '../lots/known-layouts.ts'
import { layOut } from '../lots/lay-out.ts'
import { lotOf } from '../lots/lot.ts'
import { unwritten } from '../lots/read.ts'
import { B1, B2, FORM, file, NAME, NAME2, OWN, type PersonsMail, paper, photo, quotedBy, scan } from './judged.ts'

const MISSING = `application returned ${B1} file.missing`
const THANKS = 'inquiry ignored'
const NOTHING = 'unrelated ignored'
/** As much of our letter as a client may leave of it. */
const CUT = '你支部申报材料已受理，无需再次发送。'

const TEMPLATE = unwritten(
  '附件2 党建工作样板支部申报书-机械工程学院XX党支部.docx',
  layOut(blanked(knownSheet('A', drawAnswers(lotOf(1)), lotOf(1)))),
)
const BLANK = { ...TEMPLATE, sha256: 'template' }
const TOPICS = '党建研究课题申报书'
const PARTY_DAY = '最佳党日活动申报书'
const other = (title: string, branch: string) => paper(`${title}-机械工程学院${branch}.docx`, `${title}\n一、基本情况`)

/** Under a right name and without the form, or with what only looks like one: as unseen mails of every client brought it up. */
export const FOURTH_LOT: readonly PersonsMail[] = [
  // Photos of paper, with a word that asks for comments: somebody applies.
  {
    subject: NAME,
    text: '不会用电脑，手写后拍照，请老师看看行不行。',
    files: [photo('微信图片_01.jpg'), photo('微信图片_02.jpg')],
    is: `application held ${B1} file.format`,
  },
  {
    subject: NAME,
    text: '初稿，请老师帮忙看看：https://pan.baidu.com/s/1AbCdEf 提取码: x9k2',
    is: `application held ${B1} file.link`,
  },
  { subject: NAME, text: '先帮我看看，表还没填。', is: 'inquiry ignored' },

  // Thanks: our letter was answered by a client that keeps no thread.
  { subject: `回复：${NAME}`, text: `收到，谢谢老师！${quotedBy.netease(CUT)}`, is: THANKS },
  { subject: `Re: ${NAME}`, text: '好的，收到，老师辛苦了！\n\n发自我的iPhone', is: THANKS },
  { subject: `答复: ${NAME}`, text: '已阅，谢谢。\n\n--\n沈望舒\n教工第一党支部 0411-84700011', is: THANKS },
  { subject: `回复: ${NAME}`, text: '知道了，马上修改后重发。\n王老师', is: THANKS },
  { subject: `回复: ${NAME}`, text: '马上修改。', is: THANKS },
  { subject: `Re:Re:${NAME}`, text: 'ok', is: THANKS },
  { subject: `Re: ${NAME}`, text: 'Got it, thank you so much!', is: THANKS },
  {
    subject: `答复: ${NAME}`,
    text: '老师您好：\n\n已收到回复，感谢您的辛勤工作！\n\n陈立本 | 副教授\n大连理工大学',
    is: THANKS,
  },
  { subject: `回复: ${NAME}`, text: '收到，我们这两天把荣誉证明补齐后再发您。', is: THANKS },
  { subject: `回复: ${NAME}`, text: '收到，附件我们再核对一下。请问纸质版交到哪个办公室？', is: THANKS },
  { subject: `回复: ${NAME}`, text: '老师好，这是我们支部的申报书。', is: MISSING },
  { subject: `回复: ${NAME}`, text: '', is: MISSING },
  { subject: `回复: ${NAME}`, text: '\n--\n陈立本\n教工第一党支部书记', is: MISSING },
  { subject: `回复: ${NAME}`, text: '按要求修改后，现重新提交。', is: MISSING },
  { subject: `您的邮件“回复: ${NAME}”已被对方看到`, text: '请勿回复。', is: 'automatic ignored' },
  { subject: `回复: ${NAME} 已送达`, text: '系统通知，请勿直接回复。', is: 'automatic ignored' },
  { subject: NAME, text: '系统通知，请勿直接回复。', files: [FORM], is: `application accepted ${B1}` },
  { subject: `离校：回复: ${NAME}`, text: '我已离校，事务请联系许老师。', is: THANKS },
  { subject: `【紧急】回复: ${NAME}`, text: '附件请查收', is: MISSING },
  { subject: `Re: ${NAME}`, text: '👌', is: THANKS },
  { subject: `Re: 回复: ${NAME} [自动回复]`, text: '这是一封自动回复邮件，请勿回复。', is: 'automatic ignored' },
  { subject: `转发: ${NAME}`, text: '老师好', is: MISSING },

  // Who asks beside a file that was forgotten is told of it: silence would be taken for a receipt.
  {
    subject: `样板支部申报书-${B1}`,
    text: '老师好：\n附件是我支部的申报书，请查收。请问纸质版交到哪里？',
    is: `application returned ${B1} subject.pattern file.missing 问`,
  },
  {
    subject: `${B1}样板支部申报书`,
    text: '老师，申报书已发送，格式对吗？',
    is: `application returned ${B1} subject.pattern file.missing 问`,
  },
  { subject: `回复: ${NAME}`, text: '老师好，申报书见附件，请问这样可以吗？', is: `${MISSING} 问` },
  { subject: `样板支部申报书-${B1}`, text: '老师好，请问申报书要盖章吗？', is: THANKS },
  // The wrong paper under the call's own words.
  {
    subject: `样板支部申报材料：${B1}工作总结`,
    text: '请查收',
    files: [paper('工作总结.docx', '工作总结\n一、基本情况')],
    is: `application returned ${B1} subject.pattern form.absent`,
  },
  {
    subject: `${B1}工作总结（样板支部申报书）`,
    text: '请查收',
    files: [paper('工作总结.docx', '工作总结\n一、基本情况')],
    is: `application returned ${B1} subject.pattern form.absent`,
  },

  // A subject that only speaks of an application.
  { subject: '想要一份往年样板支部申报书作参考', text: '能否发一份往年的申报书供我们参考？', is: THANKS },
  { subject: '样板支部申报书填报会', text: '请参会', is: NOTHING },
  {
    subject: `教学改革项目申报书-机械工程学院${B1}`,
    text: '请查收',
    files: [scan('教学改革项目申报书.pdf')],
    is: NOTHING,
  },
  { subject: '专业代写党建工作样板支部申报书', text: '十年经验，加微信dj8899。', is: NOTHING },
  {
    subject: `样板支部申报书 ${B1}`,
    text: '老师好，材料已发。',
    is: `application returned ${B1} subject.pattern file.missing`,
  },
  { subject: `回复: ${NAME}`, text: '附件请查收，谢谢老师！', is: MISSING },
  { subject: `回复: ${NAME}`, text: '已修改，重新发送，谢谢。', is: MISSING },
  { subject: NAME, text: '谢谢老师！', is: MISSING },
  { subject: `回复: ${NAME}`, text: '收到，谢谢！', files: [FORM], is: `application accepted ${B1}` },
  {
    subject: `回复: ${NAME}`,
    text: '谢谢',
    files: [scan(`${NAME}.pdf`)],
    is: `application held ${B1} file.unreadable`,
  },

  // Another matter under the same unit and branch.
  { subject: `${TOPICS}-机械工程学院${B1}`, text: '请查收', files: [other(TOPICS, B1)], is: NOTHING },
  { subject: `${PARTY_DAY}-机械工程学院${B1}`, text: '请查收', files: [other(PARTY_DAY, B1)], is: NOTHING },
  {
    subject: `国家自然科学基金申报书-机械工程学院${B1}`,
    text: '请查收',
    files: [scan(`国家自然科学基金申报书-机械工程学院${B1}.pdf`)],
    is: NOTHING,
  },
  { subject: '材料', text: '请查收', files: [other(TOPICS, B1)], is: NOTHING },
  {
    subject: NAME,
    text: '请查收',
    files: [other(TOPICS, B1)],
    is: `application returned ${B1} form.absent`,
  },
  {
    subject: `申报书-机械工程学院${B1}`,
    text: '请查收',
    files: [paper(`申报书-机械工程学院${B1}.docx`, '支部工作总结\n一、工作回顾')],
    is: `application returned ${B1} subject.pattern form.absent`,
  },

  // What may be another matter's, and was not understood: nobody is told how to call it.
  {
    subject: `党支部书记项目申报书-机械工程学院${B1}`,
    text: '请查收',
    files: [paper(`党支部书记项目申报书-机械工程学院${B1}.docx`, '党支部书记项目申报书\n项目负责人：祁峰')],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: `样板支部申报书-机械工程学院${B1}`,
    text: '请查收',
    files: [scan('扫描件.pdf')],
    is: `application returned ${B1} subject.pattern file.name file.unreadable`,
  },

  // Roman numerals.
  {
    subject: '党建工作样板支部申报书-机械工程学院教工第Ⅱ党支部',
    text: '请查收',
    files: [scan(`${NAME2}.pdf`)],
    is: `application held ${B2} file.unreadable`,
  },
  { subject: NAME.replace('第一', '第I'), text: '请查收', files: [FORM], from: OWN, is: `application accepted ${B1}` },
  { subject: NAME.replace('第一', '第Ⅰ'), text: '请查收', files: [FORM], from: OWN, is: `application accepted ${B1}` },

  // A blank form beside what may be the filled one, in words that nobody knows.
  {
    subject: NAME,
    text: '请查收',
    files: [BLANK, paper(`${NAME}.docx`, '支部情况一览\n我们支部有党员32名，一直按要求开展活动。')],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: NAME,
    text: '请查收',
    files: [BLANK, paper('支部情况.docx', '支部情况一览\n我们支部有党员32名，一直按要求开展活动。')],
    is: `application returned ${B1} file.placeholder form.blank`,
  },

  // A packed file that can't be opened has no form's name to bear.
  {
    subject: NAME,
    text: '密码另发',
    files: [file('材料.zip', { kind: 'zip', status: 'unreadable', why: 'encrypted', content: null })],
    is: `application held ${B1} file.unreadable`,
  },
]
