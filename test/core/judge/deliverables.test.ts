import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/core/document/document.ts'
import {
  articleOf,
  fileOf,
  formOf,
  judged,
  type Mail,
  packed,
  paperOf,
  scanOf,
  sheetOf,
  told,
} from '../../support/judged-mail.ts'
import { ARTICLES, callsOf, PROJECTS } from '../../support/notices.ts'

const calls = callsOf(ARTICLES)
const WHO = '梁知远（材料学院）'
const ARCHIVE = '材料学院-梁知远-青年英才.zip'

const form = (change: Readonly<Record<string, string>> = {}): Document =>
  formOf(
    '青年英才支持计划申请书',
    { 申请人: '梁知远', 所在学院: '材料学院', 手机号码: '13800000000', ...change },
    {
      name: '青年英才支持计划申请书.docx',
      texts: { 研究内容: '研究硬质涂层的摩擦磨损行为，揭示其失效机理，建立寿命预测模型。' },
    },
  )

const five = (named: (n: number) => string): readonly Document[] => [1, 2, 3, 4, 5].map(n => articleOf(named(n)))
const inFolder = (folder: string, documents: readonly Document[]): readonly Document[] =>
  documents.map(document => ({ ...document, folder }))
const sent = (documents: readonly Document[], mail: Mail = {}): readonly string[] =>
  told(judged(calls, { ...mail, documents: packed(ARCHIVE, documents) }))

const PAPERS = 'deliverable.missing(代表性论文全文)'

describe('a document is known for what is asked by its title, its name, its folder or its kind', () => {
  test.each<[string, readonly Document[]]>([
    ['the name holds the title', five(n => `梁知远代表性论文全文${n}.pdf`)],
    ['the name is a part of the title', five(n => `代表性论文${n}.pdf`)],
    ['the name is its end', five(n => `论文全文-${n}.pdf`)],
    [
      'a folder bears the title',
      inFolder(
        '5篇代表性论文全文',
        five(n => `${n}.pdf`),
      ),
    ],
    [
      'a folder bears a part of it',
      inFolder(
        '材料/代表性论文',
        five(n => `Wear ${n}.pdf`),
      ),
    ],
  ])('%s', (_, papers) => {
    expect(sent([form(), ...papers])).toEqual([`${WHO}: accepted`])
  })

  test.each<[string, readonly Document[]]>([
    ['a word of two letters', five(n => `论文${n}.pdf`)],
    ['what stands in two titles', five(n => `材料${n}.pdf`)],
    ['the form’s own words', five(n => `申请书${n}.pdf`)],
    ['a number alone', five(n => `${n}.pdf`)],
  ])('not by %s', (_, papers) => {
    expect(sent([form(), ...papers])).toEqual([`${WHO}: held ${PAPERS}`])
  })
})

test('a list with the form’s own labels over its columns is no form where a form is no workbook', () => {
  const [projects] = callsOf(PROJECTS)
  const head = Object.values(projects?.form.fields ?? {}).map(({ label }) => label)
  const row = ['康复外骨骼', '李想', '13800000000', '4', '8000']
  const list = sheetOf('一览表.xlsx', [head, row])
  const [{ documents }] = judged(callsOf(PROJECTS), { subject: '创业训练', documents: [list] })
  expect(documents.map(({ deliverable }) => deliverable)).toEqual(['list'])
})

