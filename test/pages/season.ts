import { scannedPdf } from '../documents/make-pdf.ts'
import type { SampleFile } from '../support/compose-mail.ts'
import { fixedDocx } from '../support/fixed-docx.ts'
import { blankForm, filledAnswers, formDocx } from '../support/form-docx.ts'
import type { SentMail, Service } from '../support/service.ts'

export const PREFIX = '党建工作样板支部申报书-机械工程学院'

type Mail = Partial<Omit<Parameters<Service['receive']>[0], 'at' | 'files'>> & {
  readonly files?: readonly (SampleFile | Promise<SampleFile>)[]
}

/** What happens next in the season, and who is answered: by default a good application of the branch, by mail. */
export type Scene = {
  /** The heading of the example in the documentation. */
  readonly title: string
  /** When it happens, «05-15T09:00:00» in Beijing. */
  readonly at: string
  readonly branch: string
  readonly mail?: (last: SentMail | undefined) => Mail
  /** Instead of a mail: something at the desk, or just the next round. */
  readonly act?: (service: Service, last: (branch: string) => number) => Promise<unknown>
  /** To whom the mail of the example went, where not to the branch's own address. */
  readonly to?: string
}

type Answers = Parameters<typeof filledAnswers>[0]

export const form = async (
  branch: string,
  answers: Answers = {},
  name = `${PREFIX}${branch}`,
): Promise<SampleFile> => ({
  name: `${name}.docx`,
  bytes: await fixedDocx(await formDocx(filledAnswers({ branchName: branch, ...typeOf(branch), ...answers }))),
})

export const blank = async (branch: string): Promise<SampleFile> => ({
  name: `${PREFIX}${branch}.docx`,
  bytes: await fixedDocx(await blankForm()),
})

export const scan = (branch: string): SampleFile => ({ name: `${PREFIX}${branch}.pdf`, bytes: scannedPdf() })

const typeOf = (branch: string): Answers => ({
  branchType: branch.includes('师生') ? '师生联合' : /学生|本科|硕|专业/.test(branch) ? '学生' : '教师',
})
