import { B1, B2, B3, FORM, LISTED, NAME, OWN, type PersonsMail, paper, photo, quotedBy, STRANGER } from './judged.ts'

const RECEIPT = '你支部申报材料已受理。\n本邮件由申报受理系统自动发出。'
const NOTICE = '请各党支部报送样板支部申报书，不申报的也请说明。'

/** Once more with fresh words, judged before anything was changed for them. */
export const THIRD_LOT: readonly PersonsMail[] = [
  {
    subject: `请求撤回${B1}申报材料`,
    text: '领导好，材料里有涉密内容，请先撤回并删除。',
    stands: OWN,
    is: `withdrawal held ${B1}`,
  },
  {
    subject: `回复: ${NAME}`,
    text: `取消吧，谢谢${quotedBy.foxmail(RECEIPT)}`,
    stands: OWN,
    answers: B1,
    is: `withdrawal held ${B1}`,
  },
  { subject: `${B2}自愿退出样板支部申报`, text: '特此说明。', from: LISTED, stands: OWN, is: `withdrawal held ${B2}` },
  {
    subject: `${B1}、${B2}、${B3}撤回申报`,
    text: '三个支部均申请撤回。',
    is: [B1, B2, B3].map(one => `withdrawal held ${one}`).join(' + '),
  },
  {
    subject: `回复: ${NAME}`,
    text: '没有要撤销的意思，麻烦按原材料评审。',
    stands: OWN,
    answers: B1,
    is: 'inquiry ignored',
  },
  {
    subject: `回复: ${NAME}`,
    text: '材料已经交了就不撤了，谢谢提醒。',
    stands: OWN,
    answers: B1,
    is: 'inquiry ignored',
  },
  { subject: NAME, text: '旧版请作废，见附件新版。', files: [FORM], stands: OWN, is: `application accepted ${B1}` },
  { subject: `样板支部申报情况反馈`, text: `${B1}今年不具备条件，不予申报。`, is: `declined noted ${B1}` },
  { subject: `${B1}今年先不报样板支部了`, text: '谢谢老师提醒！', is: `declined noted ${B1}` },
  { subject: '回复：样板支部申报', text: `${B1}弃权。${quotedBy.netease(NOTICE)}`, is: `declined noted ${B1}` },
  { subject: `${B1}样板支部申报`, text: `本次就不参加啦，把机会留给其他支部。`, is: `declined noted ${B1}` },
  { subject: `${B1}关于样板支部`, text: '我们不放弃申报，正在抓紧准备。', is: 'unrelated ignored' },
  {
    subject: `${B1}荣誉证书扫描件（样板支部）`,
    text: '',
    files: [photo('scan001.jpg')],
    stands: OWN,
    is: `evidence noted ${B1}`,
  },
  {
    subject: `补充${B1}样板支部佐证`,
    text: '见附件，共三份。',
    files: [paper('会议记录.docx', '会议记录\n时间 地点 参会人员'), photo('奖状.jpg')],
    from: STRANGER,
    stands: OWN,
    is: `evidence noted ${B1} 中性`,
  },
  { subject: NAME, text: '申报书见附件，学生党员算不算在内呢', files: [FORM], is: `application accepted ${B1} 问` },
  { subject: NAME, text: '您好，附件收到后麻烦确认一下，谢谢！', files: [FORM], is: `application accepted ${B1}` },
]
