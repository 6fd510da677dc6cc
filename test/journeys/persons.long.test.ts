import { afterEach, beforeEach, expect, it } from 'vitest'
import { applicationOf, filesOf, nameFor, SCHOLARSHIP, type Student } from '../support/scholarship.ts'
import { type Service, startService } from '../support/service.ts'

const LI: Student = { name: '李小红', no: '202400102' }
const WANG: Student = { name: '王小军', no: '202400103' }

let service: Service

beforeEach(async () => {
  const { call, beside } = filesOf(SCHOLARSHIP)
  service = await startService({}, () => call, beside)
})
afterEach(() => service.stop())

const send = async (student: Student, at: string, from: string) => {
  const mail = { from, subject: nameFor(student), files: [applicationOf(student)], at: `2024-05-${at}+08:00` }
  await service.receive(mail)
  await service.round()
}

it('answers each person whose form an adviser sends, though the same thing is missing in both', async () => {
  await send({ ...LI, phone: '' }, '15T09:00:00', 'adviser@mail.example')
  await send({ ...WANG, phone: '' }, '15T09:03:00', 'adviser@mail.example')
  expect((await service.replies()).map(({ subject }) => subject)).toEqual([
    expect.stringContaining(nameFor(LI)),
    expect.stringContaining(nameFor(WANG)),
  ])
})

it('tells a person that somebody else tried to replace their application', async () => {
  await send(LI, '15T09:00:00', 'li@mail.example')
  await send({ ...LI, rank: '1' }, '16T09:00:00', 'other@mail.example')
  const notices = (await service.replies()).filter(({ subject }) => subject.startsWith('申报提示'))
  expect(notices.map(({ to }) => to)).toEqual(['li@mail.example'])
  expect(notices[0]?.text).toContain('李小红（202400102）：')
})
