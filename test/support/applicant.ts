import { filledAnswers, formDocx } from './form-docx.ts'
import type { Service } from './service.ts'

export const BRANCH = '教工第一党支部'
/** What subject and file of that branch's application are to be called. */
export const NAME = `党建工作样板支部申报书-机械工程学院${BRANCH}`
export const SENDER = '陈立新 <chenlixin@dlut.edu.cn>'

type Change = Partial<Parameters<Service['receive']>[0]>

/** One branch that writes to the service, and where its application stands. */
export function applicantOf(service: () => Service) {
  /** Its form; another number of members is another file. */
  const form = async (memberCount = '32') => ({
    name: `${NAME}.docx`,
    bytes: await formDocx(filledAnswers({ memberCount })),
  })
  return {
    form,
    /** A mail at that time of May 2024 in Beijing (`15T09:00:00`), and the worker's next round. */
    send: async (at: string, change: Change = {}): Promise<void> => {
      const mail = { from: SENDER, subject: NAME, files: [await form()], at: `2024-05-${at}+08:00` }
      await service().receive({ ...mail, ...change })
      await service().round()
    },
    /** Each of its submissions: «accepted v1 stands». */
    shape: (): readonly string[] =>
      service()
        .list()
        .map(({ outcome, version, standing }) => `${outcome} v${version}${standing ? ' stands' : ''}`),
  }
}
