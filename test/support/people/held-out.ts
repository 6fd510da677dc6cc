import {
  B1,
  B2,
  B3,
  FORM,
  LISTED,
  NAME,
  OWN,
  type PersonsMail,
  paper,
  photo,
  quotedBy,
  STRANGER,
  scan,
  zipped,
} from './judged.ts'

const RECEIPT = '教工第一党支部：\n你支部申报材料已受理。\n如需撤回，请说明。\n本邮件由申报受理系统自动发出。'
const NOTICE = '请各党支部于5月20日前报送样板支部申报书，逾期视为不申报。已报送需撤销的请来函。'
const W1 = `withdrawal held ${B1}`
const N1 = `declined noted ${B1}`
const E1 = `evidence noted ${B1}`
const A1 = `application accepted ${B1}`
const NOTHING = 'unrelated ignored'
const ASKED = 'inquiry ignored'

/** Written after the words of the first lot were mended, from the table alone, and judged once before anything was changed for them. */
export const HELD_OUT: readonly PersonsMail[] = [
  {
    subject: `${B1}的申报能不能撤一下`,
    text: '王老师，不好意思，我们书记说材料还不成熟，申报先撤了吧，等下一批再报。',
    stands: OWN,
    is: W1,
  },
  {
    subject: `回复: 回复: ${NAME}`,
    text: `好的，那我们就撤了。${quotedBy.iphoneChinese(RECEIPT)}`,
    stands: OWN,
    answers: B1,
    is: W1,
  },
  {
    subject: `${B1}关于撤销“党建工作样板支部”申报的报告`,
    text: '机械工程学院党委：\n　　我支部于5月15日提交了“党建工作样板支部”申报材料。现因党员人数变动，不再符合条件，特申请撤销申报。\n　　专此报告。',
    stands: OWN,
    is: W1,
  },
  { subject: `样板支部申报（${B1}）`, text: '之前交的不要了，作废处理。', stands: OWN, is: W1 },
  { subject: `${B1}退出样板支部评选`, text: '经支委会研究决定退出本次评选。', stands: OWN, is: W1 },
  {
    subject: `撤回：${B1}申报样板支部的材料`,
    text: '您好，我支部申请把前天报送的材料撤回，原因是数据有误，暂不参评。',
    stands: OWN,
    is: W1,
  },
  {
    subject: 'Re: 样板支部申报',
    html: `<div dir="auto">老师，${B1}的申报请帮我们取消。</div><div dir="auto"><br></div><div dir="auto">Sent from Mail Master</div>`,
    stands: OWN,
    is: W1,
  },
  {
    subject: `关于${B1}、${B3}撤回申报的情况说明`,
    text: '因两支部合并调整，均撤回申报，请予办理。',
    is: `${W1} + withdrawal held ${B3}`,
  },
  {
    subject: `回复: ${NAME}`,
    text: '老师，我们没说要撤回申报，之前电话里说的是隔壁支部。',
    stands: OWN,
    answers: B1,
    is: ASKED,
  },
  {
    subject: `回复: ${NAME}`,
    text: '如果材料不符合要求，我们再考虑撤回。',
    stands: OWN,
    answers: B1,
    is: ASKED,
  },
  {
    subject: `回复: ${NAME}`,
    text: `谢谢老师，已收到受理通知。${quotedBy.outlook(`撤回申报的，请于5月18日前来函。\n${RECEIPT}`)}`,
    stands: OWN,
    answers: B1,
    is: ASKED,
  },
  {
    subject: '样板支部申报撤回截止时间',
    text: '请问撤回申报最晚什么时候？',
    is: ASKED,
  },
  {
    subject: '关于撤销创新创业学院机构的通知',
    text: '各单位：经学校研究，撤销原创新创业学院。',
    is: NOTHING,
  },
  { subject: '撤稿申请', text: '编辑您好，本人申请撤回投稿，稿件编号2024-118。', is: NOTHING },
  { subject: NAME, text: '昨天晚上发的那版作废，今天这版为准哈～', files: [FORM], stands: OWN, is: A1 },
  {
    subject: `${NAME}（更新版）`,
    text: '请忽略之前的邮件，以本邮件附件为最终版。',
    files: [FORM],
    stands: OWN,
    is: A1,
  },
  { subject: NAME, text: '不用撤回前一版，两版内容一样，只是换了docx格式。', files: [FORM], is: A1 },
  { subject: `${B1}放弃申报样板支部`, text: '如题，谢谢。', is: N1 },
  {
    subject: '样板支部申报回复',
    text: `老师好，${B1}今年暂时没有申报计划，就不占名额了。`,
    is: N1,
  },
  {
    subject: `回复：【通知】样板支部申报`,
    text: `${B1}不参与本次申报${quotedBy.neteaseBare(NOTICE)}`,
    is: N1,
  },
  { subject: `${B1}不参加样板支部申报`, text: '', is: N1 },
  {
    subject: `答复: 关于组织开展党建工作样板支部申报工作的通知`,
    text: `${B1}已讨论，因党员不足，今年就不申请了。${quotedBy.outlook(NOTICE)}`,
    is: N1,
  },
  {
    subject: `${B1}声明`,
    text: '本支部不申报样板支部。',
    from: LISTED,
    stands: OWN,
    is: `${N1} 中性`,
  },
  { subject: `${B2}情况`, text: '我支部不申报样板支部。', from: LISTED, is: `declined noted ${B2}` },
  {
    subject: '样板支部申报',
    text: `我们不申报的理由已经没有了，${B1}决定参加，材料稍后发。`,
    is: `application returned ${B1} subject.pattern file.missing`,
  },
  {
    subject: '回复：样板支部申报',
    text: `收到，${B1}正在准备，不会不申报的。${quotedBy.qq(NOTICE)}`,
    is: 'inquiry ignored',
  },
  {
    subject: `${B1}申报样板支部附件：荣誉证书`,
    text: '荣誉证书7张，请老师查收。',
    files: ['1', '2', '3'].map(one => photo(`微信图片_${one}.jpg`)),
    stands: OWN,
    is: E1,
  },
  {
    subject: `回复: ${NAME}`,
    text: `老师要的获奖文件扫描件发您了。${quotedBy.qq(RECEIPT)}`,
    files: [scan('获奖文件.pdf')],
    stands: OWN,
    answers: B1,
    is: E1,
  },
  {
    subject: `${B1}样板支部支撑材料`,
    text: '',
    files: zipped('支撑材料.rar.zip', photo('a.jpg'), paper('志愿服务记录.docx', '志愿服务记录\n2023年参加社区服务。')),
    from: STRANGER,
    is: E1,
  },
  {
    subject: `补交：${B1}样板支部证明材料`,
    text: '逾期补交，望通融。',
    files: [photo('证明.jpg')],
    late: true,
    stands: OWN,
    is: E1,
  },
  {
    subject: `${B1}样板支部荣誉证明`,
    text: '见附件',
    files: [photo('c1.jpg')],
    from: STRANGER,
    stands: OWN,
    is: `${E1} 中性`,
  },
  {
    subject: NAME,
    text: '申报书在附件，证明材料过两天补。',
    files: [scan(`${NAME}.pdf`)],
    is: `application held ${B1} file.unreadable`,
  },
  { subject: `${B1}入党积极分子证明`, text: '证明材料见附件。', files: [photo('证明.jpg')], is: NOTHING },
  { subject: NAME, text: '已填好。对了，书记是副教授可以算双带头人吗', files: [FORM], is: `${A1} 问` },
  { subject: NAME, text: '材料请老师审阅，不当之处请批评指正，收到烦请回复确认。', files: [FORM], is: A1 },
  { subject: NAME, text: '请查收附件，如格式有问题麻烦告诉我一声，可以的话今天改。', files: [FORM], is: A1 },
  { subject: NAME, text: '纸质版什么时候交、交到哪里？申报书先发您。', files: [FORM], is: `${A1} 问` },
]
