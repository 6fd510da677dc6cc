import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type SentMail, type Service, startService } from '../support/service.ts'

const PREFIX = '党建工作样板支部申报书-机械工程学院'
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
const STAFF = '王老师 <wang@dlut.edu.cn>'

let service: Service
let minute = 0

beforeAll(async () => {
  service = await startService({ SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '100' })
})
afterAll(() => service.stop())

type Change = Partial<Parameters<Service['receive']>[0]>
const form = async (branch: string, answers: Parameters<typeof filledAnswers>[0] = {}) => ({
  name: `${PREFIX}${branch}.docx`,
  bytes: await formDocx(filledAnswers({ branchName: branch, ...answers })),
})

/** A mail of a branch, each ten minutes after the one before, and what it was answered. */
async function send(branch: string, change: Change = {}) {
  minute += 10
  const at = new Date(Date.UTC(2024, 4, 15, 1, minute)).toISOString()
  const before = (await service.replies()).length
  const mail = { from: `${minute}@dlut.edu.cn`, subject: `${PREFIX}${branch}`, files: [await form(branch)], at }
  await service.receive({ ...mail, ...change })
  await service.round()
  const message = service.list().at(-1)
  const decision = service.decisionOn(message?.id ?? 0)
  const replies = (await service.replies()).slice(before)
  return { message, decision, codes: decision?.problems.map(({ code }) => code), reply: replies[0], replies }
}
const flat = (mail: SentMail | undefined) => (mail?.text ?? '').replace(/\s/g, '')

describe('what the letters say is true and of use', () => {
  it('names every photo and nothing of their names, and says that another extension does not help', async () => {
    const files = ['IMG_1.jpg', 'IMG_2.jpg', 'IMG_3.jpg'].map(name => ({ name, bytes: JPEG }))
    const { codes, reply, decision } = await send('教工第一党支部', { files })
    expect(codes).toEqual(['file.format'])
    expect(decision?.problems[0]?.seen).toBe('IMG_1.jpg；IMG_2.jpg；IMG_3.jpg')
    expect(flat(reply)).toContain('照片、截图不能代替申报书文件，只改扩展名也无法打开')
  })

  it('calls a scan beside the Word form kept', async () => {
    const scan = { name: '盖章扫描件.pdf', bytes: scannedPdf() }
    const { message, reply } = await send('教工第二党支部', { files: [await form('教工第二党支部'), scan] })
    expect(message?.outcome).toBe('accepted')
    expect(reply?.text).toContain('其他附件（已留存）')
    expect(reply?.text).not.toContain('未能读取')
  })

  it('says that a form pasted into the mail is none', async () => {
    const text = [
      ...['党支部名称：教工第三党支部', '党支部书记：陈立新', '党员人数：32', '联系电话：0411-84700000'],
      ...['一、工作基础', `支部坚持“三会一课”制度。${'党员教师带头承担攻关任务，成效显著。'.repeat(6)}`],
    ].join('\n')
    const { codes, reply } = await send('教工第三党支部', { files: [], text })
    expect(codes).toEqual(['file.missing'])
    expect(flat(reply)).toContain('请将填写好的申报书作为附件发送，正文中的文字、图片不能代替附件')
  })

  it('takes a net disk for a link', async () => {
    const text = '申报书链接：https://pan.baidu.com/s/1AbCdEfG 提取码：x1y2'
    expect((await send('教工第四党支部', { files: [], text })).codes).toEqual(['file.link'])
  })

  it('takes courtesies around a right name for what they are', async () => {
    const subject = `【收到请回复】报送：${PREFIX}教工第五党支部（请查收）`
    const { message, reply } = await send('教工第五党支部', { subject })
    expect(message?.outcome).toBe('accepted')
    expect(flat(reply)).toContain('已按规定名称登记')
  })
})

describe('who only lets us know is not asked to mend anything', () => {
  it('a copy without a form is a question', async () => {
    const { message, replies } = await send('教工第六党支部', { to: STAFF, cc: 'jxdw@dlut.edu.cn', files: [] })
    expect([message?.relation, replies.length]).toEqual(['inquiry', 0])
  })

  it('a draft for comment without a file is one too; with a photo of it a person looks', async () => {
    const subject = '样板支部申报书初稿，请审阅'
    const { message: bare } = await send('教工第六党支部', { subject, files: [] })
    expect(bare?.relation).toBe('inquiry')
    const { message } = await send('教工第六党支部', { subject, files: [{ name: '1.jpg', bytes: JPEG }] })
    expect([message?.relation, message?.outcome]).toEqual(['application', 'held'])
  })

  it('with a form each is judged like any other', async () => {
    const { message } = await send('教工第六党支部', { text: '这是初稿，请审阅。' })
    expect(message?.outcome).toBe('accepted')
  })

  it('and held, with the held letter, where it would be returned', async () => {
    const change = { to: STAFF, cc: 'jxdw@dlut.edu.cn', subject: '申报书' }
    const { message, reply } = await send('机械设计系教工党支部', change)
    expect(message?.outcome).toBe('held')
    expect(flat(reply)).toContain('已收到，待人工核验')
  })
})

describe('what was lost on the way', () => {
  it('a file named for the call under a destroyed subject is an application', async () => {
    const scan = { name: `${PREFIX}机械制造系教工党支部.pdf`, bytes: scannedPdf() }
    const { message } = await send('机械制造系教工党支部', { subject: '????????????', files: [scan] })
    expect([message?.relation, message?.outcome]).toEqual(['application', 'held'])
    const other = { name: `${PREFIX}车辆工程教工党支部.docx`, bytes: (await form('x', {})).bytes }
    expect((await send('车辆工程教工党支部', { subject: '????????????', files: [other] })).message?.relation).toBe(
      'application',
    )
  })
})

describe('an accepted application’s own sender', () => {
  it('is not warned of a stranger where somebody forwards the receipt, or the same file', async () => {
    const branch = '微纳制造教工党支部'
    const file = await form(branch)
    const { reply } = await send(branch, { from: 'owner@dlut.edu.cn', files: [file] })
    const forwarded = { from: 'owner@qq.com', subject: `转发: ${reply?.subject}` }
    const text = `\n---- 转发的邮件 ----\n发件人: 党委\n主题: ${reply?.subject}\n\n${reply?.text}`
    const bare = await send(branch, { ...forwarded, text, files: [] })
    const same = await send(branch, { ...forwarded, text, files: [file] })
    for (const { replies } of [bare, same]) expect(replies.filter(({ to }) => to === 'owner@dlut.edu.cn')).toEqual([])
    expect([bare.message?.relation, bare.replies]).toEqual(['inquiry', []])
  })

  it('is warned where another form comes', async () => {
    const branch = '微纳制造教工党支部'
    const { replies } = await send(branch, { from: 'x@qq.com', files: [await form(branch, { memberCount: '12' })] })
    expect(replies.map(({ to }) => to)).toContain('owner@dlut.edu.cn')
  })
})
