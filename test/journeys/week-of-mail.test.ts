import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMail, type SampleMail } from '../support/compose-mail.ts'
import { type EmbeddedImap, startEmbeddedImap } from '../support/embedded-imap.ts'
import { LOGIN } from '../support/live-config.ts'
import { LOOPBACK } from '../support/ports.ts'
import { type RecordingProxy, startRecordingProxy } from '../support/recording-proxy.ts'
import { type Service, startService } from '../support/service.ts'

const KiB = 1024
const MONDAY = Date.parse('2024-05-14T09:00:00+08:00')
const file = (name: string, kib: number) => ({ name, bytes: Buffer.alloc(kib * KiB, 7) })
const many = <Item>(count: number, of: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => of(index + 1))

type Unrelated = Pick<SampleMail, 'subject'> & Partial<SampleMail>

/** What an office gets in a week beside applications: nothing in it is downloaded, neither before there were notes nor now. */
const LEFT: readonly Unrelated[] = [
  ...many(15, index => ({ subject: `图书馆资源快讯第${index}期`, html: `<p>${'新书推荐。'.repeat(800)}</p>` })),
  ...many(15, index => ({ subject: `Re: 周${(index % 5) + 1}例会安排`, inReplyTo: `<m${index}@client.example>` })),
  ...many(5, index => ({
    subject: `活动照片${index}`,
    files: [file(`DSC_${index}.jpg`, 30), file(`DSC_${index}b.jpg`, 30)],
  })),
  ...many(4, index => ({ subject: `讲座课件${index}`, files: [file(`讲座${index}.pptx`, 40)] })),
  ...many(4, index => ({ subject: `工资明细${index}`, files: [file(`明细${index}.xlsx`, 20)] })),
  { subject: '宣传片初版', files: [file('宣传片.mp4', 60)] },
  { subject: '关于撤销部分学生社团的通知' },
  { subject: '选课撤回提醒' },
  { subject: '发票作废说明' },
  { subject: '不参加周五会议，请假' },
]

/** What was downloaded before, too: any document may be an application. */
const ALWAYS: readonly Unrelated[] = [
  { subject: '会议通知', files: [file('会议通知.docx', 10)] },
  { subject: '合同扫描', files: [file('合同.pdf', 20)] },
]

/** Alone these are new: a subject that takes something back, beside 支部 or 申报. */
const NOW: readonly Unrelated[] = [{ subject: '放弃课题申报的说明', text: '本人放弃今年的课题申报。' }]

let imap: EmbeddedImap
let proxy: RecordingProxy
let service: Service

beforeAll(async () => {
  imap = await startEmbeddedImap(LOGIN)
  proxy = await startRecordingProxy({ host: LOOPBACK, port: imap.port })
  service = await startService({ SHENBAO_MAILBOX_PORT: `${proxy.port}` })
  for (const [index, mail] of [...LEFT, ...ALWAYS, ...NOW].entries()) {
    const receivedAt = new Date(MONDAY + index * 3_600_000)
    imap.deliver(await composeMail({ from: 'office@dlut.edu.cn', ...mail, receivedAt }), receivedAt)
  }
  service.setClock(new Date(MONDAY + 100 * 3_600_000))
  await service.app().sweep()
})
afterAll(async () => {
  await service?.stop()
  await proxy?.stop()
  await imap?.stop()
})

const downloaded = (): readonly number[] =>
  imap.commands.flatMap(command => /^UID FETCH (\d+) .*BODY\.PEEK\[\]/.exec(command)?.[1] ?? []).map(Number)

describe('an ordinary week’s unrelated mail', () => {
  it('is left on the server: of it only documents are downloaded, and a subject that may take an application back', () => {
    const first = LEFT.length + 1
    expect(downloaded()).toEqual([...ALWAYS, ...NOW].map((_, index) => first + index))
    expect(service.list().every(({ relation }) => relation === 'unrelated')).toBe(true)
  })

  it('costs its headers and structures, whatever is attached, and a KiB for what notes may add', () => {
    const bytes = Buffer.byteLength(proxy.serverSaid())
    const documents = 30 * KiB * 1.4
    expect(bytes).toBeLessThan(documents + (LEFT.length + 3) * 3 * KiB)
    if (process.env.SHENBAO_SHOW !== undefined) process.stdout.write(`${bytes} bytes for ${LEFT.length + 3} mails\n`)
  })
})
