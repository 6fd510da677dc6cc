import { ImapFlow } from 'imapflow'
import { parser } from 'imapflow/lib/handler/imap-handler.js'
import { formatMessageResponse } from 'imapflow/lib/tools.js'
import { expect, it } from 'vitest'
import { readFetchAnswer, type ServerLine } from '../../src/mail/fetch-answer.ts'
import { type Told, toPreview } from '../../src/mail/preview.ts'
import { startEmbeddedImap } from '../support/embedded-imap.ts'
import { LOGIN } from '../support/live-config.ts'
import { bytesOf, corpus } from '../support/mail-corpus/corpus.ts'

const HEADER = Buffer.from('Subject: hello\r\n\r\n')
const ANNOUNCED = `{${HEADER.length}}\r\n`
const line = (text: string, ...literals: readonly Buffer[]): ServerLine => ({
  payload: Buffer.from(text),
  literals,
})

/** What imapflow makes of it: it takes the literals out of the list that it is given. */
async function byImapflow({ payload, literals }: ServerLine): Promise<Told> {
  const answer = await parser(payload, { literals: [...literals] })
  return (await formatMessageResponse(answer as never, { path: 'INBOX' } as never)) as Told
}

const TEXT = '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 20 1 NIL NIL NIL NIL)'
const file = (name: string) =>
  `("APPLICATION" "OCTET-STREAM" (${name}) NIL NIL "BASE64" 4 NIL ("ATTACHMENT" (${name})) NIL NIL)`
const DATE = 'INTERNALDATE "19-May-2024 16:00:00 +0800"'

