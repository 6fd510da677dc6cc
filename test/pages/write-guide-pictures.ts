/**
 * `npm run docs:guide`: the pictures of the staff guide, of mails that the service really sent to an invented committee; made small by pngquant (a
 * Debian package).
 */
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { codesIn } from '../../src/core/desk/code.ts'
import { scannedPdf } from '../documents/make-pdf.ts'
import { filledIn } from '../support/committee-week.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type SentMail, type Service, startService } from '../support/service.ts'

const FOLDER = resolve(import.meta.dirname, '../../docs/staff')
const PREFIX = '党建工作样板支部申报书-机械工程学院'
const WANG = 'wang@dlut.edu.cn'
const [FIRST, SECOND, THIRD] = ['教工第一党支部', '教工第二党支部', '教工第三党支部']
const ADDRESSES: Readonly<Record<string, string>> = {
  [FIRST]: 'chen@dlut.edu.cn',
  [SECOND]: 'zhou@dlut.edu.cn',
  [THIRD]: 'wu@dlut.edu.cn',
}
/** Wide as a telephone held across, so that the words are read in the guide. */
const VIEWPORT = { width: 560, height: 400 }
/** Stands where the code stood: a guide is read by many. */
const NO_CODE = 'ABCD-EFGH-IJKL-MNOP'

const service: Service = await startService({
  SHENBAO_STAFF_DESK: `王老师 <${WANG}>`,
  SHENBAO_SENDERS_TRUSTED: 'true',
})

const apply = async (branch: string, at: string, scanned = false) => {
  const name = `${PREFIX}${branch}`
  const file = scanned
    ? { name: `${name}.pdf`, bytes: scannedPdf() }
    : { name: `${name}.docx`, bytes: await formDocx(filledAnswers({ branchName: branch })) }
  await service.receive({ from: `${branch}书记 <${ADDRESSES[branch]}>`, subject: name, files: [file], at })
  await service.round()
}
const toWang = async (): Promise<readonly SentMail[]> =>
  [...(await service.digests()), ...(await service.replies())].filter(({ to }) => to === WANG)

const write = async (time: string, text: string, files: Parameters<Service['receive']>[0]['files'] = []) => {
  const [code = ''] = (await toWang()).flatMap(({ subject }) => codesIn(subject)).slice(-1)
  const headers = { 'Authentication-Results': `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${WANG}` }
  const at = `2024-05-${time}+08:00`
  await service.receive({ from: WANG, subject: `回复: 申报日报〔${code}〕`, text, headers, files, at })
  await service.round()
  const answer = (await service.replies()).filter(({ to }) => to === WANG).at(-1)
  if (answer === undefined) throw new Error(`«${text}» was not answered`)
  return answer
}

/** The mail as a program shows it: its subject above, as much of it as `height` says. */
async function picture(browser: Browser, name: string, mail: SentMail, height?: number): Promise<void> {
  const subject = mail.subject.replace(codesIn(mail.subject)[0] ?? NO_CODE, NO_CODE)
  const files = mail.files.map(one => `<span style="margin-right:1em">附件：${one.name}</span>`).join('')
  const head = `<div style="padding:12px 16px;border-bottom:1px solid #ccc;font:bold 16px sans-serif">${subject}<div style="font:13px sans-serif;padding-top:6px">${files}</div></div>`
  const page = await browser.newPage({ viewport: VIEWPORT })
  await page.setContent(mail.html.replace(/<body[^>]*>/, body => `${body}${head}`))
  const file = join(FOLDER, `${name}.png`)
  const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width: VIEWPORT.width, height } }
  await page.screenshot({ path: file, fullPage: true, ...clip })
  await page.close()
  execFileSync('pngquant', ['--force', '--output', file, '16', file])
  process.stdout.write(`${file}\n`)
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-lcd-text'],
})
try {
  await apply(FIRST, '2024-05-15T09:00:00+08:00', true)
  await apply(SECOND, '2024-05-15T09:10:00+08:00')
  await apply(THIRD, '2024-05-15T09:20:00+08:00')
  service.setClock(new Date('2024-05-16T08:00:00+08:00'))
  await service.round()
  const digest = (await service.digests()).filter(({ to }) => to === WANG).at(-1)
  if (digest === undefined) throw new Error('no digest')
  await picture(browser, 'digest', digest, 760)
  await picture(browser, 'done', await write('16T09:00:00', '1 受理 原件已核对\n99 退回 请补第六部分'), 470)
  await picture(browser, 'confirm', await write('16T10:00:00', '延期 5月21日 10:00'), 530)
  await write('16T10:05:00', '确认')
  service.setClock(new Date('2024-05-21T10:06:00+08:00'))
  await service.round()
  const papers = await write('21T11:00:00', '评审材料\n汇总')
  await picture(browser, 'papers', papers, 520)
  const sheet = papers.files.find(({ name }) => name.endsWith('.xlsx'))?.bytes ?? Buffer.alloc(0)
  const files = await filledIn(sheet, { [FIRST]: '推荐', [SECOND]: '推荐', [THIRD]: '不推荐' })
  await picture(browser, 'result', await write('21T15:00:00', '结果 推荐', files))
} finally {
  await browser.close()
  await service.stop()
}
