import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN } from '../support/live-config.ts'
import { waitFor } from '../support/ports.ts'
import { DAY, type RealService, startRealService } from '../support/real-service.ts'
import { lastYears, PARTY_DAY, partyDayForm, sameWeeks } from '../support/two-calls.ts'

const APPLICANT = 'chenlixin@branch.example'
const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const DAY_NAME = NAME.replace('党建工作样板支部', PARTY_DAY)
const MODEL = '2024-model-branch'

const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)
const ago = (days: number) => new Date(Date.now() - days * DAY)
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
const month = (days: number) => dayOf(ago(-days)).slice(0, 7)

let service: RealService

beforeAll(async () => {
  const past = {
    announced: dayOf(ago(375)),
    deadline: ago(365).toISOString(),
    cycle: `{ from: ${month(-365)}, to: ${month(365)} }`,
  }
  const now = {
    announced: dayOf(ago(2)),
    deadline: ago(-6).toISOString(),
    cycle: `{ from: ${month(0)}, to: ${month(730)} }`,
  }
  service = await startRealService(deadline, [APPLICANT], {
    '2023-model-branch.yaml': lastYears(past),
    '2024-party-day.yaml': sameWeeks(undefined, now),
    '../forms/party-day.yaml': partyDayForm(),
  })
})
afterAll(() => service?.stop())

type Answers = Parameters<typeof filledAnswers>[0]
const form = async (name: string, answers: Answers = {}) => ({
  filename: `${name}.docx`,
  content: await formDocx(filledAnswers({ deadline, ...answers })),
})

describe('two calls of two years and two of one week in one mailbox, on Dovecot and Postfix', () => {
  it('each mail is its own call’s: by name and form, without a file, as a scan, with both forms', async () => {
    const scan = { filename: `${NAME}.pdf`, content: scannedPdf() }
    const mails = [
      { subject: NAME, attachments: [await form(NAME)] },
      { subject: DAY_NAME, attachments: [await form(DAY_NAME, { title: PARTY_DAY })] },
      { subject: NAME },
      { subject: NAME, attachments: [scan] },
      {
        subject: NAME,
        attachments: [await form(NAME, { memberCount: '31' }), await form(DAY_NAME, { title: PARTY_DAY })],
      },
    ]
    for (const [index, mail] of mails.entries()) {
      await service.mail({ from: APPLICANT, ...mail })
      await waitFor(async () => (await service.mailsOf(LOGIN.user)).length > index, { what: `mail ${index + 1}` })
    }
    expect((await service.run('sweep')).code).toBe(0)
    const found = (await service.list()).filter(({ relation }) => relation === 'application')
    expect(found.map(({ entries }) => entries.map(({ call, outcome }) => [call, outcome]))).toEqual([
      [[MODEL, 'accepted']],
      [['2024-party-day', 'accepted']],
      [[MODEL, 'returned']],
      [[MODEL, 'held']],
      // Each call decides of its own form; the subject is right for one of them.
      [
        [MODEL, 'accepted'],
        ['2024-party-day', 'returned'],
      ],
    ])
  }, 120_000)
})
