import { describe, expect, test } from 'vitest'
import { failedRows } from '../../../src/core/notice/trial/failed-rows.ts'
import { type TrialKind, trialOf } from '../../../src/core/notice/trial/trial-mails.ts'
import { articleOf, formOf, judged, type Mail, packed } from '../../support/judged-mail.ts'
import { ARTICLES, callsOf } from '../../support/notices.ts'

const [call] = callsOf(ARTICLES)
if (call === undefined) throw new Error('no call')

const form = formOf(
  '青年英才支持计划申请书',
  { 申请人: '梁知远', 所在学院: '材料学院', 手机号码: '13800000000' },
  { texts: { 研究内容: '研究硬质涂层的摩擦磨损行为，揭示其失效机理，建立寿命预测模型。' } },
)
const paper = articleOf('代表性论文1.pdf')
const files = (...documents: Parameters<typeof packed>[1]): Mail => ({
  documents: packed('材料学院-梁知远-青年英才.zip', documents),
})
const failed = (kind: TrialKind, mail: Mail) => failedRows([{ kind, decisions: judged([call], mail) }], call)

describe('a mail of the call’s own that comes to something else', () => {
  test.each<[TrialKind, Mail]>([
    ['right', files(form, paper)],
    ['lacking', files(form)],
    ['completing', { ...files(paper), earlier: judged([call], files(form)) }],
    ['late', { ...files(form, paper), days: 1 }],
  ])('is none where it came to what it must: %s', (kind, mail) => expect(failed(kind, mail)).toEqual([]))

  test.each<[TrialKind, Mail, string]>([
    ['right', files(form), '试用邮件“合格”应为受理，实为退回修改（缺少“代表性论文全文”）'],
    ['completing', files(paper), '试用邮件“随后补齐”应为受理，实为退回修改（邮件中没有申请书）'],
    ['incomplete', files(form, paper), '试用邮件“填写不全”应为退回修改，实为受理'],
    ['misnamed', files(form), '试用邮件“命名有误”应为退回修改或待核验，实为退回修改（缺少“代表性论文全文”）'],
    ['late', { subject: '您好' }, '试用邮件“逾期”应为不予受理，实为未认作申报'],
  ])('is told: %s', (kind, mail, told) => expect(failed(kind, mail)).toEqual([told]))
})

test('what comes without the form is a person’s where only the form’s own file is named after the applicant', () => {
  const byFile = { ...call, naming: { ...call.naming, archive: null, file: '{name}申请书' } }
  const decisions = judged([call], files(paper)).map(one => ({ ...one, outcome: 'held' as const }))
  expect(failedRows([{ kind: 'completing', decisions }], byFile)).toEqual([])
  expect(failedRows([{ kind: 'completing', decisions }], call)).toHaveLength(1)
  // A name beside the number that tells people apart may be two people's.
  const byNumber = { ...call, applicant: { ...call.applicant, key: 'studentNo', shown: '{name}({studentNo})' } }
  expect(failedRows([{ kind: 'completing', decisions }], byNumber)).toEqual([])
})

test('the mail with an empty field leaves one empty that stands in no name', () => {
  const named = { ...call, naming: { ...call.naming, archive: null, file: '{college}-{name}-{phone}' } }
  const fields = { ...call.form.fields, email: { label: '邮箱', type: 'email' as const, required: true } }
  const { mails } = trialOf({
    ...named,
    form: { ...call.form, fields: { ...fields, ...call.form.fields }, sections: {} },
  })
  const [right, incomplete] = ['right', 'incomplete'].map(
    kind => mails.find(mail => mail.kind === kind)?.files[0]?.name,
  )
  expect(incomplete).toBe(right)
})
