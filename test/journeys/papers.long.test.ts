import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { plainText } from '../../src/core/document/document.ts'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { documentText } from '../support/papers.ts'
import { type Service, startService } from '../support/service.ts'

const SECOND = '教工第二党支部'
const PHOTO = { name: '获奖证书.jpg', bytes: Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1') }

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { send } = applicantOf(() => service)
const packing = () => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  return service.app().packing(call)
}
const second = async () => {
  const name = NAME.replace(BRANCH, SECOND)
  const bytes = await formDocx(filledAnswers({ branchName: SECOND }))
  return { from: 'second@dlut.edu.cn', subject: name, files: [{ name: `${name}.docx`, bytes }] }
}

it('the papers hold everybody of whom a version stands, in the roster’s order, and nobody else', async () => {
  await send('15T09:00:00', await second())
  await send('15T10:00:00')
  await send('15T11:00:00', { from: 'c@dlut.edu.cn', subject: NAME.replace('第一', '第三'), files: [] })
  const { papers, docx, xlsx } = await packing().papers()
  expect(papers.standing.map(({ applicant, number }) => `${applicant.shown} ${number.slice(-4)}`)).toEqual([
    `${BRANCH} 0002`,
    `${SECOND} 0001`,
  ])
  const text = plainText((await documentText(docx)).blocks)
  expect(text).toContain('共2个申报支部')
  expect(text).not.toContain('教工第三党支部')
  const [sheet] = (await readXlsx(xlsx)).sheets
  expect(sheet?.rows[0]?.slice(0, 5)).toEqual(['序号', '受理编号', '申报支部', '结果', '评审意见'])
  expect(sheet?.rows.slice(1).map(row => row[2])).toEqual([BRANCH, SECOND])
  expect(service.app().audit().broken).toBeNull()
})

it('evidence in time is in the papers, and what came late only once a person took it in', async () => {
  await send('15T09:00:00')
  await send('16T09:00:00', { subject: `佐证材料-${BRANCH}`, text: '补充佐证材料。', files: [PHOTO] })
  await send('21T09:00:00', {
    subject: `佐证材料-${BRANCH}`,
    text: '补充佐证材料。',
    files: [{ ...PHOTO, name: '迟到.jpg' }],
  })
  const names = () =>
    packing()
      .gather()
      .standing.flatMap(({ evidence }) => evidence.map(({ name }) => name))
  expect(names()).toEqual(['获奖证书.jpg'])
  await service.decide(3, 'keep')
  expect(names()).toEqual(['获奖证书.jpg', '迟到.jpg'])
})

it('an applicant’s archive holds the form under its right name, what else came, the mails and the answers', async () => {
  await send('15T09:00:00')
  await send('16T09:00:00', { subject: `佐证材料-${BRANCH}`, text: '补充佐证材料。', files: [PHOTO] })
  const papers = packing().gather()
  const [one] = papers.standing
  if (one === undefined) throw new Error('nobody stands')
  const { path, bytes } = await packing().caseFile(one, papers)
  expect(path).toEqual([`2024-model-branch-0001-${BRANCH}.zip`])
  const files = unzipSync(bytes)
  expect(Object.keys(files).sort()).toEqual([
    '佐证材料-邮件2/文件清单.txt',
    '佐证材料-邮件2/来信.eml',
    '佐证材料-邮件2/附件1.jpg',
    `申报材料/${NAME}.docx`,
    '申报材料/文件清单.txt',
    '申报材料/来信.eml',
    ...['答复-邮件1-1.txt', '答复-邮件2-1.txt', '评审材料.docx'],
  ])
  expect(strFromU8(files['佐证材料-邮件2/文件清单.txt'] ?? new Uint8Array())).toBe('附件1.jpg：获奖证书.jpg\n')
})
