import { describe, expect, it } from 'vitest'
import type { Call } from '../../../../src/core/call/call.ts'
import { decliningIn } from '../../../../src/core/message/wishes/declining.ts'
import { bringsEvidence, isNamedAsEvidence } from '../../../../src/core/message/wishes/evidence-words.ts'
import { questionIn } from '../../../../src/core/message/wishes/question.ts'
import { withdrawalIn } from '../../../../src/core/message/wishes/withdrawal.ts'
import { CLASS_CASES, callsOf, ESSAYS } from '../../../support/notices.ts'

describe('a withdrawal is told by own words', () => {
  it.each([
    '经支部委员会研究，我支部撤回样板支部申报，请予准许。',
    '申请撤回申报书',
    '教工第二党支部申请撤销本次申报',
    '因支部换届，不再申报。',
    '此前发送的申报书作废。',
    '我支部昨天提交的材料请作废',
    '请将我们支部的申报材料撤回，谢谢！',
    '撤回申报',
    '現申請撤回申報材料。',
    '本支部决定退出本次遴选。',
    '上一封邮件发错了，请撤回。',
    '取消申报',
    '经研究，我支部决定撤回本次样板支部的申报。',
    '支委会会议决定撤销申报。',
    '因与其他支部合并，我支部即将撤销，故申请撤回申报。',
    '请将材料作废撤回。',
    '申请终止本次申报。',
    '我支部不再参加本届评选。',
    '决定退出今年的评审。',
  ])('«%s»', text => expect(withdrawalIn(text)).not.toBeNull())

  it.each([
    '我支部不撤回申报。',
    '材料无需撤回，以附件为准。',
    '请问能否撤回已提交的申报书？',
    '如需撤回申报，请在5月20日前告知。',
    '若材料有误可撤回吗',
    '去年我支部撤回了申报，本人已知悉。',
    '请各支部注意：逾期申报的一律作废。',
    '原支部书记的处分已撤销。',
    '发票作废，重新开具。',
    '现报送申报书，请查收。',
    '我支部从未撤回申报材料',
    '并没有要撤回材料的意思',
    '昨天发的撤回申请作废，我支部继续申报。',
    '取消撤回，继续申报。',
    '旧证作废，新证书见附件，申报书不变。',
    '教工第五党支部拟于本月底撤销，党员并入第四党支部，材料另报。',
    '本次会议取消，申报照常。',
  ])('and not by «%s»', text => expect(withdrawalIn(text)).toBeNull())
})

describe('what a call gathers without a form is taken back by its name', () => {
  const [essays] = callsOf(ESSAYS)
  const [cases] = callsOf(CLASS_CASES)
  const among = (call: Call | undefined) => (text: string) => withdrawalIn(text, call ?? null)

  it.each([
    '我想撤回我的投稿，有些地方要大改。',
    '请撤回我的作品。',
    '撤回投稿',
    '我决定退出本次征文活动。',
    '请撤回征文',
    '我参加征文活动的作品想撤回。',
    '麻烦取消我的参赛，谢谢',
    '稿子先撤了吧。',
    '这次活动我退出了。',
    '本人自愿退出',
    '刚才发错了，请忽略上一封邮件。',
    '之前投的那份不作数了',
  ])('«%s»', text => expect(among(essays)(text)).not.toBeNull())

  it.each(['请撤回主题班会案例', '把案例撤下来吧', '退出本次案例征集活动'])('«%s» of cases', text =>
    expect(among(cases)(text)).not.toBeNull(),
  )

  it.each([
    '我们不撤回，请继续评审。',
    '作品不撤回。',
    '请问投稿能撤回吗？',
    '如需撤回作品请告知',
    '我不退出活动',
    '我已退出活动群',
    '本次活动取消，稿件照常',
    '作品展取消',
    '请不要撤回我的稿子',
    '撤销处分的决定',
    '如已投稿，请忽略本邮件',
    '请不要忽略上一封邮件',
    '请忽略系统自动回复',
    '请忽略上一封邮件的格式问题',
    '昨天的投稿不作数的话请告诉我',
  ])('and not by «%s»', text => expect(among(essays)(text)).toBeNull())
})

