import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carryOutNeeds } from '../../src/app/desk-mail.ts'
import { closeParts, createParts } from '../../src/app/parts.ts'
import { codesIn } from '../../src/core/desk/code.ts'
import { carryOut } from '../../src/jobs/carry-out.ts'
import { createLog } from '../../src/log.ts'
import { scannedPdf } from '../documents/make-pdf.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type SentMail, type Service, startService } from '../support/service.ts'

const PREFIX = '党建工作样板支部申报书-机械工程学院'
const WANG = 'wang@dlut.edu.cn'
const LI = 'li@dlut.edu.cn'
const DESK = { SHENBAO_STAFF_DESK: `王老师 <${WANG}>,李老师 <${LI}>` }
const AUTHENTICATED = (address: string) => ({
  'Authentication-Results': `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${address}; dkim=pass header.d=dlut.edu.cn`,
})

/** Lines are wrapped. */
const squeezed = (text: string) => text.replace(/\s/g, '')

let service: Service
let minute = 0

const start = async (variables = {}) => {
  minute = 0
  service = await startService({ ...DESK, SHENBAO_SENDERS_TRUSTED: 'true', ...variables })
}
beforeEach(() => start())
afterEach(() => service.stop())

const form = async (branch: string) => ({
  name: `${PREFIX}${branch}.docx`,
  bytes: await formDocx(filledAnswers({ branchName: branch })),
})
const apply = async (branch: string, at: string, change: Partial<Parameters<Service['receive']>[0]> = {}) => {
  const subject = `${PREFIX}${branch}`
  await service.receive({ from: '支部书记 <one@dlut.edu.cn>', subject, files: [await form(branch)], at, ...change })
  await service.round()
}
/** One that nobody can read: a case. */
const scan = (branch: string, at: string, from = '支部书记 <one@dlut.edu.cn>') =>
  apply(branch, at, { from, files: [{ name: `${PREFIX}${branch}.pdf`, bytes: scannedPdf() }] })
const digestAt = async (at: string) => {
  service.setClock(new Date(at))
  await service.round()
}
const codeIn = (mail: SentMail | undefined) => codesIn(mail?.subject ?? '')[0] ?? 'NONE-NONE-NONE-NONE'
const latestTo = async (address: string) =>
  [...(await service.digests()), ...(await service.replies())]
    .filter(mail => mail.to === address && codesIn(mail.subject).length > 0)
    .at(-1)
const answers = async () => (await service.replies()).filter(({ messageId }) => messageId.includes('.desk.'))
/** To applicants. */
const letters = async () =>
  (await service.replies())
    .filter(({ messageId }) => !messageId.includes('.desk.'))
    .map(({ to, subject }) => `${to} ${subject}`)

type Written = {
  readonly from?: string
  readonly code?: string
  readonly headers?: Record<string, string>
  readonly html?: string
  readonly subject?: string
  readonly files?: readonly { name: string; bytes: Uint8Array }[]
}

/** A member answers the latest mail that bore a code; a minute and a half apart. */
const write = async (text: string, { from = WANG, code, headers = AUTHENTICATED(from), ...more }: Written = {}) => {
  const used = code ?? codeIn(await latestTo(from))
  minute += 2
  const at = new Date(new Date('2024-05-16T09:00:00+08:00').getTime() + minute * 60_000).toISOString()
  await service.receive({ from, subject: `回复: 申报日报〔${used}〕`, text, headers, at, ...more })
  await service.round()
  return squeezed((await answers()).at(-1)?.text ?? '')
}
const stateOf = (id: number) => service.list().find(one => one.id === id)?.outcome
const withCase = async () => {
  await scan('教工第一党支部', '2024-05-15T09:00:00+08:00')
  await scan('教工第二党支部', '2024-05-15T09:10:00+08:00', '二支部 <two@dlut.edu.cn>')
  await digestAt('2024-05-16T08:00:00+08:00')
}

