import { base64Body, utf8, wordB } from './encode.ts'
import { tinyForm } from './tiny-form.ts'

export const UNIT = '机械工程学院'
export const TITLE = `党建工作样板支部申报书-${UNIT}`
export const BRANCH = '教工第一党支部'
export const NAME = `${TITLE}${BRANCH}`
export const FILE = `${NAME}.docx`
export const FORM: Buffer = tinyForm(BRANCH)

/** What `judge --json` ought to say, as far as the fixture is about it. */
export type Expected = {
  readonly relation:
    | 'application'
    | 'withdrawal'
    | 'evidence'
    | 'declined'
    | 'command'
    | 'unrelated'
    | 'automatic'
    | 'inquiry'
  readonly outcome: 'accepted' | 'returned' | 'rejected' | 'held' | 'noted' | 'ignored'
  readonly from?: string | null
  readonly subject?: string | null
  readonly branch?: { readonly name: string } | null
  readonly problems: readonly string[]
  readonly naming?: { readonly subject: string; readonly file: string } | null
  readonly documents?: readonly ExpectedDocument[]
}
export type ExpectedDocument = {
  readonly name: string
  readonly kind: string
  readonly status: 'read' | 'unreadable' | 'skipped' | 'opened'
  readonly why?: string
}

/** A mail as bytes, one character each, with LF, and what it ought to come to. */
export type Fixture = { readonly name: string; readonly mail: string; readonly expected: Expected }

export const fixture = (name: string, mail: string, expected: Expected): Fixture => ({ name, mail, expected })

/** A part's header, without its last line break, and its content. */
export type Part = { readonly header: string; readonly body: string }

export const part = (header: string, body: string): Part => ({ header, body })

export type Sample = {
  /** Raw, as it stands behind «Subject: »; null leaves the field out. */
  readonly subject?: string | null
  readonly from?: string
  /** Further header lines. */
  readonly headers?: readonly string[]
  readonly parts?: readonly Part[]
}

const RECEIVED =
  'Received: from smtp.client.example (unknown [192.0.2.10])\n\tby mail.dlut.edu.cn (Coremail) with SMTP id AQAAfwD3; Sun, 19 May 2024 16:00:00 +0800 (CST)'
export const FROM = 'zhangsan@dlut.edu.cn'
const SUBJECT = wordB('utf-8', utf8(NAME))

/** The header of a sample, up to and without its Content-Type. */
export const header = ({ subject = SUBJECT, from = `Zhang San <${FROM}>`, headers = [] }: Sample): string =>
  [
    RECEIVED,
    'Date: Sun, 19 May 2024 15:59:58 +0800',
    `From: ${from}`,
    'To: jxdw@dlut.edu.cn',
    ...(subject === null ? [] : [`Subject: ${subject}`]),
    'Message-ID: <20240519155958.1@client.example>',
    ...headers,
    'MIME-Version: 1.0',
  ].join('\n')

export const BODY = part(
  'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
  base64Body(utf8('老师您好，申报书见附件，请查收。')),
)

export const multipart = (type: string, boundary: string, parts: readonly Part[]): string =>
  `Content-Type: ${type}; boundary="${boundary}"\n\n${joined(boundary, parts)}`

export const joined = (boundary: string, parts: readonly Part[]): string =>
  `${parts.map(({ header, body }) => `--${boundary}\n${header}\n\n${body}\n`).join('')}--${boundary}--\n`

/** A mail of several parts, as any client writes it. */
export const mail = ({ parts = [BODY, docx()], ...sample }: Sample = {}): string =>
  `${header(sample)}\n${multipart('multipart/mixed', '----=_NextPart_001', parts)}`

/** The form as a part: `type` and `disposition` stand behind their field names, null leaves the field out. */
export const docx = ({
  disposition = `attachment; filename="${wordB('utf-8', utf8(FILE))}"`,
  type = 'application/octet-stream',
  bytes = FORM,
}: {
  readonly disposition?: string | null
  readonly type?: string | null
  readonly bytes?: Buffer
} = {}): Part =>
  part(
    [
      ...(type === null ? [] : [`Content-Type: ${type}`]),
      ...(disposition === null ? [] : [`Content-Disposition: ${disposition}`]),
      'Content-Transfer-Encoding: base64',
    ].join('\n'),
    base64Body(bytes),
  )

/** A file with a name in UTF-8. */
export const file = (name: string, bytes: Uint8Array, type = 'application/octet-stream'): Part =>
  docx({ disposition: `attachment; filename="${wordB('utf-8', utf8(name))}"`, type, bytes: Buffer.from(bytes) })

export const read = (name: string, kind = 'docx'): ExpectedDocument => ({ name, kind, status: 'read' })
export const unreadable = (name: string, why: string, kind = 'other'): ExpectedDocument => ({
  ...{ name, kind, status: 'unreadable', why },
})
/** An archive whose files stand behind it. */
export const opened = (name: string): ExpectedDocument => ({ name, kind: 'zip', status: 'opened' })
export const skipped = (name: string, kind: string): ExpectedDocument => ({ name, kind, status: 'skipped' })

/** Accepted as it should be named; `change` says what is special. */
export const accepted = (change: Partial<Expected> = {}): Expected => ({
  relation: 'application',
  outcome: 'accepted',
  from: FROM,
  subject: NAME,
  branch: { name: BRANCH },
  problems: [],
  naming: { subject: 'exact', file: 'exact' },
  documents: [read(FILE)],
  ...change,
})

/** Accepted although the file's name was destroyed on the way, or is otherwise no more than odd. */
export const oddFile = (name: string): Expected =>
  accepted({ naming: { subject: 'exact', file: 'cosmetic' }, documents: [read(name)] })

export const returned = (problems: readonly string[], change: Partial<Expected> = {}): Expected => ({
  ...{ relation: 'application', outcome: 'returned', problems },
  ...change,
})
export const held = (problems: readonly string[], change: Partial<Expected> = {}): Expected => ({
  ...{ relation: 'application', outcome: 'held', problems },
  ...change,
})
export const ignored = (relation: Expected['relation']): Expected => ({ relation, outcome: 'ignored', problems: [] })
