import {
  B1,
  B2,
  FORM,
  FORM2,
  JOINT,
  LISTED,
  NAME,
  NAME2,
  OWN,
  type PersonsMail,
  paper,
  photo,
  quotedBy,
  STRANGER,
  scan,
  sheet,
  zipped,
} from './judged.ts'

const RECEIPT = '教工第一党支部：\n申报材料已受理。如需撤回申报，请联系学院党委办公室。\n本邮件由申报受理系统自动发出。'
const NOTICE =
  '各党支部：\n现开展党建工作样板支部申报，请于5月20日上午10时前报送申报书。不申报的支部请回复“本支部不申报”；需撤回申报的，请说明原因。'
const W1 = `withdrawal held ${B1}`
const N1 = `declined noted ${B1}`
const E1 = `evidence noted ${B1}`
const A1 = `application accepted ${B1}`
const NOTHING = 'unrelated ignored'
const ASKED = 'inquiry ignored'

/** Written from the table of rule 10 alone, with what it says they come to, before any of them was judged. */
export const WITHDRAWALS: readonly PersonsMail[] = [
  {
    subject: '撤回样板支部申报',
    text: '老师您好，我是教工第一党支部书记陈立新。我们支部商量后决定今年先不申报样板支部了，昨天发的材料麻烦帮忙撤回来，给您添麻烦了。',
    stands: OWN,
    is: W1,
  },
  { subject: `${B1}样板支部申报材料撤回`, text: '撤回', stands: OWN, is: W1 },
  { subject: `Re: 回复: ${NAME}`, text: `作废吧${quotedBy.qq(RECEIPT)}`, stands: OWN, answers: B1, is: W1 },
  {
    subject: `中共大连理工大学机械工程学院${B1}委员会关于撤回党建工作样板支部申报的请示`,
    text: '学院党委：\n    因支部书记工作调动，支部组织设置拟作调整，经支部委员会2024年5月16日会议研究，拟撤回党建工作样板支部申报。\n    妥否，请批示。\n\n教工第一党支部\n2024年5月16日',
    stands: OWN,
    is: W1,
  },
  {
    subject: `关于${B1}申报样板支部一事`,
    text: '张老师，我们支部今年不参评了，之前交的那份就作废吧，辛苦！',
    stands: OWN,
    is: W1,
  },
  { subject: `${B1}申报书`, text: '上午那封作废，改好后重新发送，抱歉。', stands: OWN, is: W1 },
  { subject: `Re: ${NAME}`, text: `申请撤回${quotedBy.iphone(RECEIPT)}`, stands: OWN, answers: B1, is: W1 },
  {
    subject: `答复: ${NAME}`,
    text: `老师好：\n请将我支部申报材料撤销，谢谢。\n\n王强${quotedBy.outlook(RECEIPT)}`,
    stands: OWN,
    answers: B1,
    is: W1,
  },
  { subject: `${B1}-发错了先撤回`, text: '刚才的申报附件发错了，先撤回，稍后重发一版。', is: W1 },
  { subject: `${B1}撤回申报`, text: '本支部申请撤回申报。', from: STRANGER, stands: OWN, is: `${W1} 中性` },
  {
    subject: `${B2}关于撤回样板支部申报材料的函`,
    text: '经研究，我支部撤回样板支部申报材料，请予支持。',
    from: LISTED,
    stands: OWN,
    is: `withdrawal held ${B2}`,
  },
  {
    subject: `${B2}撤回申报`,
    text: '我支部撤回样板支部申报。',
    from: OWN,
    stands: OWN,
    late: true,
    is: `withdrawal held ${B2}`,
  },
  { subject: `申请撤回（${B1}）`, text: '因材料核实有误，撤回我支部的申报，请谅解。', stands: OWN, late: true, is: W1 },
  {
    subject: `回复：回复: ${NAME}`,
    text: '',
    html: '<div>您好，</div><div>我们支部<b>不再申报</b>了，请把材料撤下来。</div><br><blockquote style="margin:0 0 0 40px"><div>教工第一党支部：</div><div>申报材料已受理。</div></blockquote>',
    stands: OWN,
    answers: B1,
    is: W1,
  },
  {
    subject: `${B1}情况说明`,
    text: '见附件。',
    files: [paper('情况说明.docx', `情况说明\n学院党委：\n${B1}因人员变动，申请撤销党建工作样板支部申报。`)],
    stands: OWN,
    is: W1,
  },
  {
    subject: '两个支部撤回申报',
    text: `${B1}、${B2}因即将合并，现撤回样板支部申报，待调整后再报。`,
    is: `${W1} + withdrawal held ${B2}`,
  },
  {
    subject: `回复: ${NAME}`,
    text: '我们不撤回，只是补一张证书照片。',
    files: [photo('优秀党支部证书.jpg')],
    stands: OWN,
    answers: B1,
    is: E1,
  },
  { subject: `回复: ${NAME}`, text: '老师，我们支部的申报不撤回，请继续评审。', stands: OWN, answers: B1, is: ASKED },
  {
    subject: `回复: ${NAME}`,
    text: '听说有支部想撤回申报，我们支部没有这个打算，特此说明。',
    stands: OWN,
    answers: B1,
    is: ASKED,
  },
  { subject: '样板支部申报的问题', text: '老师好，我们如果想撤回申报该怎么办？需要写申请吗？', is: ASKED },
  { subject: `回复：关于开展党建工作样板支部申报的通知`, text: `收到，谢谢。${quotedBy.qq(NOTICE)}`, is: NOTHING },
  {
    subject: `撤回: ${NAME}`,
    text: `陈立新 将撤回邮件“${NAME}”。`,
    stands: OWN,
    is: 'automatic ignored',
  },
  {
    subject: `Recall: ${NAME}`,
    text: `Chen Lixin would like to recall the message, "${NAME}".`,
    stands: OWN,
    is: 'automatic ignored',
  },
  {
    subject: '关于撤回国家自然科学基金申报的说明',
    text: '本人申请撤回今年的基金项目申报，请科研秘书办理。',
    is: NOTHING,
  },
  { subject: '请假条作废', text: '上周提交的请假条作废，我正常上课。', is: NOTHING },
]

