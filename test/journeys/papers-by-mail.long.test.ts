import { type Cell, readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codesIn } from '../../src/core/desk/code.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const PREFIX = '党建工作样板支部申报书-机械工程学院'
const [FIRST, SECOND] = ['教工第一党支部', '教工第二党支部']
const WANG = 'wang@dlut.edu.cn'
const LI = 'li@dlut.edu.cn'
const PROVEN = (address: string) => ({
  'Authentication-Results': `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${address}; dkim=pass header.d=dlut.edu.cn`,
})
const squeezed = (text = '') => text.replace(/\s/g, '')

let service: Service
let minute = 0

const start = async (variables = {}) => {
  minute = 0
  service = await startService({
    SHENBAO_STAFF_DESK: `王老师 <${WANG}>,李老师 <${LI}>`,
    SHENBAO_SENDERS_TRUSTED: 'true',
    ...variables,
  })
}
beforeEach(() => start())
afterEach(() => service.stop())

const apply = async (branch: string, from: string, at: string) => {
  const name = `${PREFIX}${branch}`
  const bytes = await formDocx(filledAnswers({ branchName: branch }))
  await service.receive({ from, subject: name, files: [{ name: `${name}.docx`, bytes }], at })
  await service.round()
}
/** Two who applied, the deadline has passed, and the digest is there. */
const season = async (second = 'two@dlut.edu.cn') => {
  await apply(FIRST, 'one@dlut.edu.cn', '2024-05-15T09:00:00+08:00')
  await apply(SECOND, second, '2024-05-15T09:10:00+08:00')
  service.setClock(new Date('2024-05-21T08:00:00+08:00'))
  await service.round()
}
const answers = async () => (await service.replies()).filter(({ messageId }) => messageId.includes('.desk.'))
const letters = async () =>
  (await service.replies()).filter(({ subject }) => subject.startsWith('结果通知')).map(({ to }) => to)
const codeTo = async (address: string) =>
  [...(await service.digests()), ...(await service.replies())]
    .filter(({ to }) => to === address)
    .flatMap(({ subject }) => codesIn(subject))
    .at(-1) ?? 'NONE-NONE-NONE-NONE'

type Files = readonly { name: string; bytes: Uint8Array }[]
type Written = {
  readonly from?: string
  readonly code?: string
  readonly files?: Files
  readonly headers?: Record<string, string>
}

/** A member answers the latest mail that bore a code, and reads the answer; three minutes apart. */
const write = async (text: string, { from = WANG, code, files, headers = PROVEN(from) }: Written = {}) => {
  const used = code ?? (await codeTo(from))
  minute += 3
  const at = new Date(new Date('2024-05-21T09:00:00+08:00').getTime() + minute * 60_000).toISOString()
  const before = (await answers()).length
  await service.receive({ from, subject: `回复: 指令办理结果〔${used}〕`, text, headers, at, ...(files && { files }) })
  await service.round()
  const answer = (await answers()).slice(before).at(-1)
  return { to: answer?.to, text: squeezed(answer?.text), files: answer?.files ?? [] }
}

