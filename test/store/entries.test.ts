import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Applicant } from '../../src/core/call/applicant.ts'
import { applicantOf, type Decision } from '../../src/core/judge/decision.ts'
import type { Store } from '../../src/store/store.ts'
import { freshStore } from '../support/fresh-database.ts'

const DAY = 86_400_000
const at = (day: number): Date => new Date(Date.parse('2024-05-01T01:00:00Z') + day * DAY)

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-entries-'))
  store = freshStore(join(folder, 'test.db'))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const someone = (key: string): Applicant => ({ key, shown: `${key}（示例）` })

const decided = (call: string, applicant: Applicant, change: Partial<Decision> = {}): Decision => ({
  ...{ relation: 'application', call, branch: null, applicant, outcome: 'accepted', problems: [], naming: null },
  ...{ documents: [], form: null, checks: null, remarks: [], receivedAt: null, clock: 'received', answer: 'full' },
  ...change,
})

let uid = 0

/** A mail of that day, with what was decided of its entries; gives its number. */
function mail(day: number, ...decisions: readonly Decision[]): number {
  uid += 1
  const listed = { folder: 'INBOX', uidValidity: 1, uid, size: 10, internalDate: at(day), headerSha256: `h${uid}` }
  const id = store.messages.record(listed, at(day)) ?? -1
  store.rawMessages.add(id, Buffer.from('mail'))
  const [{ call, outcome } = decided('', someone(''))] = decisions
  store.messages.conclude(
    id,
    {
      ...{ relation: 'application', call, branch: null, outcome, receivedAt: at(day), sender: 'zs@dlut.edu.cn' },
      ...{ subject: '申报', messageId: null },
    },
    at(day),
  )
  for (const [entry, decision] of decisions.entries()) {
    store.decisions.addByMachine({ messageId: id, entry }, decision, at(day))
    const of = { messageId: id, entry, call: decision.call ?? '', applicant: applicantOf(decision)?.key ?? '' }
    store.applications.enter({ ...of, files: [`${uid}`], ended: decision.ended === true }, at(day))
  }
  return id
}

const earlier = (day: number) =>
  store.entries.earlier('a', { keys: ['S1'], roots: [] }, at(day)).map(({ message_id }) => message_id)

describe('what came before for an applicant', () => {
  it('is cut off by a confirmed withdrawal: what is sent later is a set of its own', () => {
    const first = mail(1, decided('a', someone('S1')))
    const withdrawal = { relation: 'withdrawal', outcome: 'noted', ended: true } as const
    mail(3, decided('a', someone('S1'), withdrawal))
    const second = mail(5, decided('a', someone('S1')))
    expect(earlier(2)).toEqual([first])
    expect(earlier(4)).toEqual([])
    expect(earlier(6)).toEqual([second])
  })

  it('is not by another applicant’s', () => {
    const first = mail(1, decided('a', someone('S1')))
    mail(3, decided('a', someone('S2'), { relation: 'withdrawal', outcome: 'noted', ended: true }))
    expect(earlier(4)).toEqual([first])
  })
})

describe('a purge of a call', () => {
  const purge = (call: string) => store.transaction(() => store.purging.purge({ call, before: at(30) }, null, at(40)))
  const count = (call: string) => store.purging.count({ call, before: at(30) }).messages
  const entriesOf = (id: number) => store.overview.message(id)?.entries.map(({ applicant }) => applicant)

  it('takes from a mail for two calls its own entry, and the mail itself with the last of them', () => {
    const id = mail(1, decided('a', someone('S1')), decided('b', someone('S1')))
    expect([count('a'), count('b')]).toEqual([1, 1])
    purge('a')
    expect(store.decisions.byEntry(id).map(made => made.length)).toEqual([0, 1])
    expect(store.rawMessages.find(id)?.toString()).toBe('mail')
    expect(entriesOf(id)).toEqual([null, someone('S1')])
    expect([count('a'), count('b')]).toEqual([0, 1])
    purge('b')
    expect(store.rawMessages.find(id)).toBeNull()
    expect(store.overview.message(id)).toMatchObject({ from: null, subject: null })
    expect([count('a'), count('b')]).toEqual([0, 0])
    expect(store.audit().broken).toBeNull()
  })

  it('leaves no applicant’s key where applicants are people, and the names of branches', () => {
    const branch = '教工第一党支部'
    const person = mail(1, decided('a', someone('20231234')))
    const ofBranch = mail(2, decided('b', { key: branch, shown: branch }, { branch: { name: branch } }))
    purge('a')
    purge('b')
    expect(entriesOf(person)).toEqual([null])
    expect(entriesOf(ofBranch)).toEqual([{ key: branch, shown: branch }])
    expect(store.applications.find('a', '20231234')).toBeNull()
    expect(store.applications.find('b', branch)?.chain).toHaveLength(1)
    expect(store.overview.message(person)).toMatchObject({ number: 'a-0001', version: 1 })
  })
  it('leaves nothing in the file’s bytes, nor of what was deleted before', () => {
    const file = join(folder, 'test.db')
    const holds = (text: string) =>
      [file, `${file}-wal`].some(path => existsSync(path) && readFileSync(path).includes(text))
    const id = mail(1, decided('a', someone('S1'), { remarks: ['本人手机：示例号码甲'] }))
    const old = mail(2, decided('a', someone('S2')))
    store.rawMessages.remove(old)
    store.rawMessages.add(old, Buffer.from(`示例号码乙${'。'.repeat(40_000)}`))
    store.rawMessages.remove(old)
    expect([holds('示例号码甲'), holds('示例号码乙')]).toEqual([true, true])
    purge('a')
    store.purging.forget()
    expect([holds('示例号码甲'), holds('示例号码乙'), holds('zs@dlut.edu.cn')]).toEqual([false, false, false])
    expect(store.overview.message(id)).toMatchObject({ number: 'a-0001', from: null })
  })
})
