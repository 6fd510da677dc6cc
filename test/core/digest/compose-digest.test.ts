import { describe, expect, test } from 'vitest'
import { composeDigest } from '../../../src/core/digest/compose-digest.ts'
import { displayWidth } from '../../../src/core/text/text-width.ts'
import { badDay, deadlineDay, emptyDay, ordinaryDay, service } from './digest-facts.ts'

const inOrder = (text: string, parts: readonly string[]) => {
  const places = parts.map(part => text.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
}

describe('every digest', () => {
  const all = [emptyDay, ordinaryDay, deadlineDay, badDay].map(facts => composeDigest(facts))

  test.each(all)('keeps its order ($subject)', ({ text }) => {
    inOrder(text, [
      '大连理工大学党建工作样板支部推荐对象遴选：',
      '【需要人工处理',
      '【各支部情况】',
      '以来收到的申报',
      '【咨询来信',
      '【系统运行情况】',
    ])
  })

  test.each(all)('is at most 72 columns wide ($subject)', ({ text }) => {
    expect(text.split('\n').filter(line => displayWidth(line) > 72)).toEqual([])
  })

  test.each(all)('fetches nothing ($subject)', ({ html }) => {
    expect(html).not.toMatch(/<(?:img|script|link|iframe)|src=|href=|url\(/i)
  })
})

test('where the cases are not as many as the applicants that wait, it says what each number counts', () => {
  const said = (facts: typeof ordinaryDay) => composeDigest(facts).text.replace(/\n\s*/g, '').includes('以上按来件计')
  const [found] = ordinaryDay.needsPerson
  const held = ordinaryDay.calls.flatMap(({ rows }) => rows).filter(({ state }) => state === 'held').length
  if (found === undefined || held === 0) throw new Error('nobody waits')
  const cases = (count: number) => Array.from({ length: count }, () => ({ ...found, outcome: 'held' as const }))
  expect(said({ ...ordinaryDay, needsPerson: cases(held) })).toBe(false)
  expect(said({ ...ordinaryDay, needsPerson: cases(held + 1) })).toBe(true)
})

describe('on an empty day', () => {
  const { subject, text } = composeDigest(emptyDay)

  test('it says that nothing happened', () => {
    expect(subject).toBe('申报日报（2024年5月20日）：无待处理，已受理0个，未报31个')
    expect(text).toContain('没有需要人工处理的申报。')
    expect(text).toContain('没有新的申报。')
    expect(text).toContain('没有新的咨询来信。')
  })

  test('it proves that no message is missing', () => {
    expect(text).toContain('最近检查：2024年5月20日 07:59')
    expect(text).toContain('邮件清点：收件箱：服务器上128封，已登记128封，无遗漏')
    expect(text).toContain('答复邮件：均已发出')
    expect(text).toContain('磁盘剩余：20.0 GB')
    expect(text).toContain(service.auditHead)
  })

  test('without any call it still comes', () => {
    expect(composeDigest({ ...emptyDay, calls: [], since: null }).text).toContain('目前没有受理中的通知。')
  })
})

describe('on an ordinary day', () => {
  const { subject, text, html } = composeDigest(ordinaryDay)

  test('it states where the call stands in one sentence', () => {
    expect(subject).toBe('申报日报（2024年5月20日）：待处理2件，已受理7个，未报12个')
    expect(text.replaceAll('\n', '')).toContain(
      '2024年5月20日 10:00截止（今日），名册内31个支部，受理7个、待核验6个、退回修改6个、未报12个；另有1件，支部不明或不在名册中。',
    )
  })

  test('the states of its branches add up to the roster, whom the committee excluded among them', () => {
    const [call] = emptyDay.calls
    if (call === undefined) throw new Error('no call')
    const rows = call.rows.map((row, index) => ({ ...row, excluded: index === 3 }))
    const shown = composeDigest({ ...emptyDay, calls: [{ ...call, rows }] })
    expect(shown.text.replaceAll('\n', '')).toContain(
      '名册内31个支部，受理0个、待核验0个、退回修改0个、未报30个、不在范围1个',
    )
    expect(shown.subject).toContain('未报30个')
  })

  test('it gives reason and evidence for what needs a person', () => {
    expect(text).toContain('教工第三党支部（邮件编号17）')
    expect(text).toContain('原因：申报书是扫描件，系统未能读取')
    expect(text).toContain('依据：“党建工作样板支部申报书-机械工程学院教工第三党支部.pdf”')
    expect(text).toContain('来信：lisi@dlut.edu.cn')
  })

  test('an instant among the evidence is shown in the time of the place', () => {
    const needsPerson = ordinaryDay.needsPerson.map(one => ({
      ...one,
      points: [{ reason: '收到时间需人工核实', evidence: ['2024-05-20T02:00:07.000Z'] }],
    }))
    expect(composeDigest({ ...ordinaryDay, needsPerson }).text).toContain('依据：2024年5月20日 10:00:07（北京时间）')
  })

  test('its table stands in columns and tells similar long names apart', () => {
    const rows = text.split('\n').filter(line => / 第\d版 {2}5-16 /.test(line))
    expect(rows).toHaveLength(19)
    expect(new Set(rows.map(row => displayWidth(row.slice(0, row.lastIndexOf(' 第'))))).size).toBe(1)
    expect(text).toContain('特种制备与成形…师师生第一党支部')
    expect(text).toContain('特种制备与成形…师师生第二党支部')
    expect(html).toContain('特种制备与成形研究生导师师生第二党支部')
  })

  test('it shows arrivals, what lay in the junk, and questions', () => {
    expect(text).toMatch(/支部不明（在垃圾邮件中） .* 21\n/)
    expect(text).toContain('请问申报书需要盖章吗')
  })
})

describe('after the deadline', () => {
  const { subject, text } = composeDigest(deadlineDay)

  test('the seconds tell what was in time and what was late', () => {
    const [call] = ordinaryDay.calls
    const [first, second, ...rest] = call?.rows ?? []
    if (call === undefined || first === undefined || second === undefined) throw new Error('no rows')
    const at = (row: typeof first, iso: string) => ({ ...row, state: 'accepted' as const, receivedAt: new Date(iso) })
    const rows = [at(first, '2024-05-20T02:00:00Z'), at(second, '2024-05-20T02:00:07Z'), ...rest]
    const shown = composeDigest({ ...deadlineDay, calls: [{ ...call, rows }] }).text
    expect(shown).toContain('5-20 10:00:00')
    expect(shown).toContain('5-20 10:00:07')
    expect(shown).not.toMatch(/5-16 \d\d:\d\d:/)
  })

  test('staff learn what becomes of a mail that mends something too late', () => {
    expect(text.replaceAll('\n', '')).toContain('截止后补发的邮件，系统一律答复超过截止时间、不予受理')
    expect(composeDigest(ordinaryDay).text).not.toContain('截止后补发')
  })

  test('it is the summary of the deadline', () => {
    expect(subject).toContain('截止汇总（2024年5月20日）：待处理3件')
    expect(text).toContain('已于2024年5月20日 10:00截止')
  })

  test('it makes a case of what was returned and not mended', () => {
    expect(text).toContain('截止时仍未改正的退回件（12个支部）')
  })

  test('what stands there already isn’t named again', () => {
    const [found] = ordinaryDay.needsPerson
    const [, , row] = deadlineDay.calls[0]?.rows ?? []
    const own =
      found === undefined || row === undefined
        ? []
        : [{ ...found, applicant: row.applicant, outcome: 'returned' as const }]
    expect(composeDigest({ ...deadlineDay, needsPerson: own }).text).toContain('截止时仍未改正的退回件（11个支部）')
  })

  test('before the deadline that is no case yet', () => {
    expect(composeDigest(ordinaryDay).text).not.toContain('截止时仍未改正')
  })
})

describe('on a bad day', () => {
  const { subject, text } = composeDigest(badDay)

  test.each([
    '【试运行】申报日报',
    '最近检查：【注意】2024年5月20日 04:00，此后未再完成，请联系系统管理员',
    '邮件清点：【注意】收件箱：服务器上130封，已登记128封，相差2封',
    '试运行暂存5封，待发1封，超出限额暂缓4封，发送失败2封，',
    '发送结果不明3封',
    '未能处理，已搁置（邮件编号30，已尝试3次）',
    '未能处理，稍后重试（邮件编号31，已尝试1次）',
  ])('it says %s', words => {
    expect(text).toContain(words)
  })

  test('it says since when mail could not be handed over, the age of the oldest, and the server’s last words', () => {
    const waiting = {
      oldest: new Date('2024-05-19T22:00:00Z'),
      since: new Date('2024-05-19T22:30:00Z'),
      lastError: 'connect ECONNREFUSED 10.0.0.1:465',
    }
    const shown = composeDigest({ ...badDay, service: { ...badDay.service, waiting } })
    expect(shown.text.replace(/\s/g, '')).toContain(
      '最早一封生成于2024年5月20日06:00，自2024年5月20日06:30起未能发出，最近错误：connectECONNREFUSED10.0.0.1:465',
    )
  })

  test('the subject is alarmed', () => {
    expect(subject).toContain('系统需检查')
  })
})

test('5,000 cases are counted, the first of them listed', () => {
  const [found] = ordinaryDay.needsPerson
  const needsPerson = Array.from({ length: 5000 }, () => found).filter(one => one !== undefined)
  const { text } = composeDigest({ ...ordinaryDay, needsPerson })
  expect(text).toContain('【需要人工处理（5000件）】')
  expect(text).toContain('另有4900件未逐一列出')
})

test('nothing of what was received becomes markup or a second line', () => {
  const evil = '<script>alert(1)</script>\r\n=HYPERLINK("http://evil.com")\u202e'
  const [found] = ordinaryDay.needsPerson
  const needsPerson =
    found === undefined
      ? []
      : [
          {
            ...found,
            applicant: { key: evil, shown: evil },
            from: evil,
            subject: evil,
            points: [{ reason: evil, evidence: [evil] }],
          },
        ]
  const inquiries = ordinaryDay.inquiries.map(one => ({ ...one, from: evil, subject: evil }))
  const { subject, text, html } = composeDigest({ ...ordinaryDay, needsPerson, inquiries })
  expect(html).not.toContain('<script')
  expect(subject + text + html).not.toMatch(/[\r\u202e]/)
  expect(text).not.toMatch(/^=HYPERLINK/m)
})

describe('what staff do next', () => {
  const { text } = composeDigest(ordinaryDay)

  test('each case says how to act, with the command to copy', () => {
    expect(text.replace(/\n */g, '')).toContain(
      '办法：打开原邮件附件核对；能看清的按内容决定，看不清的请支部补发Word版。',
    )
    expect(text).toContain('登记：shenbao decide 17 accept --by 姓名 --reason 理由')
    expect(text).toContain('shenbao decide 21 accept --branch 支部全称 --by 姓名 --reason 理由')
  })

  const caseOf = (change: Partial<(typeof ordinaryDay.needsPerson)[number]>) => {
    const needsPerson = ordinaryDay.needsPerson.slice(0, 1).map(one => ({ ...one, ...change }))
    return (
      composeDigest({ ...ordinaryDay, needsPerson })
        .text.split('【各支部')[0]
        ?.replace(/\n */g, '') ?? ''
    )
  }

  test('a case tells which version of the branch counts meanwhile, and whose it is', () => {
    const accepted = ordinaryDay.calls[0]?.rows[0]
    const shown = caseOf({
      applicant: accepted?.applicant ?? null,
      codes: ['sender.changed'],
      points: [{ reason: '发件邮箱与此前申报所用的不一致', evidence: ['lisi@dlut.edu.cn'] }],
    })
    expect(shown).toContain('现有：第1版已受理、继续有效（branch0@dlut.edu.cn，2024年5月16日 09:00收到）')
    expect(shown).not.toContain('lisi[at]')
    expect(caseOf({})).not.toContain('现有：')
    const [call] = ordinaryDay.calls
    const rows = call?.rows.map((row, at) => (at === 0 ? { ...row, state: 'withdrawing' as const } : row)) ?? []
    const needsPerson = ordinaryDay.needsPerson
      .slice(0, 1)
      .map(one => ({ ...one, applicant: accepted?.applicant ?? null }))
    const calls = call === undefined ? [] : [{ ...call, rows }]
    expect(composeDigest({ ...ordinaryDay, calls, needsPerson }).text).toContain('现有：第1版已受理、继续有效')
  })

  test('what came in time and too late to be returned is told from what was returned and not mended', () => {
    expect(caseOf({ codes: ['file.missing'] })).toContain('按时收到，但截止前已来不及退回修改')
    expect(caseOf({ codes: ['file.missing'], outcome: 'returned' })).toContain('退回时已告知改法，截止时仍未改正')
  })

  test('what is accepted and to be verified stands apart, without a command', () => {
    const accepted = ordinaryDay.needsPerson.map(one => ({ ...one, outcome: 'accepted' as const }))
    const { subject, text: body } = composeDigest({ ...ordinaryDay, needsPerson: accepted })
    const shown = `${subject}\n${body}`
    expect(shown).toContain('无待处理，评审前核实2件')
    expect(shown).toContain('没有需要人工处理的申报。')
    expect(shown).toContain('【已受理，评审前核实（2件）】')
    expect(shown).not.toContain('登记：')
  })

  test('a notice to those who have not applied is ready to copy, and spares whom the committee excluded', () => {
    const [call] = ordinaryDay.calls
    if (call === undefined) throw new Error('no call')
    const rows = call.rows.map((row, index) => ({ ...row, excluded: index === 1 }))
    const { text: all } = composeDigest({ ...ordinaryDay, calls: [{ ...call, rows }] })
    const notice = (all.split('【催报通知')[1] ?? '').replaceAll('\n', '')
    expect(notice).toContain('车辆工程教工党支部')
    expect(notice).not.toContain('机械设计系教工党支部')
    expect(notice).toContain('不申报的支部无需回复')
    expect(notice).toContain('请按退回修改通知的要求改正后重新报送')
  })

  test('after the deadline nobody is reminded', () => {
    expect(composeDigest(deadlineDay).text).not.toContain('催报')
  })

  test('a branch that nobody expected stands in the table, marked', () => {
    const [call] = ordinaryDay.calls
    if (call === undefined) throw new Error('no call')
    const rows = call.rows.map((row, index) => ({ ...row, listed: index !== 0 }))
    const shown = composeDigest({ ...ordinaryDay, calls: [{ ...call, rows }] }).text
    expect(shown).toContain('*机械制造系教工党支部')
    expect(shown.replaceAll('\n', '')).toContain('名册内30个支部')
  })
})

describe('the picture of arrivals', () => {
  const picture = (facts: typeof ordinaryDay) =>
    (composeDigest(facts).text.split('【报送进度')[1] ?? '').split('【')[0]?.trim().split('\n').slice(1) ?? []

  test('shows each day up to the deadline, what was accepted and what was not', () => {
    expect(picture(ordinaryDay)).toEqual([
      '5-14',
      '5-15 ■■■■■■■ 7',
      '5-16',
      '5-17 □□□□□□ 6',
      '5-18 □□□□□□ 6',
      '5-19',
      '5-20 10:00截止',
      '（■受理 □其他）',
    ])
  })

  test('puts what came before two weeks, and after the deadline, into a bar each', () => {
    const [call] = ordinaryDay.calls
    if (call === undefined) throw new Error('no call')
    const at = (iso: string) => ({ at: new Date(iso), outcome: 'held' as const })
    const received = [at('2024-03-02T01:00:00Z'), at('2024-05-20T02:00:01Z'), at('2024-05-20T02:00:00Z')]
    const bars = picture({
      ...ordinaryDay,
      composedAt: new Date('2024-06-01T00:00:00Z'),
      calls: [{ ...call, announced: '2024-03-01', received }],
    })
    expect(bars[0]).toBe('此前   □ 1')
    expect(bars.at(-3)).toBe('5-20   □ 1 10:00截止')
    expect(bars.at(-2)).toBe('截止后 □ 1')
    expect(bars).toHaveLength(17)
  })
})

test('the digest speaks of the line that records what was looked into only where such a line stands', () => {
  const unplaced = { reason: '未能归类：二、近五年代表性成果', evidence: [] }
  const condition = { reason: '各项荣誉系统未能识别', evidence: [], check: 'honour.branch' }
  const shown = (point: typeof unplaced) => {
    const [first] = ordinaryDay.needsPerson
    const needsPerson = first === undefined ? [] : [{ ...first, outcome: 'accepted' as const, points: [point] }]
    return composeDigest({ ...ordinaryDay, needsPerson }).text.replace(/\s/g, '')
  }
  expect(shown(condition)).toContain('复制“核实后”一行')
  expect(shown(condition)).toContain('核实后：shenbaoconfirm')
  expect(shown(unplaced)).not.toContain('核实后：')
  expect(shown(unplaced)).not.toContain('“核实后”')
  expect(shown(unplaced)).toContain('对照原件核对')
})
