import { composeMail } from '../support/compose-mail.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { shippedCall } from '../support/shipped-call.ts'
import type { Random } from './random.ts'

/** A mail for the mailbox, and whether its sender must hear of it. */
export type ChaosMail = {
  readonly source: Buffer
  readonly receivedAt: Date
  readonly messageId: string
  readonly kind: 'accepted' | 'wrong-subject' | 'no-file' | 'unrelated' | 'automatic' | 'copy'
  readonly answered: boolean
}

const TITLE = '党建工作样板支部申报书-机械工程学院'
const BRANCHES = shippedCall.roster.filter(({ excluded }) => excluded === null).map(({ name }) => name)

/** So many mails of every kind, with invented senders; a branch's versions all come from one of them. */
export async function chaosMails(count: number, random: Random, deadline: Date): Promise<readonly ChaosMail[]> {
  const mails: ChaosMail[] = []
  for (let index = 0; index < count; index++) {
    const kind = kindAt(random())
    const earlier = mails.filter(one => one.answered)
    const copied = kind === 'copy' ? earlier[Math.floor(random() * earlier.length)] : undefined
    if (copied !== undefined) mails.push({ ...copied, kind: 'copy', answered: false })
    else mails.push(await mailOf(kind === 'copy' ? 'unrelated' : kind, { index, random, deadline }))
  }
  return mails
}

function kindAt(chance: number): ChaosMail['kind'] {
  if (chance < 0.5) return 'accepted'
  if (chance < 0.65) return 'wrong-subject'
  if (chance < 0.75) return 'no-file'
  if (chance < 0.9) return 'unrelated'
  return chance < 0.95 ? 'automatic' : 'copy'
}

type Made = { readonly index: number; readonly random: Random; readonly deadline: Date }

async function mailOf(kind: Exclude<ChaosMail['kind'], 'copy'>, { index, random, deadline }: Made): Promise<ChaosMail> {
  const branch = BRANCHES[Math.floor(random() * BRANCHES.length)] ?? ''
  const receivedAt = new Date(Math.floor(Date.now() / 1000) * 1000 - (1000 - index) * 1000)
  const messageId = `<chaos.${index}@client.example>`
  const from = kind === 'accepted' ? `b${BRANCHES.indexOf(branch)}@branch.example` : `s${index}@sender.example`
  const answers = filledAnswers({
    deadline,
    branchName: branch,
    memberCount: String(20 + (index % 30)),
    phone: phone(index),
  })
  const file = { name: `${TITLE}${branch}.docx`, bytes: await formDocx(answers) }
  const parts = {
    accepted: { subject: `${TITLE}${branch}`, files: [file] },
    'wrong-subject': { subject: `${TITLE}XX党支部`, files: [file] },
    'no-file': { subject: `${TITLE}${branch}`, files: [] },
    unrelated: { subject: `第${index}次教研活动安排`, files: [] },
    automatic: { subject: `自动回复: ${TITLE}${branch}`, files: [], headers: { 'Auto-Submitted': 'auto-replied' } },
  }[kind]
  const source = await composeMail({ from, receivedAt, messageId, ...parts })
  return { source, receivedAt, messageId, kind, answered: !['unrelated', 'automatic'].includes(kind) }
}

/** Another in each form, so that no two forms are the same. */
const phone = (index: number): string => `0411-0000${String(index).padStart(4, '0')}`