export const CORRECTIONS: readonly PersonsMail[] = [
  { subject: NAME, text: '上午那封不算，以此为准。', files: [FORM], stands: OWN, is: A1 },
  { subject: `${NAME}（撤回重发）`, text: '前一封撤回，重新发送，请以这一份为准，谢谢老师！', files: [FORM], is: A1 },
  { subject: NAME, text: `第一版作废。${quotedBy.foxmail(RECEIPT)}`, files: [FORM], stands: OWN, answers: B1, is: A1 },
  { subject: NAME, text: '之前那个附件有错别字，麻烦删掉/撤回，用这个。', files: [FORM], is: A1 },
  { subject: NAME, text: '我支部不是不申报，是书记出差晚了两天。', files: [FORM], is: A1 },
  { subject: NAME, text: '去年我们放弃了申报，今年条件成熟，现报送。', files: [FORM], is: A1 },
  {
    subject: NAME,
    text: '之前发的作废，以此件为准。',
    files: [scan('申报书定稿.pdf')],
    stands: OWN,
    is: `application returned ${B1} file.name file.unreadable`,
  },
]

export const DECLINED: readonly PersonsMail[] = [
  {
    subject: '回复：党建工作样板支部申报通知',
    text: `收到。${B1}这次不报了。${quotedBy.foxmail(NOTICE)}`,
    is: N1,
  },
  {
    subject: `${B1}关于不参加样板支部申报的说明`,
    text: '学院党委：\n经支部党员大会讨论，本支部不参加此次党建工作样板支部申报。\n特此说明。',
    is: N1,
  },
  { subject: '样板支部', text: `${B1}今年条件还不够，我们就不报了哈，明年再争取`, is: N1 },
  { subject: `${B1}样板支部零申报`, text: '如题', is: N1 },
  { subject: `${B1}-样板支部申报`, text: '放弃', is: N1 },
  { subject: `${B1}不申报`, text: '本支部不申报。', late: true, is: N1 },
  { subject: `${B1}不申报`, text: '本支部不申报。', from: STRANGER, stands: OWN, is: `${N1} 中性` },
  { subject: `${B1}不申报`, text: '本支部不申报。', stands: OWN, is: W1 },
  {
    subject: `${B2}不申报样板支部`,
    text: '本支部本次不参加。',
    from: LISTED,
    stands: OWN,
    is: `withdrawal held ${B2}`,
  },
  { subject: '样板支部申报咨询', text: '老师您好，不申报的支部要交说明吗？', is: ASKED },
  {
    subject: '周五推进会',
    text: `${B1}书记出差，不参加周五的样板支部推进会，请假。`,
    is: NOTHING,
  },
  { subject: '关于名额', text: '请问其他支部不申报的话，样板支部名额可以给我们吗？', is: ASKED },
  {
    subject: `${B1}说明`,
    text: '老师好，说明见附件。',
    files: [paper('关于不申报的说明.docx', `说明\n${B1}经研究，本次不申报党建工作样板支部。`)],
    is: N1,
  },
  {
    subject: '回复：样板支部申报',
    html: `<p>老师：</p><p>${B1}没有申报的打算，报告一下。</p><hr><div style="font-size:12px">------------------ 原始邮件 ------------------</div><div>${NOTICE}</div>`,
    is: N1,
  },
  { subject: '样板支部申报', text: `${B1}、${B2}均不申报。`, is: `${N1} + declined noted ${B2}` },
  { subject: '转发：样板支部申报通知', text: `${B1}经讨论决定不参加申报，谢谢！${quotedBy.netease(NOTICE)}`, is: N1 },
]

