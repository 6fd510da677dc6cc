import { readXlsx } from 'hucre/xlsx'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const at = async (moment: string) => {
  service.setClock(new Date(`2024-${moment}+08:00`))
  await service.round()
}
const titles = async () => (await service.digests()).map(({ subject }) => subject.replace(/：.*/, ''))

describe('the digest of a day', () => {
  it('comes once, whether the service is restarted before, during or after its minute', async () => {
    await at('05-15T07:59:40')
    const before = await titles()
    await service.restart()
    await at('05-15T08:00:00')
    await service.restart()
    await at('05-15T08:00:20')
    await service.restart()
    await at('05-15T08:01:00')
    expect((await titles()).slice(before.length)).toEqual(['申报日报（2024年5月15日）'])
  })

  it('composed before a crash and not sent is sent after it, with the same Message-ID and no other', async () => {
    await at('05-15T07:59:40')
    const before = (await service.digests()).length
    service.setClock(new Date('2024-05-15T08:00:10+08:00'))
    const slot = new Date('2024-05-15T08:00:00+08:00')
    await service.app().composeDigests({ slot, sweepStartedAt: new Date('2024-05-15T08:00:05+08:00') })
    await service.restart()
    await at('05-15T08:01:00')
    await at('05-15T08:02:00')
    const found = (await service.digests()).slice(before)
    expect(found.map(({ messageId }) => messageId)).toEqual(['<shenbao.digest.2024-05-15.daily@dlut.edu.cn>'])
  })

  it('missed while the service was stopped is made up for when it runs again, once, for the latest day', async () => {
    await at('05-15T08:00:00')
    const before = await titles()
    await service.restart()
    await at('05-18T13:20:00')
    await at('05-18T13:21:00')
    expect((await titles()).slice(before.length)).toEqual(['申报日报（2024年5月18日）'])
  })
})

describe('over the season', () => {
  it('one comes after the deadline, then daily for 14 days, then on Mondays, also when nothing happened', async () => {
    await at('05-20T08:00:00')
    const before = await titles()
    await at('05-20T10:04:59')
    await at('05-20T10:05:00')
    await at('05-20T10:06:00')
    await at('06-03T08:00:00')
    await at('06-04T08:00:00')
    await at('06-10T08:00:00')
    expect((await titles()).slice(before.length)).toEqual([
      '截止汇总（2024年5月20日）',
      '申报日报（2024年6月3日）',
      '申报日报（2024年6月10日）',
    ])
  })

  it('carries a workbook that says what the database says', async () => {
    await at('05-15T06:00:00')
    const files = [{ name: `${NAME}.docx`, bytes: await formDocx(filledAnswers({})) }]
    const from = '=HYPERLINK("http://x") <one@dlut.edu.cn>'
    await service.receive({ from, subject: NAME, files, at: '2024-05-15T07:00:00+08:00' })
    await service.round()
    await at('05-15T08:00:00')
    expect(service.app().composedDigest('2024-05-15')?.subject).toContain('2024年5月15日')
    expect(service.app().composedDigest('2024-05-11')).toBeNull()
    const [file] = (await simpleParser(service.smtp.accepted.at(-1)?.source ?? '')).attachments
    expect(file?.filename).toBe('申报汇总表-2024-05-15.xlsx')
    const { sheets } = await readXlsx(file?.content ?? new Uint8Array())
    const [listed] = service.list()
    expect(sheets[0]?.rows.find(([branch]) => branch === listed?.branch)?.slice(1, 6)).toEqual([
      '受理',
      listed?.version,
      '2024年5月15日 07:00:00',
      listed?.number,
      listed?.from,
    ])
    expect(sheets[2]?.rows.slice(1).map(([id]) => id)).toEqual([listed?.id])
  })
})
