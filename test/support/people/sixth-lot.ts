import { B1, FORM, file, NAME, OWN, type PersonsMail, paper, photo, scan, zipped } from './judged.ts'

const NOTED = `evidence noted ${B1}`
const WITHDRAWN = `withdrawal held ${B1}`
const RETURNED = `application returned ${B1}`
const rar = (name: string) => file(name, { kind: 'rar', status: 'skipped', content: null })

/** What a file that could not be read is called, and what is no file name of the form's: as a fourth draw of unseen mails brought it up. */
export const SIXTH_LOT: readonly PersonsMail[] = [
  // A page with a seal, or a withdrawal on paper, is no version.
  {
    subject: `回复: ${NAME}`,
    text: '补上盖章页，请查收。',
    files: [scan('盖章页.pdf')],
    answers: B1,
    stands: OWN,
    is: NOTED,
  },
  { subject: NAME, text: '请查收。', files: [scan('申报书签字页.pdf')], is: NOTED },
  {
    subject: NAME,
    text: '见附件。',
    files: [scan(`${NAME}（含盖章页）.pdf`)],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: `${B1}撤回样板支部申报`,
    text: '盖章的撤回申请见附件。',
    files: [scan('撤回申请（盖章）.pdf')],
    stands: OWN,
    is: WITHDRAWN,
  },
  { subject: `${B1}样板支部`, text: '见附件。', files: [scan('关于撤回申报的函.pdf')], stands: OWN, is: WITHDRAWN },
  {
    subject: `${B1}样板支部`,
    text: '见附件。',
    files: [scan('不参加样板支部申报的说明.pdf')],
    is: `declined noted ${B1}`,
  },
  {
    subject: NAME,
    text: '请查收。',
    files: [scan('撤回前一版后重新报送的申报书.pdf')],
    stands: OWN,
    is: `${RETURNED} file.name file.unreadable`,
  },
  { subject: `${B1}样板支部`, text: '请查收', files: [scan('任职证明（撤销原件）.pdf')], is: NOTED },
  { subject: `${B1}样板支部`, text: '请查收', files: [scan('退出申请.pdf')], stands: OWN, is: WITHDRAWN },
  // Who applies may stand in the words of the mail alone.
  {
    subject: '样板支部申报书',
    text: `${B1}申报书，请老师查收。`,
    files: [scan('CamScanner 05-17-2024.pdf')],
    is: `${RETURNED} subject.pattern file.name file.unreadable`,
  },
  { subject: '求助：样板支部申报书附件2下载不了', text: '官网附件2点不开，能否发我一份？', is: 'inquiry ignored' },
  // In a thread the subject is ours, and says nothing of a file that nobody could read.
  {
    subject: `回复: ${NAME}`,
    text: '请查收。',
    files: [scan('扫描全能王.pdf')],
    answers: B1,
    stands: OWN,
    is: `application held ${B1} file.unreadable`,
  },
  // What is known to be no form need not be called as one.
  {
    subject: NAME,
    text: '学院党委：现报送我支部申报书，请审阅。',
    files: [paper('报送函.docx', '关于报送党建工作样板支部申报材料的函\n学院党委：\n现报送我支部申报材料，请审阅。')],
    is: `${RETURNED} form.absent`,
  },
  { subject: NAME, text: '请查收。', files: [rar('材料.rar')], is: `${RETURNED} file.format` },
  {
    subject: `${B1}佐证材料`,
    text: '样板支部佐证材料',
    files: [rar('材料.rar')],
    is: `${RETURNED} file.format`,
  },
  // Word's own note of who has the document open.
  {
    subject: NAME,
    text: '请查收。',
    files: [file('~$工作样板支部申报书.docx', { status: 'unreadable', why: 'corrupt', content: null })],
    is: `application held ${B1} file.unreadable`,
  },
  {
    subject: `${B1}党建活动照片`,
    text: '样板支部申报活动照片补充',
    files: [photo('活动1.jpg')],
    is: NOTED,
  },
  {
    subject: '样板支部申报书打印费发票',
    text: '请报销',
    files: [paper('发票.docx', '电子发票\n购买方：大连理工大学')],
    is: 'unrelated ignored',
  },
  { subject: NAME, text: '如果命名不对请告知。', files: [FORM], is: `application accepted ${B1}` },
  { subject: NAME, text: '如果支部名称有误，能否在报送后更正？', files: [FORM], is: `application accepted ${B1} 问` },
  // A system calls, or who pretends to be one.
  {
    subject: '您有一份《党建工作样板支部申报书》待签收，请于24小时内处理',
    text: '组织部向您共享了文件《党建工作样板支部申报书》，请点击登录。',
    is: 'automatic ignored',
  },
  { subject: `【OA】您有1条待办：${NAME}`, text: '请登录处理。', is: 'automatic ignored' },
  // The form in the same file or archive as what proves it is a form.
  { subject: NAME, files: [scan('申报书及佐证材料.pdf')], is: `${RETURNED} file.name file.unreadable` },
  { subject: NAME, files: [scan('证书和申报书.pdf')], is: `${RETURNED} file.name file.unreadable` },
  { subject: NAME, files: [scan(`${NAME}（含佐证材料）.pdf`)], is: `application held ${B1} file.unreadable` },
  {
    subject: `${NAME}佐证材料`,
    text: '申报书另发',
    files: zipped('佐证材料.zip', scan('1.pdf'), photo('2.jpg')),
    is: NOTED,
  },
  {
    subject: NAME,
    files: zipped('佐证材料.zip', scan('申报书.pdf')),
    is: `application returned ${B1} file.name file.unreadable`,
  },
  { subject: '样板支部申报书模板', text: '附件2打不开，麻烦老师重新发我一份', is: 'inquiry ignored' },
  { subject: `召回: ${NAME}`, text: '发件人希望召回此邮件', is: 'automatic ignored' },
  {
    subject: `撤回：${NAME}`,
    text: '老师好，我支部申请撤回此邮件中的申报书。',
    is: `withdrawal held ${B1}`,
  },
  { subject: NAME, files: [{ ...FORM, name: `新建 ${NAME}.docx` }], is: `application accepted ${B1}` },
]