export const EVIDENCE: readonly PersonsMail[] = [
  {
    subject: `机械工程学院${B1}获奖证书`,
    text: '附件为我支部近三年获奖证书照片，请查收。',
    files: [photo('IMG_0001.jpg'), photo('IMG_0002.jpg')],
    stands: OWN,
    is: E1,
  },
  { subject: `${B1}佐证材料`, text: '', files: [photo('mmexport1715.jpg')], is: E1 },
  { subject: `${B1}样板支部佐证`, text: '先发佐证，申报书明天发。', files: [photo('证书.png')], is: E1 },
  { subject: `${B1}补充材料`, text: '补充两张证书。', files: [photo('1.jpg'), photo('2.jpg')], late: true, is: E1 },
  {
    subject: `${B1}支撑材料（样板支部）`,
    text: '打包发送，请查收。',
    files: zipped('佐证材料.zip', photo('荣誉1.jpg'), photo('荣誉2.jpg')),
    stands: OWN,
    is: E1,
  },
  {
    subject: `样板支部申报：${B1}`,
    text: '补充支部典型事迹的证明材料。',
    files: [paper('典型事迹.docx', '典型事迹\n支部开展了志愿服务。')],
    stands: OWN,
    is: E1,
  },
  { subject: `样板支部-${B1}`, text: '', files: [scan(`${B1}证明材料.pdf`)], stands: OWN, is: E1 },
  {
    subject: NAME,
    text: '补充佐证材料。',
    files: [scan('扫描20240516.pdf')],
    stands: OWN,
    is: `application held ${B1} file.unreadable`,
  },
  { subject: NAME, text: '', files: [scan('扫描件.pdf')], is: `application returned ${B1} file.name file.unreadable` },
  {
    subject: `${B1}样板支部佐证材料清单`,
    text: '清单见附件。',
    files: [sheet('佐证材料清单.xlsx')],
    stands: OWN,
    is: E1,
  },
  {
    subject: `回复: ${NAME}`,
    text: '补一张',
    files: [photo('微信图片_20240516.jpg')],
    stands: OWN,
    answers: B1,
    is: E1,
  },
  {
    subject: `回复: ${NAME}`,
    text: `补充附件，请一并存档。${quotedBy.iphoneChinese(RECEIPT)}`,
    files: [paper('附件1.docx', '支部制度汇编\n第一条 为规范支部工作')],
    stands: OWN,
    answers: B1,
    is: E1,
  },
  {
    subject: `${B1}样板支部证书`,
    text: '证书一张。',
    files: [photo('证书.jpg')],
    from: STRANGER,
    stands: OWN,
    is: `${E1} 中性`,
  },
  { subject: NAME, text: '申报书和证书都在附件里。', files: [FORM, photo('证书.jpg'), scan('佐证.pdf')], is: A1 },
  { subject: NAME, text: '证书原件不便扫描，就不发了，申报书见附件。', files: [FORM], is: A1 },
  { subject: NAME, text: '佐证材料', files: [photo('证书.jpg')], is: E1 },
  { subject: NAME, text: '', files: [photo('申报书照片.jpg')], is: `application returned ${B1} file.format` },
  {
    subject: `${B1}党员转正证明材料`,
    text: '转正材料请查收。',
    files: [photo('转正证明.jpg')],
    is: NOTHING,
  },
  { subject: '获奖证书扫描', text: '请把我的英语竞赛获奖证书扫描件存一下', files: [photo('证书.jpg')], is: NOTHING },
]

export const QUESTIONS: readonly PersonsMail[] = [
  { subject: NAME, text: '申报书见附件。另外想问下结果大概什么时候出', files: [FORM], is: `${A1} 问` },
  { subject: NAME, text: '附件请查收，收到请回复，可以吗？谢谢！', files: [FORM], is: A1 },
  { subject: NAME, text: '申报书已发，麻烦您看到后回个信好吗？', files: [FORM], is: A1 },
  { subject: NAME, text: '不知道这样填行不行，预备党员算不算在党员总数里？', files: [FORM], is: `${A1} 问` },
  {
    subject: NAME,
    text: `按要求填好了。${quotedBy.neteaseBare('请问你支部党员人数是多少？')}`,
    files: [FORM],
    is: A1,
  },
  {
    subject: NAME,
    text: '老师，申报书要盖章后再扫描吗？',
    is: `application returned ${B1} file.missing 问`,
  },
  { subject: `回复: ${NAME}`, text: '收到，谢谢老师！', stands: OWN, answers: B1, is: ASKED },
  { subject: `转发：回复: ${NAME}`, text: `这是我们的回执，存一下。${quotedBy.qq(RECEIPT)}`, is: ASKED },
]

export const SEVERAL: readonly PersonsMail[] = [
  {
    subject: NAME,
    text: '两个支部的申报书一并报送。',
    files: [FORM, FORM2],
    is: `application returned ${B1} application.several + application returned ${B2} application.several`,
  },
  {
    subject: NAME,
    text: '我们两个支部联合申报，见附件。',
    files: [JOINT],
    is: `application held ${B1} branch.ambiguous`,
  },
  { subject: NAME2, text: '申报书见附件', files: [FORM2], from: LISTED, is: `application accepted ${B2}` },
]
