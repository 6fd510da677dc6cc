import { afterEach, beforeEach, expect, it } from 'vitest'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const [SECOND, THIRD, FOURTH] = ['教工第二党支部', '教工第三党支部', '学生第一党支部']
const ROSTER = `支部名称,类型,别名,联系邮箱,排除原因
${BRANCH},教师,,first@dlut.edu.cn,
${SECOND},教师,,second@dlut.edu.cn;second2@dlut.edu.cn,
${THIRD},教师,,,
${FOURTH},学生,,fourth@dlut.edu.cn,党委会研究
`

let service: Service

beforeEach(async () => {
  service = await startService({}, call => call, { '2024-model-branch.roster.csv': ROSTER })
  service.setClock(new Date('2024-05-17T09:00:00+08:00'))
})
afterEach(() => service.stop())

const { form, send, shape } = applicantOf(() => service)
const nameOf = (branch: string) => NAME.replace(BRANCH, branch)
const formOf = async (branch: string) => ({
  name: `${nameOf(branch)}.docx`,
  bytes: await formDocx(filledAnswers({ branchName: branch })),
})
const remind = async () => {
  const plan = await service.app().remind(CALL)
  await service.round()
  return plan
}
const at = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
}
const reminders = async () => (await service.replies()).filter(({ subject }) => subject.startsWith('申报提醒'))
const whom = ({ reminders: all }: Awaited<ReturnType<typeof remind>>) =>
  all.map(({ applicant, lacking }) => `${applicant.shown} ${lacking}`)

it('goes to the roster’s addresses of those who have not applied, never to the excluded, and says who can’t be reached', async () => {
  await send('16T09:00:00')
  const shown = await service.app().planReminders(CALL)
  await service.round()
  expect([whom(shown), await reminders()]).toEqual([[`${SECOND} none`], []])
  const plan = await remind()
  expect([plan.unreachable, whom(plan)]).toEqual([[THIRD], [`${SECOND} none`]])
  expect(plan.notice.join('')).toContain(`尚未收到以下支部的申报书：${SECOND}、${THIRD}`)
  const [letter] = await reminders()
  expect(letter).toMatchObject({ to: 'second@dlut.edu.cn,second2@dlut.edu.cn', inReplyTo: null })
  expect(letter?.text).toContain('尚未收到你支部的申报书')
  expect(letter?.header('auto-submitted')).toContain('auto-')
  expect(service.app().audit().broken).toBeNull()
})

it('asks those to mend in their own thread', async () => {
  await send('16T09:00:00', { files: [], messageId: '<first@client.example>', from: 'zhang@163.com' })
  const plan = await remind()
  expect(whom(plan)).toEqual([`${BRANCH} returned`, `${SECOND} none`])
  expect((await reminders())[0]).toMatchObject({ to: 'zhang@163.com', inReplyTo: '<first@client.example>' })
})

it('nobody hears of it twice a day, and on the next day only who still lacks something', async () => {
  await send('16T09:00:00')
  await remind()
  expect(await service.app().planReminders(CALL)).toMatchObject({ reminders: [], today: [SECOND] })
  expect(await remind()).toMatchObject({ reminders: [], today: [SECOND] })
  await send('17T11:00:00', { from: 'second@dlut.edu.cn', subject: nameOf(SECOND), files: [await formOf(SECOND)] })
  await at('18T09:00:00')
  expect(whom(await remind())).toEqual([])
  expect(await reminders()).toHaveLength(1)
})

it('two who send it at the same time send it once', async () => {
  await send('16T09:00:00')
  const both = await Promise.all([service.app().remind(CALL), service.app().remind(CALL)])
  await service.round()
  expect(both.map(whom)).toEqual([[`${SECOND} none`], []])
  expect(await reminders()).toHaveLength(1)
})

it('an answer to it with the form is right by itself', async () => {
  await remind()
  const [letter] = (await reminders()).filter(({ to }) => to.startsWith('first@'))
  const answer = { from: 'first@dlut.edu.cn', subject: `回复：${letter?.subject}`, inReplyTo: letter?.messageId ?? '' }
  await send('17T12:00:00', { ...answer, files: [await form()] })
  expect(shape()).toEqual(['accepted v1 stands'])
})

it('«不申报» is reminded until a person confirms it', async () => {
  const declined = {
    from: 'first@dlut.edu.cn',
    subject: `${BRANCH}不申报`,
    text: '本支部不申报，特此说明。',
    files: [],
  }
  await send('16T09:00:00', declined)
  expect(whom(await service.app().planReminders(CALL))).toContain(`${BRANCH} declining`)
  await service.decide(1, 'withdraw')
  expect(whom(await remind())).toEqual([`${SECOND} none`])
})

it('is not sent while replies are held, nor after the deadline', async () => {
  await service.restart({ SHENBAO_REPLIES: 'hold' }, call => call, { '2024-model-branch.roster.csv': ROSTER })
  expect(whom(await service.app().planReminders(CALL))).toHaveLength(2)
  await expect(service.app().remind(CALL)).rejects.toThrow('试运行期间不对外发信')
  await service.restart({}, call => call, { '2024-model-branch.roster.csv': ROSTER })
  await at('20T10:01:00')
  await expect(service.app().remind(CALL)).rejects.toThrow('截止，不再催报')
})
