import { B1, B2, B3, LISTED, NAME, OWN, type PersonsMail, paper, photo, quotedBy, STRANGER } from './judged.ts'

const W1 = `withdrawal held ${B1}`
const E1 = `evidence noted ${B1}`
const NOTHING = 'unrelated ignored'
const BOTH = [
  { branch: B1, by: OWN },
  { branch: B3, by: OWN },
] as const
const LETTER = '申报材料已受理。\n本邮件由申报受理系统自动发出。'

/** Mails that name no branch and stand in no thread: what their sender has in the call tells whose they are. */
export const NAMING_NOBODY: readonly PersonsMail[] = [
  { subject: '撤回申报', text: '老师好，经研究撤回本次申报，谢谢。', stands: OWN, is: W1 },
  { subject: '申请撤回申报材料', text: '', stands: OWN, is: W1 },
  { subject: '样板支部申报作废', text: '请将我支部上周提交的材料作废。', stands: OWN, late: true, is: W1 },
  { subject: '支部材料作废', text: '之前发的那份作废吧，我们今年不弄了。', stands: OWN, is: W1 },
  { subject: '撤回申报', text: '我支部撤回申报。', from: LISTED, is: `withdrawal held ${B2}` },
  { subject: '撤回申报', text: '我支部撤回。', applied: [{ branch: B1, by: OWN, returned: true }], is: W1 },
  { subject: '撤回申报', text: '我支部撤回申报。', stands: OWN, from: STRANGER, is: NOTHING },
  {
    subject: '撤回申报',
    text: '请问我支部想撤回申报，应该怎么办理？',
    stands: OWN,
    from: STRANGER,
    is: 'inquiry ignored',
  },
  { subject: '撤回申报', text: '我们支部撤回申报。', applied: BOTH, is: 'withdrawal held' },
  { subject: '撤回申报', text: '两份申报均撤回。', applied: BOTH, is: `${W1} + withdrawal held ${B3}` },
  { subject: '撤回申报', text: `${B3}的不报了，请撤回。`, applied: BOTH, is: `withdrawal held ${B3}` },
  { subject: '撤回申报的说明', text: '我们不撤回申报，请放心。', stands: OWN, is: 'inquiry ignored' },
  { subject: '样板支部申报', text: '昨天的撤回申请作废，我们继续申报。', stands: OWN, is: 'inquiry ignored' },
  { subject: '撤回处分决定', text: '我支部关于撤回处分决定的请示，请查收。', stands: OWN, is: NOTHING },
  { subject: '发展党员材料作废', text: '支部之前报送的发展党员材料作废，以本次为准。', stands: OWN, is: NOTHING },
  { subject: '回复: 通知', text: `收到，谢谢。${quotedBy.qq('需撤回申报的请来信。')}`, stands: OWN, is: NOTHING },
  { subject: '样板支部申报', text: '我支部今年不申报了，请谅解。', stands: OWN, is: W1 },
  { subject: '不申报样板支部', text: '本支部不申报。', from: LISTED, is: `declined noted ${B2}` },
  { subject: '不申报样板支部', text: '本支部不申报。', applied: BOTH, is: 'withdrawal held' },
  { subject: '不申报样板支部', text: '本支部不申报。', from: STRANGER, stands: OWN, is: 'inquiry ignored' },
  { subject: '补充佐证材料', text: '见附件。', files: [photo('IMG_01.jpg')], stands: OWN, is: E1 },
  { subject: '补充材料', text: '补充获奖证书两份。', files: [paper('荣誉证书.docx', '荣誉证书')], stands: OWN, is: E1 },
  { subject: '样板支部佐证材料', text: '见附件', files: [photo('证书.jpg')], from: LISTED, is: `evidence noted ${B2}` },
  { subject: '样板支部佐证材料', text: '见附件', files: [photo('证书.jpg')], applied: BOTH, is: 'evidence noted' },
  {
    subject: '样板支部佐证材料',
    text: '见附件',
    files: [photo(`${B3}获奖证书.jpg`)],
    applied: BOTH,
    is: `evidence noted ${B3}`,
  },
  { subject: '样板支部佐证材料', text: '见附件', files: [photo('证书.jpg')], from: STRANGER, is: NOTHING },
  { subject: '党费证明材料', text: '党费缴纳证明见附件', files: [photo('证明.jpg')], stands: OWN, is: NOTHING },
  { subject: `回复: ${NAME}`, text: `撤回申报${quotedBy.qq(LETTER)}`, stands: OWN, is: W1 },
]