describe('«不申报» is told by own words', () => {
  it.each([
    '本支部不申报。',
    '教工第三党支部本次不参加样板支部申报。',
    '经研究，我支部今年暂不申报。',
    '我支部放弃本次申报。',
    '我支部放弃参评',
    '我不参赛了。',
    '老师，我不投了。',
    '想了想还是不投了吧',
    '本支部零申报',
    '我支部决定不参加此次遴选推荐',
    '我支部无申报意向，特此报告。',
    '经支委会讨论，本支部不拟推荐。',
    '经研究，我支部暂不报。',
  ])('«%s»', text => expect(decliningIn(text)).not.toBeNull())

  it.each([
    '请问可以不申报吗？',
    '不申报的话需要说明原因吗',
    '如不申报，请回复邮件说明。',
    '我支部去年没有申报，今年拟申报。',
    '去年不申报是因为换届',
    '我支部并非不申报，只是晚一点报送。',
    '书记因出差不参加会议。',
    '现报送申报书。',
    '我们不是放弃申报',
    '这次会议不投票。',
    '我并不是不投了，只是晚一点。',
    '投稿后不再投其他平台，请放心。',
    '我已投稿一篇，不再投第二篇。',
  ])('and not by «%s»', text => expect(decliningIn(text)).toBeNull())
})

describe('evidence is told by names and words', () => {
  it.each(['佐证材料1.pdf', '荣誉证书扫描件', '教工第二党支部-获奖证明.docx', '補充材料.zip'])('«%s»', name =>
    expect(isNamedAsEvidence(name)).toBe(true),
  )
  it.each([
    '党建工作样板支部申报书-机械工程学院教工第二党支部-附件2佐证材料.pdf',
    '申报书附件：获奖证书.jpg',
    '申报书-液压与传动支部佐证材料.zip',
  ])('where the form is only what it belongs to: «%s»', name => expect(isNamedAsEvidence(name)).toBe(true))
  it.each(['申报书及佐证材料.pdf', '申报书附佐证材料.pdf', '申报书（附件3 证书）.pdf', '证书和申报书.pdf'])(
    'and not where the form is in there, too: «%s»',
    name => expect(isNamedAsEvidence(name)).toBe(false),
  )
  it('and not by a form’s name', () =>
    expect(isNamedAsEvidence('党建工作样板支部申报书-机械工程学院教工第二党支部.docx')).toBe(false))
  it('and by what the mail says it brings', () => {
    expect(bringsEvidence('现补交我支部的荣誉证书照片，请查收。')).toBe(true)
    expect(bringsEvidence('佐证材料 https://pan.dlut.edu.cn/s?id=3')).toBe(true)
    expect(bringsEvidence('需要交证明吗？')).toBe(false)
  })
})

describe('a question is told by own words', () => {
  it.each([
    ['申报书见附件。请问党员人数是否包括预备党员？', '请问党员人数是否包括预备党员？'],
    ['附件请查收。盖章页可以后补吗', '盖章页可以后补吗'],
    ['老师好：\n材料需要交纸质版吗？\n> 请问旧的问题？', '材料需要交纸质版吗？'],
  ])('«%s»', (text, question) => expect(questionIn(text)).toBe(question))
  it.each([
    ...['申报书见附件，请查收。', '收到请回复。', '如有问题请联系13900001234。', '> 请问旧的问题？'],
    ...['申报书见链接 https://pan.baidu.com/s/1a?pwd=x7y2', '王强\n机械工程学院 http://me.dlut.edu.cn/info?id=3'],
    ...['见网盘：pan.dlut.edu.cn/share?id=abc', '????，??????', '您好，????????????'],
    ...['不知怎么回事上一封主题写错了，现重新发送。', '无论如何请以此件为准。'],
    '如何创建样板支部，我们作了认真研讨。',
  ])('and not by «%s»', text => expect(questionIn(text)).toBeNull())
})
