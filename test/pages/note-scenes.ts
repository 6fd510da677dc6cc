import { form, PREFIX, type Scene } from './season.ts'

const STRANGER = 'someone@example.com'
const PHOTO = { name: '荣誉证书.jpg', bytes: Buffer.from('ffd8ffe000104a46494600010101006000600000ffd9', 'hex') }
const [FIRST, SECOND, THIRD] = ['智能装备研究所教工党支部', '精密测量研究生导师师生党支部', '过装专业第一党支部']
const [FOURTH, FIFTH, SIXTH] = [
  '高性能制造硕博第一学生党支部',
  '高性能制造硕博第二学生党支部',
  '机设专业硕士第二党支部',
]
const WITHDRAWS = { subject: `${FIRST}撤回申报`, text: '我支部申请撤回样板支部申报，请予办理。', files: [] }

/** What belongs to an application and is no version of it, before the deadline. */
export const NOTE_SCENES: readonly Scene[] = [
  {
    title: '受理：来信中另有咨询',
    at: '05-18T09:00:00',
    branch: FIRST,
    mail: () => ({ text: '申报书见附件。请问预备党员是否计入党员人数？' }),
  },
  {
    title: '登记：佐证材料',
    at: '05-18T09:10:00',
    branch: FIRST,
    mail: () => ({ subject: `${FIRST}样板支部佐证材料`, text: '补充佐证材料，请查收。', files: [PHOTO] }),
  },
  { title: '待核验：撤回申报', at: '05-18T09:20:00', branch: FIRST, mail: () => WITHDRAWS },
  {
    title: '撤回申请未予确认',
    at: '05-18T09:30:00',
    branch: FIRST,
    act: (service, last) => service.decide(last(FIRST), 'keep', { reason: '支部书记已来电说明' }),
  },
  {
    title: '提示：有人申请撤回已受理的申报',
    at: '05-18T09:40:00',
    branch: FIRST,
    mail: () => ({ ...WITHDRAWS, from: STRANGER }),
  },
  {
    title: '撤回申请已确认',
    at: '05-18T09:50:00',
    branch: FIRST,
    act: (service, last) => service.decide(last(FIRST), 'withdraw', { reason: '已与支部书记核实' }),
  },
  {
    title: '登记：佐证材料，申报书尚未受理',
    at: '05-18T10:00:00',
    branch: SECOND,
    mail: () => ({ subject: `${SECOND}样板支部佐证材料`, text: '先报送佐证材料。', files: [PHOTO] }),
  },
  {
    title: '登记：本次不申报',
    at: '05-18T10:10:00',
    branch: THIRD,
    mail: () => ({ subject: `${THIRD}关于样板支部申报`, text: '经研究，本支部本次不申报。', files: [] }),
  },
  {
    title: '退回：一封邮件中有两个支部的申报书',
    at: '05-18T10:20:00',
    branch: FOURTH,
    mail: () => ({ files: [form(FOURTH), form(FIFTH)] }),
  },
  {
    title: '待核验：一份申报书写有两个支部',
    at: '05-18T10:30:00',
    branch: SIXTH,
    mail: () => ({
      subject: `${PREFIX}${SIXTH}、${SECOND}`,
      files: [form(SIXTH, { branchName: `${SIXTH}、${SECOND}` }, `${PREFIX}${SIXTH}、${SECOND}`)],
    }),
  },
]

/** The same after the deadline. */
export const LATE_NOTE_SCENES: readonly Scene[] = [
  {
    title: '登记：截止后收到的佐证材料',
    at: '05-20T10:02:00',
    branch: '教工第二党支部',
    mail: () => ({ subject: '教工第二党支部样板支部佐证材料', text: '补充佐证材料。', files: [PHOTO] }),
  },
]