/** 汇总表 as it comes back from the meeting: rows turned around, a column and a formula added. */
const filledIn = async (sheet: Uint8Array | undefined, results: Readonly<Record<string, string>>) => {
  const [first] = (await readXlsx(sheet ?? new Uint8Array())).sheets
  const [head = [], ...rows] = first?.rows ?? []
  const filled = rows.map(row =>
    row.map((value, column) => (head[column] === '结果' ? (results[String(row[2])] ?? null) : value)),
  )
  const all = [['得票', ...head], ...filled.reverse().map(row => [null, ...row])]
  const cells = new Map<string, Partial<Cell>>([['1,0', { value: 7, formula: 'WEBSERVICE("http://127.0.0.1:1/")' }]])
  return [{ name: '汇总表-已填.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'Sheet1', rows: all, cells }] }) }]
}
const summary = async () => (await write('汇总')).files[0]?.bytes
const short = () => service.app().calls()[0]?.short
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name)

describe('papers', () => {
  it('come with the answer to who asked, and to nobody else', async () => {
    await season()
    const given = await write(`汇总\n评审材料\n材料 第二党支部\n材料 教工第三党支部\n材料 教工党支部`)
    expect([given.to, names(given.files)]).toEqual([
      WANG,
      [`汇总表-${short()}.xlsx`, `评审材料-${short()}.docx`, `2024-model-branch-0002-${SECOND}.zip`],
    ])
    expect(given.text).toContain('已办理3项，未办理2项')
    expect(given.text).toContain('教工第三党支部没有已受理的申报')
    expect(given.files.map(({ bytes }) => bytes.subarray(0, 2).toString())).toEqual(['PK', 'PK', 'PK'])
    const [first] = (await readXlsx(given.files[0]?.bytes ?? new Uint8Array())).sheets
    expect(first?.rows.slice(1).map(row => row[2])).toEqual([FIRST, SECOND])
    expect((await service.replies()).filter(({ files }) => files.length > 0).map(({ to }) => to)).toEqual([WANG])
    expect(service.app().audit().broken).toBeNull()
    expect((await write('帮助')).files).toEqual([])
  })

  it('wait for «确认» where it is not proven who asks, and then go to the address, not to whoever asked', async () => {
    await season()
    const shown = await write('评审材料', { headers: {} })
    expect([shown.text.includes('待您确认1项'), shown.text.includes(`发到${WANG}`), shown.files]).toEqual([
      true,
      true,
      [],
    ])
    const sent = await write('确认', { headers: {} })
    expect([sent.to, names(sent.files)]).toEqual([WANG, [`评审材料-${short()}.docx`]])
    expect((await write('确认', { headers: {} })).text).toContain('没有待确认的事项')
  })

  it('are given to nobody with a code that is another’s, nor by a mail that our server says is forged', async () => {
    await season()
    const code = await codeTo(WANG)
    const forged = { 'Authentication-Results': 'mail.dlut.edu.cn; dmarc=fail header.from=dlut.edu.cn' }
    for (const how of [{ from: 'x@example.com', code }, { from: LI, code }, { headers: forged }])
      expect(await write('评审材料\n汇总\n材料 第一党支部', how)).toEqual({ to: undefined, text: '', files: [] })
  })
})

describe('the result', () => {
  it('is read from the sheet that comes back, shown, and told to a group on «确认», once', async () => {
    await season()
    const files = await filledIn(await summary(), { [FIRST]: '推荐', [SECOND]: '不推荐' })
    const code = await codeTo(WANG)
    const shown = await write('结果 推荐', { files })
    expect(shown.text).toContain('待您确认1项')
    expect(shown.text).toContain(`通知结果“推荐”1封：`)
    expect(shown.text).toContain(`${FIRST}（one@dlut.edu.cn）`)
    expect(shown.text).toContain('公示文稿（可直接复制）')
    expect((await write('确认', { from: LI })).text).toContain('没有待确认的事项')
    expect(await letters()).toEqual([])
    const confirming = await codeTo(WANG)
    expect((await write('确认')).text).toContain('已办理1项')
    await write('确认', { code: confirming })
    expect(await letters()).toEqual(['one@dlut.edu.cn'])
    const again = (await write('结果 推荐', { files, code })).text
    expect(again).toContain('已通知过，不再发')
    expect(again).toContain('未办理1项')
    expect(await letters()).toEqual(['one@dlut.edu.cn'])
    await write('结果 不推荐', { files })
    await write('确认')
    expect(await letters()).toEqual(['one@dlut.edu.cn', 'two@dlut.edu.cn'])
    expect(service.app().audit().broken).toBeNull()
  })

  it('is refused with a sentence where the sheet does not fit, and nothing is sent whatever is confirmed', async () => {
    await season()
    const sheet = await summary()
    const good = await filledIn(sheet, { [FIRST]: '推荐', [SECOND]: '待定' })
    const digest = (await service.digests()).at(-1)?.files[0]
    const alien = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['受理编号', '结果'],
            ['2024-model-branch-0099', '推荐'],
            ['2024-model-branch-0001', '推荐'],
            ['2024-model-branch-0001', '备选'],
          ],
        },
      ],
    })
    const formula = new Map<string, Partial<Cell>>([['1,1', { formula: 'HYPERLINK("http://x","推荐")' }]])
    const computed = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['受理编号', '结果'],
            ['2024-model-branch-0001', null],
          ],
          cells: formula,
        },
      ],
    })
    const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048, 7)])
    const one = (bytes: Uint8Array) => [{ name: '汇总表.xlsx', bytes }]
    const cases: readonly (readonly [string, Files, string | RegExp])[] = [
      ['结果 推荐', [], '来信未附汇总表'],
      ['结果 推荐', [...good, ...one(alien)], '请只附一个汇总表'],
      ['结果 待定', good, '结果“待定”没有通知措辞'],
      ['结果 推荐', one(alien), /2024-model-branch-0099没有有效的申报.*2024-model-branch-0001出现了2次/],
      ['结果 推荐', one(digest?.bytes ?? Buffer.alloc(0)), '日报所附的表不带“结果”一栏'],
      ['结果 推荐', one(computed), '汇总表中没有结果为“推荐”的支部'],
      ['结果 推荐', one(encrypted), '汇总表.xlsx(?:不是xlsx文件|读不出来)'],
      ['结果 推荐 不推荐', good, '一行写一组'],
    ]
    for (const [line, files, words] of cases) {
      const { text } = await write(line, { files })
      expect([line, text.includes('未办理1项'), text]).toEqual([line, true, expect.stringMatching(words)])
    }
    await write('确认')
    expect(await letters()).toEqual([])
    expect(service.list().filter(({ relation }) => relation !== 'command')).toHaveLength(2)
  })

  it('of somebody’s own case is told by another member', async () => {
    await season(WANG)
    const files = await filledIn(await summary(), { [FIRST]: '推荐', [SECOND]: '推荐' })
    expect((await write('结果 推荐', { files })).text).toContain(squeezed(`按回避要求请由其他工作人员通知：${SECOND}`))
    expect((await write('结果 推荐', { files, from: LI })).text).toContain('通知结果“推荐”2封')
  })
})

it('during a trial papers go out, and no result', async () => {
  await service.stop()
  await start({ SHENBAO_REPLIES: 'hold' })
  await season()
  const sheet = await summary()
  expect(sheet).toBeDefined()
  const files = await filledIn(sheet, { [FIRST]: '推荐' })
  expect((await write('结果 推荐', { files })).text).toContain('试运行期间不对外发信')
})
