import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeMail } from '../support/compose-mail.ts'
import { runOnce, withFolder } from './one-shot.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const KINDS = ['docx', 'doc', 'pdf'] as const
const FORMS = new URL('../fixtures/forms/', import.meta.url)

type Judged = {
  readonly outcome: string
  readonly documents: readonly { readonly kind: string; readonly status: string; readonly isForm: boolean }[]
}

/** Mails with the same form in each kind of document, judged in the image: «docx read accepted» for each. */
export const judgeDocuments = (): Promise<readonly string[]> =>
  withFolder(async shot => {
    for (const kind of KINDS) {
      const files = [{ name: `${NAME}.${kind}`, bytes: readFileSync(new URL(`a.${kind}`, FORMS)) }]
      const receivedAt = new Date('2024-05-15T09:00:00+08:00')
      const mail = await composeMail({ from: 'a@dlut.edu.cn', subject: NAME, files, receivedAt })
      writeFileSync(join(shot.folder, `${kind}.eml`), mail)
    }
    const { stdout } = runOnce(shot, 'judge', '--json', ...KINDS.map(kind => `/seen/${kind}.eml`))
    return stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Judged)
      .map(({ outcome, documents: [form] }) => `${form?.kind} ${form?.status} ${outcome}`)
  })
