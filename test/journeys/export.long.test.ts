import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { applicantOf, BRANCH, NAME, SENDER } from '../support/applicant.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { form, send } = applicantOf(() => service)
const certificate = { name: '获奖证书.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) }

async function exported(): Promise<ReadonlyMap<string, Uint8Array>> {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  const files = new Map<string, Uint8Array>()
  for await (const { path, bytes } of service.app().exportCall(call, () => '')) {
    if (files.has(path.join('/'))) throw new Error(`two files are written as ${path.join('/')}`)
    files.set(path.join('/'), bytes)
  }
  return files
}
const names = async () => [...(await exported()).keys()]

describe('an export', () => {
  it('holds every mail of the call that a purge would remove', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { subject: `${BRANCH}样板支部申报佐证材料`, files: [certificate] })
    await send('16T10:00:00', { from: 'new@dlut.edu.cn', subject: '样板支部申报书的党员人数含预备党员吗？', files: [] })
    await send('17T09:00:00', { subject: `${BRANCH}撤回样板支部申报`, files: [], text: '我支部申请撤回申报，请批准。' })
    expect(service.list().map(({ relation }) => relation)).toEqual(['application', 'evidence', 'inquiry', 'withdrawal'])
    expect((await names()).filter(name => name.endsWith('来信.eml'))).toEqual([
      `${BRANCH}/第1版-邮件1/来信.eml`,
      `${BRANCH}/佐证材料-邮件2/来信.eml`,
      '咨询/邮件3/来信.eml',
      `${BRANCH}/撤回申请-邮件4/来信.eml`,
    ])
  })

  it('has a form that came in an archive under its right name, and says which file was called what', async () => {
    const { bytes } = await form()
    const packed = zipSync({ 'files/form.docx': new Uint8Array(bytes), 'files/获奖证书.jpg': certificate.bytes })
    await send('15T09:00:00', { files: [{ name: `${NAME}.zip`, bytes: Buffer.from(packed) }] })
    const folder = `${BRANCH}/第1版-邮件1`
    const files = await exported()
    expect([...files.keys()].filter(name => name.startsWith(folder))).toEqual([
      `${folder}/来信.eml`,
      `${folder}/${NAME}.docx`,
      `${folder}/附件2.jpg`,
      `${folder}/申报书文字.txt`,
      `${folder}/文件清单.txt`,
      `${folder}/认定.txt`,
      `${folder}/认定.json`,
      `${folder}/答复1.txt`,
    ])
    expect(new TextDecoder().decode(files.get(`${folder}/文件清单.txt`))).toBe(
      `${NAME}.docx：${NAME}.zip中的files/form.docx\n附件2.jpg：${NAME}.zip中的files/获奖证书.jpg\n`,
    )
  })

  it('writes no two files of a mail into one', async () => {
    await send('15T09:00:00', { from: SENDER, files: [await form(), { ...(await form('33')), name: '旧稿.docx' }] })
    expect((await names()).filter(name => name.endsWith('文字.txt'))).toEqual([
      `${BRANCH}/第1版-邮件1/申报书文字.txt`,
      `${BRANCH}/第1版-邮件1/附件2文字.txt`,
    ])
  })

  it('shows in its 汇总表 where each stands, as the meeting’s papers and the digest do', async () => {
    const stateIn = async (bytes: Uint8Array | undefined) => {
      const sheets = await readWorkbook(bytes ?? new Uint8Array())
      return sheets
        .flatMap(({ rows }) => rows)
        .find(([name, , , , , , note]) => name === BRANCH && note !== '受理')?.[1]
    }
    const states = async () => {
      const call = service.app().calls()[0]
      if (call === undefined) throw new Error('no call')
      const { xlsx } = await service.app().packing(call).papers()
      return [await stateIn((await exported()).get('汇总表.xlsx')), await stateIn(xlsx)]
    }
    const by = { by: '王老师', reason: '已电话核实', branch: null } as const
    await send('15T09:00:00', { subject: `${BRANCH}不申报`, files: [], text: '本支部本次不申报。' })
    expect(await states()).toEqual(['不申报（待核实）', '不申报（待核实）'])
    await service.app().decide(1, { ...by, verdict: 'withdraw' })
    expect(await states()).toEqual(['不申报', '不申报'])
    const locked = { name: `${NAME}.docx`, bytes: Buffer.alloc(0) }
    await send('16T09:00:00', { files: [locked] })
    expect(await states()).toEqual(['待核验', '待核验'])
    await service.app().decide(2, { ...by, verdict: 'close' })
    expect(await states()).toEqual(['不申报', '不申报'])
  })
})
