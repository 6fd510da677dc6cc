import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { onlyWith } from '../../src/commands/list-filter.ts'
import { showText } from '../../src/commands/show-text.ts'
import type { ReaderPool } from '../../src/documents/reader-pool.ts'
import { createLog } from '../../src/log.ts'
import { scannedPdf } from '../documents/make-pdf.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'
import { warmReaders } from '../support/warm-readers.ts'

const CALL = '2024-model-branch'
const PREFIX = '党建工作样板支部申报书-机械工程学院'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const form = async (branch: string, name = `${PREFIX}${branch}`) => ({
  name: `${name}.docx`,
  bytes: await formDocx(filledAnswers({ branchName: branch })),
})
const send = async (branch: string, at: string, change: Partial<Parameters<Service['receive']>[0]> = {}) => {
  const files = [await form(branch)]
  const from = `支部书记 <${branch === '教工第一党支部' ? 'one' : 'two'}@dlut.edu.cn>`
  await service.receive({ from, subject: `${PREFIX}${branch}`, files, at: `2024-05-${at}+08:00`, ...change })
  await service.round()
}
const changes = async () => {
  const found = []
  for await (const { stored, what, before, after } of service.app().replay(CALL))
    found.push(`${stored.id} ${what} ${before.outcome} → ${after.outcome}`)
  return found
}
const applyAll = async () => {
  const changed = []
  for await (const one of service.app().replay(CALL)) if (one.what === 'changed') changed.push(one)
  return (await service.app().applyReplayed(changed, { by: '王老师', reason: '截止时间经研究延长' })).map(
    ({ what }) => what,
  )
}
const extended = (call: string) => call.replace('2024-05-20T10:00:00+08:00', '2024-05-22T10:00:00+08:00')
const exported = async () => {
  const call = service.config.calls[0]
  if (call === undefined) throw new Error('no call')
  const files = new Map<string, Uint8Array>()
  for await (const { path, bytes } of service.app().exportCall(call, id => {
    const shown = service.app().show(id)
    return shown === null ? '' : showText(shown, service.config)
  }))
    files.set(path.join('/'), bytes)
  return files
}
const purge = (before = '2024-09-01T00:00:00+08:00') => {
  const call = service.config.calls[0]
  return call === undefined ? 0 : service.app().purge(call, new Date(before), null).messages
}

describe('replay', () => {
  it('changes nothing where the configuration is the same', async () => {
    await send('教工第一党支部', '15T09:00:00')
    await send('教工第二党支部', '15T10:00:00', { files: [{ name: 'a.pdf', bytes: scannedPdf() }] })
    expect(await changes()).toEqual(['1 same accepted → accepted', '2 same returned → returned'])
  })

  it('reads each form where its document is read, beside the worker and under the time limit', async () => {
    await send('教工第一党支部', '15T09:00:00')
    const { read, expect: getReady } = warmReaders(service.config.limits)
    const readAsFormsOf: string[] = []
    const readers: Pick<ReaderPool, 'read' | 'expect'> = {
      expect: getReady,
      read: (file, how) => {
        readAsFormsOf.push(...(how?.calls ?? []).map(({ id }) => id))
        return read(file, how)
      },
    }
    const app = createApp(service.config, { clock: service.app().clock, log: createLog('silent'), readers })
    for await (const { what } of app.replay(CALL)) expect(what).toBe('same')
    await app.close()
    expect(readAsFormsOf).toEqual([CALL])
  })

  it('shows what an extended deadline changes and sends nothing; applied, it answers and rebuilds the chain', async () => {
    await send('教工第一党支部', '15T09:00:00')
    await send('教工第一党支部', '20T11:00:00', {
      files: [await form('教工第一党支部'), { name: '证明.pdf', bytes: scannedPdf() }],
    })
    await send('教工第二党支部', '20T12:00:00')
    await service.decide(3, 'reject', { reason: '放弃申报' })
    await service.round()
    const before = (await service.replies()).length
    await service.restart({}, extended)
    expect(await changes()).toEqual([
      '1 same accepted → accepted',
      '2 changed rejected → accepted',
      '3 kept rejected → rejected',
    ])
    await service.round()
    expect((await service.replies()).length).toBe(before)
    expect(await applyAll()).toEqual(['applied'])
    await service.round()
    expect(service.list().map(({ outcome, standing }) => `${outcome} ${standing}`)).toEqual([
      'accepted false',
      'accepted true',
      'rejected false',
    ])
    expect((await service.replies()).at(-1)?.text).toContain('已受理')
    expect(service.app().show(2)?.decisions.flat().at(-1)).toMatchObject({
      decidedBy: '王老师',
      reason: '截止时间经研究延长',
    })
    expect(service.app().audit().broken).toBeNull()
    expect((await changes())[1]).toBe('2 same accepted → accepted')
  })

  it('lets nothing stand for a branch that the corrected roster no longer has', async () => {
    await send('教工第一党支部', '15T09:00:00')
    await send('教工第二党支部', '15T10:00:00')
    await service.restart({}, call => call.replace('2024-model-branch.roster.csv', 'other.csv'), {
      'other.csv': '支部名称,类型,别名,联系邮箱,排除原因\n教工第二党支部,,,,\n',
    })
    expect((await changes())[0]).toBe('1 changed accepted → held')
    await applyAll()
    expect(service.list().map(({ outcome, standing }) => `${outcome} ${standing}`)).toEqual([
      'held false',
      'accepted true',
    ])
  })

  it('takes in what a corrected call accepts', async () => {
    await service.restart({}, call => call.replace(/^unit: .*$/m, 'unit: 机械学院'))
    await send('教工第一党支部', '15T09:00:00')
    expect(service.list()[0]?.outcome).toBe('held')
    await service.restart()
    expect(await applyAll()).toEqual(['applied'])
    expect(service.list()[0]).toMatchObject({ outcome: 'accepted', branch: '教工第一党支部', standing: true })
  })
})

