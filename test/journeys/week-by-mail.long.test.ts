import { afterEach, beforeEach, expect, it } from 'vitest'
import { codesIn } from '../../src/core/desk/code.ts'
import { scannedPdf } from '../documents/make-pdf.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const PREFIX = '党建工作样板支部申报书-机械工程学院'
const WANG = 'wang@dlut.edu.cn'
const LI = 'li@dlut.edu.cn'

let service: Service

beforeEach(async () => {
  service = await startService({
    SHENBAO_STAFF_DESK: `王老师 <${WANG}>,李老师 <${LI}>`,
    SHENBAO_SENDERS_TRUSTED: 'true',
  })
})
afterEach(() => service.stop())

const apply = async (branch: string, from: string, at: string, scanned = false) => {
  const name = `${PREFIX}${branch}`
  const file = scanned
    ? { name: `${name}.pdf`, bytes: scannedPdf() }
    : { name: `${name}.docx`, bytes: await formDocx(filledAnswers({ branchName: branch })) }
  await service.receive({
    from: `书记 <${from}@dlut.edu.cn>`,
    subject: name,
    files: [file],
    at: `2024-05-15T${at}+08:00`,
  })
  await service.round()
}
const mailsTo = async (address: string) =>
  [...(await service.digests()), ...(await service.replies())].filter(({ to }) => to === address)

/** A member answers the latest mail with a code, and reads what came of it. */
const write = async (from: string, time: string, text: string) => {
  const [code = ''] = (await mailsTo(from)).flatMap(({ subject }) => codesIn(subject)).slice(-1)
  const headers = { 'Authentication-Results': `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${from}` }
  const at = `2024-05-16T${time}+08:00`
  await service.receive({ from, subject: `回复: 申报日报〔${code}〕`, text, headers, at })
  await service.round()
  return ((await service.replies()).filter(({ to }) => to === from).at(-1)?.text ?? '').replace(/\s/g, '')
}
const outcomes = () =>
  Object.fromEntries(
    service.list().flatMap(({ id, relation, outcome }) => (relation === 'command' ? [] : [[id, outcome]])),
  )
/** How many letters each applicant got, and what the latest says. */
const letters = async (from: string) => (await service.replies()).filter(({ to }) => to === `${from}@dlut.edu.cn`)

it('a committee of two runs its week by mail alone, and every applicant gets exactly the letters that are theirs', async () => {
  await apply('教工第一党支部', 'one', '09:00:00', true)
  await apply('教工第二党支部', 'two', '09:10:00')
  await apply('教工第九党支部', 'nine', '09:20:00')
  await apply('教工第三党支部', 'three', '09:30:00')
  await apply('教工第四党支部', 'four', '09:40:00')
  await apply('教工第五党支部', 'five', '09:50:00', true)
  await service.receive({
    from: '书记 <four@dlut.edu.cn>',
    subject: '撤回申报-教工第四党支部',
    text: '教工第四党支部申请撤回申报。',
    at: '2024-05-15T10:00:00+08:00',
  })
  await service.round()
  service.setClock(new Date('2024-05-16T08:00:00+08:00'))
  await service.round()
  expect(outcomes()).toEqual({
    1: 'held',
    2: 'accepted',
    3: 'held',
    4: 'accepted',
    5: 'accepted',
    6: 'held',
    7: 'held',
  })

  await write(WANG, '09:00:00', '1 受理 原件已核对\n6 退回 请发Word版')
  await write(LI, '09:05:00', '7 同意撤回')
  expect(await write(WANG, '09:10:00', '名册 增加 教工第九党支部,教师')).toContain('待您确认1项')
  expect(await write(WANG, '09:15:00', '确认')).toContain('已办理1项')
  expect(await write(LI, '09:20:00', '排除 教工第三党支部 党委会5月16日研究')).toContain('待您确认1项')
  expect(await write(LI, '09:25:00', '确认')).toContain('已办理1项')
  expect(await write(WANG, '09:30:00', '核实 教工第二党支部 近1年 通过 党委会5月16日研究')).toContain('记为“通过”')
  expect(outcomes()).toEqual({
    1: 'accepted',
    2: 'accepted',
    3: 'accepted',
    4: 'rejected',
    5: 'accepted',
    6: 'returned',
    7: 'noted',
  })

  expect(await write(WANG, '09:40:00', '1 撤销上一决定')).toContain('更正，发往one@dlut.edu.cn')
  await write(WANG, '09:45:00', '1 受理 原件已核对')
  expect(await write(LI, '09:50:00', '延期 5月21日 10:00')).toContain('待您确认1项')
  expect(await write(LI, '09:55:00', '确认')).toContain('延期通知')

  const counts = await Promise.all(
    ['one', 'two', 'three', 'four', 'five', 'nine'].map(async from => [from, (await letters(from)).length]),
  )
  // Whoever withdrew was told the old deadline too, and may apply again.
  expect(Object.fromEntries(counts)).toEqual({ one: 5, two: 2, three: 2, four: 4, five: 3, nine: 3 })
  expect((await letters('three')).at(-1)?.text).not.toContain('党委会5月16日研究')
  expect((await letters('five')).at(-1)?.text).toContain('5月21日')
  expect(service.app().audit().broken).toBeNull()
})
