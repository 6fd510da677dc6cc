import type { Call } from '../../src/core/call/call.ts'
import type { Block, Document, DocumentKind } from '../../src/core/document/document.ts'
import { applicantOf, type Decision, type Decisions } from '../../src/core/judge/decision.ts'
import type { Earlier } from '../../src/core/judge/earlier.ts'
import { judge } from '../../src/core/judge/judge.ts'
import { paragraph, paragraphs, table } from './blocks.ts'

const read = (name: string, kind: DocumentKind, blocks: readonly Block[]): Document => ({
  name,
  kind,
  bytes: 100,
  sha256: `${name}:${JSON.stringify(blocks).length}`,
  status: 'read',
  why: null,
  archive: null,
  content: { blocks },
})

/** A filled-in form: its title, a table of labels and answers, and texts under headings. */
export const formOf = (
  title: string,
  answers: Readonly<Record<string, string>>,
  {
    name = `${title}.docx`,
    texts = {},
  }: { readonly name?: string; readonly texts?: Readonly<Record<string, string>> } = {},
): Document =>
  read(name, 'docx', [
    paragraph(title),
    table(Object.entries(answers).map(pair => pair)),
    ...Object.entries(texts).flatMap(([heading, text], index) => [
      paragraph(`${'一二三四'[index]}、${heading}`),
      table([[text]]),
    ]),
  ])

export const paperOf = (title: string, name = `${title}.docx`): Document =>
  read(name, 'docx', [
    paragraph(title),
    ...paragraphs('支部全体党员参加了活动，学习了有关精神，交流了体会，取得了良好效果。'),
  ])

/** A paper in another language, whose title is nobody's but its own. */
export const articleOf = (name: string): Document =>
  read(name, 'pdf', paragraphs(`Wear of hard coatings, ${name}\nAbstract. We study the wear of hard coatings.`))

export const sheetOf = (name: string, rows: readonly (readonly string[])[]): Document =>
  read(name, 'xlsx', [table(rows)])

export const fileOf = (name: string, kind: DocumentKind): Document => ({
  ...read(name, kind, []),
  status: 'skipped',
  content: null,
})

export const scanOf = (name: string): Document => ({ ...fileOf(name, 'pdf'), status: 'unreadable', why: 'scanned' })

/** The same documents as they come out of an archive. */
export const packed = (archive: string, documents: readonly Document[]): readonly Document[] => [
  { ...fileOf(archive, 'zip'), status: 'opened' },
  ...documents.map(document => ({ ...document, archive })),
]

export type Mail = {
  readonly subject?: string
  readonly from?: string
  readonly text?: string
  readonly documents?: readonly Document[]
  /** Days after the deadline; negative before it. */
  readonly days?: number
  readonly earlier?: readonly Decision[]
}

const DAY = 24 * 60 * 60 * 1000

/** What each applicant of a mail is told by the machine, where these calls are open. */
export function judged(calls: readonly Call[], mail: Mail): Decisions {
  const [{ deadline } = { deadline: new Date(0) }] = calls
  const at = new Date(deadline.getTime() + (mail.days ?? -1) * DAY)
  const { documents = [], subject = '', from = 'someone@dlut.edu.cn', text = '材料见附件。' } = mail
  return judge(
    {
      message: {
        sha256: 'a',
        messageId: null,
        references: [],
        from: [{ name: '', address: from }],
        replyTo: [],
        subject,
        date: null,
        headers: [],
        text,
        attachments: documents.map(({ name, sha256 }) => ({ name, sha256, bytes: new Uint8Array(1) })),
      },
      documents,
      time: { at, clock: 'received', other: null },
      now: at,
      thread: null,
    },
    {
      calls,
      senders: { domains: ['dlut.edu.cn'], others: 'answer', authservId: 'mail.dlut.edu.cn' },
      ownAddresses: ['jxdw@dlut.edu.cn'],
      standing: () => null,
      earlier: () => earlierOf(mail.earlier ?? []),
    },
  )
}

export const earlierOf = (decisions: readonly Decision[]): readonly Earlier[] =>
  decisions.map(decision => ({
    applicant: applicantOf(decision) ?? { key: '', shown: '' },
    documents: decision.documents,
    form: decision.form,
  }))

/** «applicant: outcome problem problem», an entry each. */
export const told = (decisions: Decisions): readonly string[] =>
  decisions.map(decision => {
    const who = applicantOf(decision)?.shown ?? '?'
    const why = decision.problems.map(({ code, expected }) =>
      code === 'deliverable.missing' ? `${code}(${expected})` : code,
    )
    return [`${who}:`, decision.outcome, ...why].join(' ')
  })