describe('the list', () => {
  it('is narrowed by call, outcome, branch and standing', async () => {
    await send('教工第一党支部', '15T09:00:00')
    await send('教工第二党支部', '15T10:00:00', { subject: '申报材料' })
    const ids = (filter: Parameters<typeof onlyWith>[1]) => [...onlyWith(service.list(), filter)].map(({ id }) => id)
    expect(ids({ outcome: 'returned' })).toEqual([2])
    expect(ids({ branch: '第一' })).toEqual([1])
    expect(ids({ standing: true, call: CALL })).toEqual([1])
    expect(ids({ call: 'another' })).toEqual([])
  })
})

describe('export and purge', () => {
  const HOSTILE = '../../../../tmp/evil'

  it('writes a folder for each branch, nothing under a name that an applicant chose', async () => {
    await send('教工第一党支部', '15T09:00:00', {
      files: [await form('教工第一党支部'), { name: `${HOSTILE}.pdf`, bytes: scannedPdf() }],
    })
    await send(`${HOSTILE}党支部`, '15T10:00:00', { files: [await form(`${HOSTILE}党支部`, HOSTILE)] })
    const files = await exported()
    const names = [...files.keys()]
    expect(names).toContain(`教工第一党支部/第1版-邮件1/${PREFIX}教工第一党支部.docx`)
    for (const name of ['来信.eml', '申报书文字.txt', '认定.txt', '认定.json', '答复1.txt', '附件2.pdf'])
      expect(names).toContain(`教工第一党支部/第1版-邮件1/${name}`)
    expect(names.some(name => name.startsWith('名册外支部/'))).toBe(true)
    expect(names.filter(name => /\.\.|evil|^\//.test(name))).toEqual([])
    expect(Buffer.from(files.get('教工第一党支部/第1版-邮件1/认定.txt') ?? []).toString()).toContain('系统认定：受理')
  })

  it('the workbook says what the database says', async () => {
    await send('教工第一党支部', '15T09:00:00')
    await send('教工第二党支部', '15T10:00:00', { subject: '申报材料' })
    const { sheets } = await readXlsx((await exported()).get('汇总表.xlsx') ?? new Uint8Array())
    const [roster, submissions] = sheets
    const listed = service.list()
    const row = roster?.rows.find(([branch]) => branch === '教工第一党支部')
    expect(row?.slice(1, 6)).toEqual(['受理', 1, '2024年5月15日 09:00:00', listed[0]?.number, listed[0]?.from])
    expect(roster?.rows).toHaveLength(1 + (service.config.calls[0]?.roster.length ?? 0))
    expect(submissions?.rows.slice(1).map(cells => cells.slice(0, 6))).toEqual(
      listed.map(({ id, branch, outcome, standing, version, number }) => [
        branch,
        outcome === 'accepted' ? '受理' : '退回修改',
        standing ? '是' : null,
        version,
        number,
        id,
      ]),
    )
  })

  it('purges only what was exported, once the call is closed; what proves that nothing was lost stays', async () => {
    await send('教工第一党支部', '15T09:00:00')
    expect(() => purge()).toThrow('is open until')
    service.setClock(new Date('2024-05-20T10:06:00+08:00'))
    await service.round()
    expect(() => purge()).toThrow('never exported')
    await exported()
    service.setClock(new Date('2024-05-20T11:00:00+08:00'))
    await service.decide(1, 'reject', { reason: '撤回' })
    await service.round()
    expect(() => purge()).toThrow('since the last export')
    service.setClock(new Date('2024-05-20T12:00:00+08:00'))
    await exported()
    expect(purge('2024-05-15T00:00:00+08:00')).toBe(0)
    expect(purge()).toBe(1)
    expect(service.list()[0]).toMatchObject({ from: null, subject: null, outcome: 'rejected', reply: null })
    expect(service.app().show(1)?.decisions).toEqual([])
    expect(service.app().audit().broken).toBeNull()
    expect(purge()).toBe(0)
    const before = (await service.replies()).length
    await service.restart()
    await service.round()
    expect((await service.replies()).length).toBe(before)
  })

  it('keeps the chain of events whole when work goes on after it', async () => {
    await send('教工第一党支部', '15T09:00:00')
    service.setClock(new Date('2024-05-20T10:06:00+08:00'))
    await service.round()
    await exported()
    expect(purge()).toBe(1)
    await send('教工第二党支部', '20T11:00:00')
    expect(service.list()[1]).toMatchObject({ outcome: 'rejected', reply: { state: 'sent' } })
    expect(service.app().audit().broken).toBeNull()
  })

  it('purges nothing that was decided while the export was being written', async () => {
    await send('教工第一党支部', '15T09:00:00')
    await send('教工第二党支部', '15T10:00:00')
    service.setClock(new Date('2024-05-20T10:06:00+08:00'))
    await service.round()
    const call = service.config.calls[0]
    if (call === undefined) throw new Error('no call')
    for await (const { done } of service.app().exportCall(call, () => '')) {
      if (done !== 2 || service.list()[0]?.outcome === 'rejected') continue
      service.setClock(new Date('2024-05-20T11:00:00+08:00'))
      await service.decide(1, 'reject', { reason: '撤回' })
      service.setClock(new Date('2024-05-20T11:05:00+08:00'))
    }
    await service.round()
    expect(() => purge()).toThrow('since the last export')
  })
})