describe('what may be a document that is asked for is nobody’s fault', () => {
  const named = five(n => `Wear 2023 coating ${n}.pdf`)

  test.each<[string, readonly Document[], string]>([
    ['under names of their own', [form(), ...named], `held ${PAPERS}`],
    [
      'beside an empty field, which is one all the same',
      [form({ 手机号码: '' }), ...named],
      `returned form.field-missing ${PAPERS}`,
    ],
    ['a scan that nobody could read', [form(), scanOf('签字版.pdf')], `held ${PAPERS}`],
    ['in another format', [form(), paperOf('代表性论文全文', '全文.docx')], `held ${PAPERS}`],
    ['nothing but the form', [form()], `returned ${PAPERS}`],
    ['a certificate that is called so', [form(), articleOf('获奖证明材料.pdf')], `returned ${PAPERS}`],
    ['a picture', [form(), fileOf('1.jpg', 'image')], `returned ${PAPERS}`],
  ])('%s', (_, documents, expected) => {
    expect(sent(documents)).toEqual([`${WHO}: ${expected}`])
  })

  const misnamed = (documents: readonly Document[]) =>
    told(judged(calls, { documents: packed('梁知远.zip', documents) }))

  test('beside a misnamed archive', () => {
    expect(misnamed([form(), ...named])).toEqual([`${WHO}: returned file.name ${PAPERS}`])
    expect(misnamed([form()])).toEqual([`${WHO}: returned file.name ${PAPERS}`])
    expect(misnamed([form(), ...five(n => `代表性论文${n}.pdf`)])).toEqual([`${WHO}: returned file.name`])
  })

  test('alone in an archive that is named right', () => {
    const first = judged(calls, { documents: packed(ARCHIVE, [form()]) })
    expect(
      sent(
        five(n => `代表性论文${n}.pdf`),
        { earlier: first },
      ),
    ).toEqual([`${WHO}: accepted`])
  })

  test('in an earlier mail', () => {
    const first = judged(calls, { documents: packed(ARCHIVE, [form({ 手机号码: '' }), ...named]) })
    expect(sent([form()], { earlier: first })).toEqual([`${WHO}: held ${PAPERS}`])
  })

  test('what came in an earlier mail under its name is there', () => {
    const first = judged(calls, {
      documents: packed(ARCHIVE, [form({ 手机号码: '' }), ...five(n => `代表性论文${n}.pdf`)]),
    })
    expect(sent([form()], { earlier: first })).toEqual([`${WHO}: accepted`])
  })
})

describe('how many are asked for', () => {
  const notes = (documents: readonly Document[], mail: Mail = {}) =>
    judged(calls, { ...mail, documents: packed(ARCHIVE, documents) })[0].notes
  const papers = five(n => `代表性论文${n}.pdf`)

  test('fewer or more than that are a note for staff, and refuse nobody', () => {
    expect(sent([form(), ...papers.slice(1)])).toEqual([`${WHO}: accepted`])
    expect(notes([form(), ...papers.slice(1)])).toEqual(['代表性论文全文收到4份，通知要求5份，请核对。'])
    expect(notes([form(), ...papers, articleOf('代表性论文6.pdf')])).toEqual([
      '代表性论文全文收到6份，通知要求5份，请核对。',
    ])
    expect(notes([form(), ...papers])).toBeUndefined()
  })

  test('those of earlier mails count', () => {
    const first = judged(calls, { documents: packed(ARCHIVE, [form(), ...papers.slice(1)]) })
    expect(notes([form(), ...papers.slice(0, 1)], { earlier: first })).toBeUndefined()
  })
})

test('where one title stands in another, a name that holds the longer one is that document', () => {
  const works = calls.map(call => ({
    ...call,
    deliverables: [
      ...call.deliverables.filter(({ reads }) => reads === 'form'),
      ...['论文', '论文发表证明'].map((title, at) => ({
        ...{ id: `item${at}`, title, titles: [], name: null, formats: ['pdf' as const], required: true },
        ...{ many: false as const, reads: null },
      })),
    ],
  }))
  const documents = packed(ARCHIVE, [form(), articleOf('论文发表证明.pdf'), articleOf('梁知远论文.pdf')])
  expect(told(judged(works, { documents }))).toEqual([`${WHO}: accepted`])
})

test('the form once more in a format of the sealed copy is that copy: whether it is sealed a person sees', () => {
  const sealed = calls.map(call => ({
    ...call,
    deliverables: [
      ...call.deliverables.filter(({ reads }) => reads === 'form'),
      {
        ...{ id: 'scan', title: '签字盖章扫描件', titles: [], name: null, formats: ['pdf' as const, 'image' as const] },
        required: true,
        many: true,
        reads: null,
      },
    ],
  }))
  const word = form()
  const pdf = { ...word, kind: 'pdf' as const, name: '青年英才支持计划申请书.pdf', sha256: 'b'.repeat(64) }
  expect(told(judged(sealed, { documents: packed(ARCHIVE, [word, pdf]) }))).toEqual([`${WHO}: accepted`])
  expect(told(judged(sealed, { documents: packed(ARCHIVE, [word]) }))).toEqual([
    `${WHO}: returned deliverable.missing(签字盖章扫描件)`,
  ])
})
