import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ImageRun, Paragraph } from 'docx'
import { composeMail } from '../test/support/compose-mail.ts'
import { filledAnswers } from '../test/support/form-answers.ts'
import { formDocx } from '../test/support/form-docx.ts'

/** A mail as it lies in the mailbox. */
export type Delivered = { readonly source: Buffer; readonly receivedAt: Date }

const TITLE = '党建工作样板支部申报书-机械工程学院'
const PDF = readFileSync(new URL('../test/fixtures/forms/a.pdf', import.meta.url))
/** As large as most docx are that Word wrote. */
const DOCX_BYTES = 30_000
const BYTES_OF_FORM = 13_000
/** With SHENBAO_BENCH_PDFS=no all are docx, as most that are sent. */
const HAS_PDFS = process.env.SHENBAO_BENCH_PDFS !== 'no'

export const branchNamed = (index: number): string => `研究生第${index + 1}党支部`

/** A roster of so many invented branches. */
export const rosterOf = (count: number): string =>
  [
    '支部名称,类型,别名,联系邮箱,排除原因',
    ...Array.from({ length: count }, (_, i) => `${branchNamed(i)},学生,,,`),
  ].join('\n')

/** Applications of so many branches, received one a second until now: a filled-in form each, every fifth as PDF, no two files the same. */
export function applications(count: number, deadline: Date): Promise<readonly Delivered[]> {
  const first = Math.floor(Date.now() / 1000) * 1000 - count * 1000
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      application(index, { receivedAt: new Date(first + index * 1000), deadline }),
    ),
  )
}

type Wanted = {
  readonly receivedAt: Date
  readonly deadline: Date
  /** Of a docx; 30 KB where it isn't said. */
  readonly bytes?: number
}

export async function application(index: number, wanted: Wanted): Promise<Delivered> {
  const { receivedAt, deadline, bytes = DOCX_BYTES } = wanted
  const isPdf = HAS_PDFS && index % 5 === 4 && wanted.bytes === undefined
  const name = `${TITLE}${branchNamed(index)}`
  const file = {
    name: `${name}.${isPdf ? 'pdf' : 'docx'}`,
    bytes: isPdf ? Buffer.concat([PDF, Buffer.from(`\n%${index}\n`)]) : await docx(index, { deadline, bytes }),
  }
  const source = await composeMail({
    ...{ from: `branch${index}@branch.example`, subject: name, receivedAt, files: [file] },
    messageId: `<bench.${index}.${receivedAt.getTime()}@client.example>`,
  })
  return { source, receivedAt }
}

const docx = (index: number, { deadline, bytes }: { deadline: Date; bytes: number }): Promise<Buffer> =>
  formDocx(
    filledAnswers({
      ...{ deadline, branchName: branchNamed(index), branchType: '学生', memberCount: String(20 + (index % 30)) },
      phone: `0411-0000${String(index % 10_000).padStart(4, '0')}`,
    }),
    [picture(bytes - BYTES_OF_FORM)],
  )

/** A picture, as of a seal, that brings the file to its size. */
const picture = (bytes: number): Paragraph => {
  const image = { type: 'png', data: randomBytes(bytes), transformation: { width: 100, height: 100 } } as const
  return new Paragraph({ children: [new ImageRun(image)] })
}
