import { setTimeout } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { filledAnswers, formDocx } from '../../test/support/form-docx.ts'
import { demoDeadline } from './deadline.ts'

const HOST = '127.0.0.1'
const TITLE = '党建工作样板支部申报书-机械工程学院'
const MINUTES = 3

type Letter = { readonly from: string; readonly subject: string; readonly file: string | null; readonly branch: string }

/** Four branches, each with a mail of another kind; all people are invented. */
const LETTERS: readonly Letter[] = [
  {
    from: 'chenlixin',
    subject: `${TITLE}教工第一党支部`,
    file: `${TITLE}教工第一党支部.docx`,
    branch: '教工第一党支部',
  },
  {
    from: 'wanghaiyan',
    subject: `Re: ${TITLE.replace('-', '——')}教工第二党支部`,
    file: `附件2：${TITLE}教工第二党支部(1).docx`,
    branch: '教工第二党支部',
  },
  { from: 'zhaoming', subject: `${TITLE}XX党支部`, file: `${TITLE}XX党支部.docx`, branch: '机械设计系教工党支部' },
  { from: 'sunxiaolin', subject: `${TITLE}金属材料教工党支部`, file: null, branch: '金属材料教工党支部' },
]

const addressOf = ({ from }: Letter): string => `${from}@branch.example`

async function send(letter: Letter): Promise<void> {
  const transport = createTransport({ host: HOST, port: 25, ignoreTLS: true })
  const content = await formDocx(filledAnswers({ branchName: letter.branch, deadline: demoDeadline() }))
  const attachments = letter.file === null ? [] : [{ filename: letter.file, content }]
  const text = '您好，申报书见附件，请查收。'
  await transport.sendMail({
    from: addressOf(letter),
    to: 'jxdw@dlut.edu.cn',
    subject: letter.subject,
    text,
    attachments,
  })
  transport.close()
}

/** The newest mail in the branch's own mailbox. */
async function answerTo(letter: Letter): Promise<string> {
  const imap = new ImapFlow({
    host: HOST,
    port: 143,
    secure: false,
    doSTARTTLS: false,
    auth: { user: addressOf(letter), pass: 'demo' },
    logger: false,
  })
  await imap.connect()
  try {
    for (let tried = 0; tried < MINUTES * 30; tried += 1) {
      const { exists } = await imap.mailboxOpen('INBOX', { readOnly: true })
      const newest = exists === 0 ? null : (await imap.fetchOne('*', { source: true })) || null
      if (newest?.source !== undefined) {
        const { subject = '', text = '' } = await simpleParser(newest.source)
        return `${subject}\n\n${text}`
      }
      await setTimeout(2_000)
    }
  } finally {
    await imap.logout()
  }
  throw new Error(`${addressOf(letter)} had no answer within ${MINUTES} minutes`)
}

for (const letter of LETTERS) {
  await send(letter)
  process.stdout.write(`${addressOf(letter)} sent «${letter.subject}»\n`)
}
for (const letter of LETTERS) process.stdout.write(`\n──── ${addressOf(letter)} got:\n${await answerTo(letter)}`)
process.stdout.write('\nEvery branch has its answer.\n')
