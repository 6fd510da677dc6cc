import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN } from '../support/live-config.ts'
import { waitFor } from '../support/ports.ts'
import { type ClientMail, DAY, type RealService, startRealService } from '../support/real-service.ts'
import { startShenbao } from '../support/shenbao-process.ts'

const STRANGER = 'someone@elsewhere.example'
const nameOf = (branch: string) => `党建工作样板支部申报书-机械工程学院${branch}`
const minute = (days: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * DAY)

/** A branch with its mailbox on Dovecot, which applies through Postfix. */
function applicant(
  address: string,
  branch: string,
  { service, deadline }: { service: () => RealService; deadline: Date },
) {
  const file = async (change: Parameters<typeof filledAnswers>[0] = {}) => ({
    filename: `${nameOf(branch)}.docx`,
    content: await formDocx(filledAnswers({ deadline, branchName: branch, ...change })),
  })
  return {
    file,
    /** Hands a mail in, waits until it lies in the committee's mailbox, and lets the service look. */
    async send(change: Partial<ClientMail> = {}): Promise<void> {
      const before = (await service().mailsOf(LOGIN.user)).length
      const attachments = change.attachments ?? [await file()]
      await service().mail({ from: address, subject: nameOf(branch), ...change, attachments })
      await waitFor(async () => (await service().mailsOf(LOGIN.user)).length > before, { what: 'the mail' })
      expect((await service().run('sweep')).code).toBe(0)
    },
    /** The reply number `count` in the applicant's own mailbox. */
    reply: (count: number, to = address) =>
      waitFor(async () => (await service().mailsOf(to))[count - 1], { what: `reply ${count}` }),
    async shape() {
      const own = (await service().list()).filter(one => one.branch === branch)
      return own.map(({ outcome, version, standing }) => `${outcome} v${version}${standing ? ' stands' : ''}`)
    },
  }
}

describe('in time, on Dovecot and Postfix', () => {
  const deadline = minute(5)
  let started: RealService
  const at = { service: () => started, deadline }
  const [first, second, third] = [
    applicant('first@branch.example', '教工第一党支部', at),
    applicant('second@branch.example', '教工第二党支部', at),
    applicant('third@branch.example', '教工第三党支部', at),
  ]

  beforeAll(async () => {
    started = await startRealService(
      deadline,
      ['first', 'second', 'third'].map(one => `${one}@branch.example`).concat(STRANGER),
    )
  })
  afterAll(() => started?.stop())

  it('a returned one is mended by answering our mail with the file', async () => {
    await first.send({ subject: '申报材料' })
    const returned = await first.reply(1)
    expect(returned.text).toContain('需要修改')
    expect(returned.headers.get('auto-submitted')).toBe('auto-replied')
    await first.send({ subject: returned.subject ?? '', inReplyTo: returned.messageId ?? '' })
    expect(await first.shape()).toEqual(['returned v1', 'accepted v2 stands'])
    expect((await first.reply(2)).text).toContain('受理编号：2024-model-branch-0001')
  })

  it('a new version replaces the one before, the same files change nothing', async () => {
    await second.send()
    const changed = [await second.file({ memberCount: '33' })]
    await second.send({ attachments: changed })
    await second.send({ attachments: changed })
    expect(await second.shape()).toEqual(['accepted v1', 'accepted v2 stands', 'accepted v2'])
    expect((await second.reply(2)).text).toContain('替换第1版')
    expect((await second.reply(3)).text).toContain('完全相同')
  })

  it('a stranger’s try is held, and the protected sender is told without address or content', async () => {
    await third.send()
    await third.send({ from: STRANGER, attachments: [await third.file({ memberCount: '7' })] })
    expect(await third.shape()).toEqual(['accepted v1 stands', 'held v2'])
    expect((await third.reply(1, STRANGER)).text).toContain('待人工核验')
    const notice = await third.reply(2)
    expect(notice.subject).toContain('申报提示')
    expect(`${notice.text}${notice.html}`).not.toMatch(/someone|elsewhere/)
  })

  it('a person decides beside the running worker, which sends the reply; the chain of events is unbroken', async () => {
    const [held] = (await started.list()).filter(({ outcome }) => outcome === 'held')
    const worker = startShenbao(['run'], started.variables)
    try {
      await waitFor(() => worker.log().includes('worker started'), { what: 'the worker to start' })
      const args = ['decide', String(held?.id), 'reject', '--by', '王老师', '--reason', '该邮件非支部所发']
      const { code, stdout } = await started.run(...args)
      expect([code, stdout]).toEqual([0, expect.stringContaining('第1版有效')])
      const reply = await waitFor(async () => (await started.mailsOf(STRANGER))[1], {
        what: 'the decision',
        timeoutMs: 90_000,
      })
      expect(reply.text).toContain('该邮件非支部所发')
    } finally {
      expect((await worker.end('SIGTERM')).code).toBe(0)
    }
    const audit = await started.run('audit')
    expect(audit).toMatchObject({ code: 0, stdout: expect.stringContaining('unbroken') })
    const shown = await started.run('show', String(held?.id))
    expect(shown.stdout).toContain('王老师')
  }, 120_000)
})

describe('after the deadline, on Dovecot and Postfix', () => {
  const deadline = minute(-1 / 24)
  let started: RealService
  const late = applicant('late@branch.example', '教工第四党支部', { service: () => started, deadline })

  beforeAll(async () => {
    started = await startRealService(deadline, ['late@branch.example'])
  })
  afterAll(() => started?.stop())

  it('a late one is rejected by the time of our own server, which the reply shows beside the deadline', async () => {
    await late.send()
    expect(await late.shape()).toEqual(['rejected v1'])
    const { text = '' } = await late.reply(1)
    for (const words of ['收到时已超过截止时间', '收到时间：', '截止时间：', '请联系学院党委办公室'])
      expect(text).toContain(words)
  })
})