it.each([
  [
    'as Dovecot writes it',
    line(`* 7 FETCH (UID 9 ${DATE} RFC822.SIZE 20 BODYSTRUCTURE ${TEXT} BODY[HEADER] ${ANNOUNCED})`, HEADER),
  ],
  [
    'header first',
    line(`* 7 FETCH (BODY[HEADER] ${ANNOUNCED} UID 9 BODYSTRUCTURE ${TEXT} RFC822.SIZE 20 ${DATE})`, HEADER),
  ],
  ['in small letters', line(`* 7 fetch (uid 9 bodystructure ${TEXT.toLowerCase()} body[header] ${ANNOUNCED})`, HEADER)],
  [
    'with more than was asked for',
    line(`* 7 FETCH (UID 9 MODSEQ (12) EMAILID (M-1) BODYSTRUCTURE ${TEXT} BODY[HEADER] ${ANNOUNCED})`, HEADER),
  ],
  ['a quoted header', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${TEXT} BODY[HEADER] "Subject: a \\"b\\"")`)],
  [
    'a quoted name',
    line(
      `* 7 FETCH (UID 9 BODYSTRUCTURE (${TEXT}${file('"NAME" "a \\"b\\\\.docx"')} "MIXED") BODY[HEADER] ${ANNOUNCED})`,
      HEADER,
    ),
  ],
  [
    'a name of RFC 2231',
    line(
      `* 7 FETCH (UID 9 BODYSTRUCTURE ${file(`"NAME*0*" "utf-8''%E7%94%B3" "NAME*1" "b.docx"`)} BODY[HEADER] ${ANNOUNCED})`,
      HEADER,
    ),
  ],
  [
    'a name as a literal',
    line(
      `* 7 FETCH (UID 9 BODYSTRUCTURE ${file('"NAME" {6}\r\n')} BODY[HEADER] ${ANNOUNCED})`,
      Buffer.from('a.docx'),
      Buffer.from('a.docx'),
      HEADER,
    ),
  ],
  [
    'a raw GBK name',
    {
      payload: Buffer.from(
        `* 7 FETCH (UID 9 BODYSTRUCTURE ${file('"NAME" "\xc9\xea.docx"')} BODY[HEADER] ${ANNOUNCED})`,
        'latin1',
      ),
      literals: [HEADER],
    },
  ],
  [
    'a mail within',
    line(
      `* 7 FETCH (UID 9 BODYSTRUCTURE (${TEXT}("MESSAGE" "RFC822" ("NAME" "申报书.eml") NIL NIL "7BIT" 9 (NIL "s" NIL NIL NIL NIL NIL NIL NIL NIL) ${TEXT} 3) "MIXED" ("BOUNDARY" "x") NIL NIL) BODY[HEADER] ${ANNOUNCED})`,
      HEADER,
    ),
  ],
])('reads an answer as imapflow reads it: %s', async (_, one) => {
  const read = readFetchAnswer(one)
  expect(read).not.toBeNull()
  expect(toPreview(read as Told)).toEqual(toPreview(await byImapflow(one)))
})

it.each([
  ['news of flags', line('* 7 FETCH (UID 9 FLAGS (\\Seen))')],
  ['no structure', line(`* 7 FETCH (UID 9 BODYSTRUCTURE NIL BODY[HEADER] ${ANNOUNCED})`, HEADER)],
  ['a structure cut short', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ("TEXT" "PLAIN" BODY[HEADER] ${ANNOUNCED}`, HEADER)],
  [
    'a quote in a name',
    line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${file('"NAME" "a"b.docx"')} BODY[HEADER] ${ANNOUNCED})`, HEADER),
  ],
  ['a line behind it', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${TEXT} BODY[HEADER] ${ANNOUNCED}) x`, HEADER)],
  ['no header', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${TEXT})`)],
  ['an empty header', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${TEXT} BODY[HEADER] {0}\r\n)`, Buffer.alloc(0))],
  [
    'a UID that is none',
    line(`* 7 FETCH (UID 99999999999999999999 BODYSTRUCTURE ${TEXT} BODY[HEADER] ${ANNOUNCED})`, HEADER),
  ],
  ['no UID', line(`* 7 FETCH (BODYSTRUCTURE ${TEXT} BODY[HEADER] ${ANNOUNCED})`, HEADER)],
  ['a literal of another length', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${TEXT} BODY[HEADER] {99}\r\n)`, HEADER)],
  ['a literal of bytes', line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${TEXT} BODY[HEADER] ~${ANNOUNCED})`, HEADER)],
  [
    'brackets within brackets',
    line(`* 7 FETCH (UID 9 BODYSTRUCTURE ${'('.repeat(30)}${')'.repeat(30)} BODY[HEADER] ${ANNOUNCED})`, HEADER),
  ],
  ['the end of the command', line('4 OK FETCH completed')],
  ['another answer', line('* 7 EXISTS')],
  ['nothing', line('')],
])('leaves to imapflow what is not plain to see: %s', (_, one) => {
  expect(readFetchAnswer(one)).toBeNull()
})

it('reads each preview of the corpus at sight, as imapflow reads it', async () => {
  const imap = await startEmbeddedImap(LOGIN)
  const fixtures = corpus.filter(({ name }) => /^(?:ordinary|structure|encodings)\//.test(name))
  for (const fixture of fixtures) imap.deliver(bytesOf(fixture), new Date('2024-05-19T08:00:00Z'))
  const flow = new ImapFlow({
    host: '127.0.0.1',
    port: imap.port,
    secure: false,
    auth: { user: LOGIN.user, pass: LOGIN.password },
    logger: false,
  })
  const lines: ServerLine[] = []
  const inner = flow as unknown as { handleResponse(one: ServerLine): Promise<boolean> }
  const slowly = inner.handleResponse
  inner.handleResponse = one => {
    lines.push({ payload: one.payload, literals: [...one.literals] })
    return slowly.call(flow, one)
  }
  await flow.connect()
  await flow.mailboxOpen('INBOX', { readOnly: true })
  const asked = { uid: true, headers: true, bodyStructure: true, size: true, internalDate: true }
  const told = new Map((await flow.fetchAll('1:*', asked, { uid: true })).map(one => [one.uid, toPreview(one)]))
  await flow.logout()
  await imap.stop()
  const read = lines.flatMap(one => readFetchAnswer(one) ?? []).map(one => toPreview(one))
  expect(told.size).toBe(fixtures.length)
  expect(read).toHaveLength(fixtures.length)
  for (const preview of read) expect(preview).toEqual(told.get(preview.uid))
})