describe('the digest of somebody who decides by mail', () => {
  it('goes to each alone, with a code of their own and the choices under each case; who only reads gets it as ever', async () => {
    await withCase()
    const digests = (await service.digests()).filter(({ subject }) => subject.includes('5月16日'))
    expect(digests.map(({ to }) => to).sort()).toEqual(['jxdw@dlut.edu.cn', LI, WANG])
    const codes = digests.flatMap(({ subject }) => codesIn(subject))
    expect(new Set(codes).size).toBe(2)
    const mine = digests.find(({ to }) => to === WANG)
    expect(mine?.text).toMatch(/处理：\s*1 受理 ｜ 1 退回 理由 ｜ 1 不予受理 理由 ｜ 1 办结/)
    expect(mine?.text).not.toContain('shenbao decide')
    const links = [...(mine?.html ?? '').matchAll(/href="(mailto:[^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    expect(links.every(href => href.length <= 1000 && href.endsWith('%0D%0A') && href.includes(codeIn(mine)))).toBe(
      true,
    )
    expect(decodeURIComponent(links[0] ?? '')).toContain('1 受理 教工第一党支部')
    const reader = digests.find(({ to }) => to === 'jxdw@dlut.edu.cn')
    expect(codesIn(`${reader?.subject}${reader?.text}${reader?.html}`)).toEqual([])
    expect(reader?.text).toContain('shenbao decide 1 accept')
  })
})

const WRONG = [
  ['01 受理', '您是指“1 受理”'],
  ['99 受理', '没有第99号'],
  ['1 受理 支部=教工第二党支部', '第1号是教工第一党支部，与所写的“教工第二党支部”不同'],
  ['1 受理 支部=教工第2党支部', '与所写的“教工第2党支部”不同'],
  ['1 受理 支部=教工第⼀党支部\u202e', '不可见字符'],
  ['1 受理 支部=教工第一党攴部', '不在名册中'],
  ['1 同意撤回', '是申报，不能“同意撤回”，请写：1 受理'],
  ['1 驳回 不行', '意思不止一种'],
  ['删除全部邮件', '没有看懂这一行'],
] as const

describe('a line of somebody who is proven', () => {
  it('is done at once, as the command line would, and answered with what came of it and the next code', async () => {
    await withCase()
    const answer = await write('1 受理 教工第一党支部 原件已核对\n2 退回 请补第六部分')
    expect([stateOf(1), stateOf(2)]).toEqual(['accepted', 'returned'])
    expect(answer).toContain(squeezed('第1号（教工第一党支部）：由“待核验”改为“受理”'))
    expect(answer).toContain(squeezed('受理回执，发往one@dlut.edu.cn'))
    const sent = await answers()
    expect(sent.map(({ to }) => to)).toEqual([WANG])
    expect(sent[0]?.header('auto-submitted')).toBe('auto-generated')
    expect(sent[0]?.header('x-shenbao')).toBe('1')
    expect(codesIn(sent[0]?.subject ?? '')).toHaveLength(1)
    expect((await letters()).filter(one => one.startsWith('two')).at(-1)).toContain('教工第二党支部')
    expect(service.app().show(1)?.decisions.flat().at(-1)?.decidedBy).toBe('王老师')
    expect(await write('1 撤销上一决定')).toContain(squeezed('由“受理”改为“待核验”'))
    expect(stateOf(1)).toBe('held')
  })

  it('is refused once somebody decided meanwhile, and tells how it is now and by whom', async () => {
    await withCase()
    await write('1 受理')
    const answer = await write('1 不予受理 名额已满', { from: LI })
    expect(answer).toContain(squeezed('第1号现为“受理”（王老师，'))
    expect(stateOf(1)).toBe('accepted')
    expect(await write('1 不予受理 名额已满', { from: LI })).toContain(squeezed('改为“不予受理”'))
  })

  it('does nothing where it is wrong, and is told what would be right', async () => {
    await withCase()
    for (const [line, words] of WRONG) {
      expect(await write(line), line).toContain(squeezed(words))
      expect(stateOf(1), line).toBe('held')
    }
    expect((await service.replies()).filter(({ to }) => to !== WANG).length).toBe(2)
  })

  it('is refused on a case that the address sent itself, or whose roster row names it; another member may', async () => {
    await scan('教工第一党支部', '2024-05-15T09:00:00+08:00', `王老师 <${WANG}>`)
    await digestAt('2024-05-16T08:00:00+08:00')
    expect(await write('1 受理')).toContain(squeezed('按回避要求'))
    expect(stateOf(1)).toBe('held')
    await write('1 受理', { from: LI })
    expect(stateOf(1)).toBe('accepted')
  })
})

describe('what reaches many', () => {
  it('is shown first, with addressees and letters, and done on «确认» with the code of that answer, once', async () => {
    await apply('教工第一党支部', '2024-05-15T09:00:00+08:00')
    await digestAt('2024-05-16T08:00:00+08:00')
    const digestCode = codeIn(await latestTo(WANG))
    const before = (await letters()).length
    const shown = await write('延期 5月21日 12:00')
    expect(shown).toContain(squeezed('截止时间延长至2024年5月21日 12:00（北京时间）'))
    expect(shown).toContain(squeezed('延期通知，发往one@dlut.edu.cn'))
    expect(shown).toContain(squeezed('待您确认'))
    expect((await letters()).length).toBe(before)
    expect(service.app().calls()[0]?.deadline.toISOString()).toBe('2024-05-20T02:00:00.000Z')
    const confirming = codeIn(await latestTo(WANG))
    expect(await write('确认', { code: digestCode })).toContain(squeezed('没有待确认的事项'))
    expect(await write('确认', { code: confirming })).toContain(squeezed('已办理1项'))
    expect(service.app().calls()[0]?.deadline.toISOString()).toBe('2024-05-21T04:00:00.000Z')
    expect((await letters()).length).toBe(before + 1)
    expect(await write('确认', { code: confirming })).toContain(squeezed('没有待确认的事项'))
    expect((await letters()).length).toBe(before + 1)
  })
})

describe('a line of somebody who is not proven', () => {
  it.each([
    ['no results at all', {}],
    [
      'a pass for the domain alone',
      { 'Authentication-Results': 'mail.dlut.edu.cn; spf=pass smtp.mailfrom=student@dlut.edu.cn' },
    ],
  ])('is shown to the address, and done on «确认» with the code that only it gets: %s', async (_, headers) => {
    await withCase()
    expect(await write('1 受理', { headers })).toContain(squeezed('待您确认'))
    expect(stateOf(1)).toBe('held')
    expect(await write('确认', { headers })).toContain(squeezed('改为“受理”'))
    expect(stateOf(1)).toBe('accepted')
  })

  it('is shown first too where the operator does not trust the results, whoever wrote them', async () => {
    await service.stop()
    await start({ SHENBAO_SENDERS_TRUSTED: 'false' })
    await withCase()
    expect(await write('1 受理')).toContain(squeezed('待您确认'))
    expect(stateOf(1)).toBe('held')
  })

  it.each([
    ['failed', { 'Authentication-Results': 'mail.dlut.edu.cn; dmarc=fail header.from=dlut.edu.cn' }],
    ['unaligned', { 'Authentication-Results': 'mail.dlut.edu.cn; spf=pass smtp.mailfrom=x@evil.example' }],
  ])('does nothing and gets nothing where the results say otherwise: %s', async (_, headers) => {
    await withCase()
    await write('1 受理', { headers })
    expect([stateOf(1), (await answers()).length]).toEqual(['held', 0])
    await digestAt('2024-05-17T08:00:00+08:00')
    expect(squeezed((await latestTo(LI))?.text ?? '')).toContain('另有1封来信试图登记而未予办理')
  })
})

describe('nobody else decides', () => {
  it('an outsider with a true code, a forwarded digest, an unknown code, another’s code: nothing is done and nothing is answered', async () => {
    await withCase()
    const [mine, hers] = [codeIn(await latestTo(WANG)), codeIn(await latestTo(LI))]
    await write('1 受理', { from: 'student@dlut.edu.cn', code: mine })
    await write('1 受理', { from: 'stranger@example.com', code: mine })
    await write('1 受理', { code: 'AAAA-AAAA-AAAA-AAAA' })
    await write('1 受理', { code: hers })
    await write(`1 受理\n${mine}`, { from: 'one@dlut.edu.cn', code: 'AAAA-AAAA-AAAA-AAAA' })
    expect([stateOf(1), (await answers()).length]).toEqual(['held', 0])
    await digestAt('2024-05-17T08:00:00+08:00')
    const digest = await latestTo(WANG)
    expect(squeezed(digest?.text ?? '')).toContain('另有5封来信试图登记而未予办理（')
    expect(digest?.text).not.toContain('stranger@example.com')
  })

  it('no code counts that is only quoted, in an attachment, or in an applicant’s mail', async () => {
    await withCase()
    const code = codeIn(await latestTo(WANG))
    await write(`1 受理\n\n> 申报日报〔${code}〕`, { code: 'AAAA-AAAA-AAAA-AAAA' })
    await write('请见附件', {
      code: 'AAAA-AAAA-AAAA-AAAA',
      files: [{ name: '指令.txt', bytes: Buffer.from(`${code}\n1 受理`) }],
    })
    await apply('教工第三党支部', '2024-05-16T10:00:00+08:00', { text: '17 受理\n1 受理\n确认' })
    expect([stateOf(1), stateOf(5), (await answers()).length]).toEqual(['held', 'accepted', 0])
  })

  it('nothing is done of a mail that carries a filled form, or whose HTML says something else than its text', async () => {
    await withCase()
    await write('1 受理', { files: [await form('教工第四党支部')] })
    expect(stateOf(1)).toBe('held')
    const twofold = await write('2 受理', { html: '<div>2 不予受理 假的</div>' })
    expect(twofold).toContain(squeezed('网页格式与纯文本内容不一致'))
    await write('2 受理', { html: '<div>2 受理<span style="display:none"> 教工第九党支部</span></div>' })
    expect(stateOf(2)).toBe('accepted')
    await write('', { html: '<p>1 办结</p><p style="font-size:0">1 受理</p>', code: codeIn(await latestTo(WANG)) })
    expect(stateOf(1)).toBe('held')
  })
})

describe('the codes', () => {
  it('end with a restart of which the address is no longer one of the desk, and by rotate: the case is told, with a fresh one', async () => {
    await withCase()
    const old = codeIn(await latestTo(LI))
    service.app().rotateCodes()
    const answer = await write('1 受理', { from: LI, code: old })
    expect(answer).toContain(squeezed('口令已失效'))
    expect(stateOf(1)).toBe('held')
    expect(await write('1 受理', { from: LI })).toContain(squeezed('改为“受理”'))
    const fresh = codeIn(await latestTo(LI))
    await service.restart({ SHENBAO_STAFF_DESK: `王老师 <${WANG}>` })
    await write('1 办结', { from: LI, code: fresh })
    expect((await answers()).at(-1)?.to).toBe(LI)
    expect((await answers()).length).toBe(2)
  })

  it('stand nowhere but in the mails: not in list, show, events, export', async () => {
    await withCase()
    const code = codeIn(await latestTo(WANG))
    await write('1 受理')
    const known = JSON.stringify([service.list(), service.list().map(({ id }) => service.app().show(id))])
    expect(known).not.toContain(code)
    expect(service.list().at(-1)).toMatchObject({
      relation: 'command',
      outcome: 'ignored',
      call: null,
      branch: null,
      subject: null,
    })
  })
})

describe('much mail', () => {
  it('of ten thousand lines reads fifty, and answers once', async () => {
    await withCase()
    const answer = await write(Array.from({ length: 10_000 }, () => '1 受理').join('\n'))
    expect(answer).toMatch(/已办理1项/)
    expect(answer).toContain(squeezed('另有'))
    expect((await answers()).length).toBe(1)
  })

  it('of one address within a minute is answered together; what is replayed does nothing again', async () => {
    await withCase()
    const code = codeIn(await latestTo(WANG))
    await write('1 受理', { code })
    const before = (await letters()).length
    for (const place of [1, 2, 3]) {
      const at = `2024-05-16T09:02:${40 + place}+08:00`
      await service.receive({
        from: WANG,
        subject: `回复〔${code}〕`,
        text: `${place === 2 ? 2 : 1} 受理`,
        headers: AUTHENTICATED(WANG),
        at,
      })
      service.setClock(new Date(at))
      await service.round()
    }
    expect([stateOf(1), stateOf(2), (await answers()).length]).toEqual(['accepted', 'accepted', 1])
    service.setClock(new Date('2024-05-16T09:05:00+08:00'))
    await service.round()
    expect((await answers()).length).toBe(2)
    expect(squeezed((await answers()).at(-1)?.text ?? '')).toContain('已办理1项，未办理2项')
    expect((await letters()).length).toBe(before + 1)
  })

  it('of our own that a rule sends back, marks taken off, does nothing and is not answered', async () => {
    await service.stop()
    await start({ SHENBAO_STAFF_DESK: 'jxdw@dlut.edu.cn' })
    await withCase()
    const digest = await latestTo('jxdw@dlut.edu.cn')
    const echo = async (mail: SentMail | undefined) =>
      write(mail?.text ?? '', {
        from: 'jxdw@dlut.edu.cn',
        code: codeIn(mail),
        headers: {},
        ...(mail === undefined ? {} : { html: mail.html }),
      })
    await echo(digest)
    expect([stateOf(1), (await answers()).length]).toEqual(['held', 0])
    await write('1 受理', { from: 'jxdw@dlut.edu.cn' })
    await echo((await answers()).at(-1))
    await echo((await answers()).at(-1))
    expect((await answers()).length).toBe(1)
  })
})

describe('during a trial', () => {
  it('answers go out, and the letters to applicants wait', async () => {
    await service.stop()
    await start({ SHENBAO_REPLIES: 'hold' })
    await withCase()
    expect(await write('1 受理')).toContain(squeezed('试运行：启用发送后发出'))
    expect(await letters()).toEqual([])
  })
})

describe('a kill in the middle', () => {
  it('loses nothing and repeats nothing: what was noted is done, what was not is done by the next round', async () => {
    await withCase()
    const code = codeIn(await latestTo(WANG))
    const before = (await letters()).length
    const at = '2024-05-16T09:02:00+08:00'
    const mail = {
      from: WANG,
      subject: `回复〔${code}〕`,
      text: '1 受理\n2 退回 请补第六部分',
      headers: AUTHENTICATED(WANG),
      at,
    }
    await service.receive(mail)
    await service.app().sweep()
    for (const survives of [0, 1]) {
      const parts = createParts(service.config, { clock: service.app().clock, log: createLog('silent') })
      const needs = carryOutNeeds(parts)
      let notes = 0
      const settle: typeof needs.mails.settle = (...note) => {
        needs.mails.settle(...note)
        notes += 1
        if (notes > survives) throw new Error('killed before the commit')
      }
      await expect(carryOut({ ...needs, mails: { ...needs.mails, settle } })).rejects.toThrow('killed')
      expect([stateOf(1), stateOf(2)]).toEqual(survives === 0 ? ['held', 'held'] : ['accepted', 'held'])
      await closeParts(parts)
    }
    await service.round()
    await service.round()
    expect([stateOf(1), stateOf(2), (await answers()).length]).toEqual(['accepted', 'returned', 1])
    expect(squeezed((await answers())[0]?.text ?? '')).toContain('已办理2项')
    expect((await letters()).length).toBe(before + 2)
    expect([1, 2].map(id => service.app().show(id)?.decisions.flat().length)).toEqual([2, 2])
    expect(service.app().audit().broken).toBeNull()
  })

  it('a line in which the program fails holds up nobody else, and is told to who wrote it when it is given up', async () => {
    await withCase()
    const at = '2024-05-16T09:02:00+08:00'
    for (const [from, text] of [
      [WANG, '1 受理\n2 退回 请补第六部分'],
      [LI, '2 受理'],
    ] as const) {
      const subject = `回复〔${codeIn(await latestTo(from))}〕`
      await service.receive({ from, subject, text, headers: AUTHENTICATED(from), at })
    }
    await service.app().sweep()
    const parts = createParts(service.config, { clock: service.app().clock, log: createLog('silent') })
    const needs = carryOutNeeds(parts)
    const failing: typeof needs.deeds.decide = async (id, ...how) => {
      if (id === 1) throw new TypeError('a bug of ours')
      return needs.deeds.decide(id, ...how)
    }
    const passes = []
    for (let pass = 0; pass < 4; pass += 1) {
      passes.push(
        await carryOut({ ...needs, deeds: { ...needs.deeds, decide: failing } }).catch(({ message }) => message),
      )
      expect([stateOf(1), stateOf(2)]).toEqual(['held', 'accepted'])
    }
    const [wang, li] = service
      .list()
      .slice(-2)
      .map(({ id }) => id)
    expect(passes).toEqual(['a bug of ours', 'a bug of ours', 'a bug of ours', [wang]])
    expect(li).toBeGreaterThan(wang ?? 0)
    await closeParts(parts)
    await service.round()
    const told = (await answers()).map(({ to, text }) => `${to} ${squeezed(text)}`)
    expect(told.find(one => one.startsWith(WANG))).toContain('系统办理这一行时多次出错，未予办理')
    expect(told.find(one => one.startsWith(LI))).toContain('已办理1项')
  })

  it('a line during which the process dies at each start is given up too, with what was confirmed by another mail; the lines behind it are done', async () => {
    await withCase()
    await service.receive({
      from: WANG,
      subject: `回复〔${codeIn(await latestTo(WANG))}〕`,
      text: '1 受理\n2 退回 请补第六部分\n排除 教工第三党支部 问题反映',
      headers: AUTHENTICATED(WANG),
      at: '2024-05-16T09:02:00+08:00',
    })
    await service.app().sweep()
    /** A process that dies in what `dying` does: nothing that it would have done afterwards is written down. */
    const dieIn = async (dying: 'decide' | 'amend') => {
      const parts = createParts(service.config, { clock: service.app().clock, log: createLog('silent') })
      const needs = carryOutNeeds(parts)
      const dead = await new Promise<boolean>(resolve => {
        const deed = (...args: readonly unknown[]) => {
          if (dying === 'decide' && args[0] !== 1)
            return needs.deeds.decide(...(args as Parameters<typeof needs.deeds.decide>))
          resolve(true)
          return new Promise<never>(() => undefined)
        }
        void carryOut({ ...needs, deeds: { ...needs.deeds, [dying]: deed } }).then(
          () => resolve(false),
          () => resolve(false),
        )
      })
      await closeParts(parts)
      return dead
    }
    const starts = []
    for (const _ of [1, 2, 3, 4]) starts.push(await dieIn('decide'))
    expect(starts).toEqual([true, true, true, false])
    await service.round()
    expect([stateOf(1), stateOf(2)]).toEqual(['held', 'returned'])
    const told = squeezed((await answers()).at(-1)?.text ?? '')
    expect(told).toContain('系统办理这一行时多次出错，未予办理')
    expect(told).toContain('待您确认')

    const at = '2024-05-16T09:04:00+08:00'
    const subject = `回复〔${codeIn(await latestTo(WANG))}〕`
    await service.receive({ from: WANG, subject, text: '确认', headers: AUTHENTICATED(WANG), at })
    await service.app().sweep()
    const again = []
    for (const _ of [1, 2, 3, 4]) again.push(await dieIn('amend'))
    expect(again).toEqual([true, true, true, false])
    await service.round()
    expect(squeezed((await answers()).at(-1)?.text ?? '')).toContain('系统办理这一行时多次出错，未予办理')
    expect(service.app().audit().broken).toBeNull()
  })
})
