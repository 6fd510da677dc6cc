import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/judge/decision.ts'
import type { NewMail } from '../../src/core/sending/outgoing-mail.ts'
import { holdOverdue, type OverdueNeeds } from '../../src/jobs/overdue.ts'
import { recordDecisions } from '../../src/jobs/record-decision.ts'
import type { RecordNeeds } from '../../src/jobs/record-needs.ts'
import type { Store } from '../../src/store/store.ts'
import { freshStore } from '../support/fresh-database.ts'

const DEADLINE = new Date('2024-05-20T02:00:00Z')
const MESSAGE = { from: [], replyTo: [], subject: null, messageId: null, references: [], sha256: '', date: null }

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-overdue-'))
  store = freshStore(join(folder, 'test.db'))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const decision: Decision = {
  ...{ relation: 'application', call: 'c', branch: { name: '教工第一党支部' }, outcome: 'returned', problems: [] },
  ...{ naming: null, documents: [], form: null, checks: null, remarks: [] },
  ...{ receivedAt: '2024-05-20T01:59:00.000Z', clock: 'received', answer: 'full' },
}
const reply = (purpose: string, messageId: number, expiresAt: Date | null): NewMail => ({
  ...{ purpose, kind: 'returned', messageId, expiresAt },
  mail: {
    ...{ to: [{ name: '', address: 'zs@x.cn' }], subject: 's', text: 't', html: 'h' },
    ...{ messageId: `<${purpose}@x>`, inReplyTo: null, references: [] },
  },
})
const recording = (): RecordNeeds => ({
  clock: () => DEADLINE,
  decisions: store.decisions,
  messages: { decide: store.messages.decide, entries: store.entries.of },
  applications: store.applications,
  outbox: store.outbox,
  transaction: store.transaction,
  composeReplies: ({ id, entries }) => [reply(`decision:${entries[0]?.decided?.id}`, id, null)],
  replies: 'live',
})
const overdue = (more: Partial<OverdueNeeds> = {}) =>
  holdOverdue({ record: recording(), calls: [], expired: store.outbox.expired, answered: async () => MESSAGE, ...more })

/** A message that was returned, and whose reply is still to go out at the deadline. */
function returned(uid: number): number {
  const listed = { folder: 'INBOX', uidValidity: 1, uid, size: 10, internalDate: DEADLINE, headerSha256: `h${uid}` }
  const id = store.messages.record(listed, DEADLINE) ?? -1
  const facts = { call: 'c', branch: '教工第一党支部', sender: 'zs@x.cn', subject: 's', messageId: null }
  store.messages.conclude(
    id,
    { ...facts, relation: 'application', outcome: 'returned', receivedAt: DEADLINE },
    DEADLINE,
  )
  store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, DEADLINE)
  store.outbox.add(reply(`reply:${uid}`, id, DEADLINE), { withheldFor: null }, DEADLINE)
  return id
}
const outcomes = () => [...store.overview.messages()].map(({ outcome }) => outcome)

describe('a returned one whose sender could not be told in time', () => {
  it('holds up no other where the program fails at it, and is tried again', async () => {
    const [broken, other] = [returned(1), returned(2)]
    const answered = (fails: boolean) => async (id: number) => {
      if (fails && id === broken) throw new TypeError('a bug of ours')
      return MESSAGE
    }
    await expect(overdue({ answered: answered(true) })).rejects.toThrow('a bug of ours')
    expect(store.decisions.of(other, 0).at(-1)?.decision.outcome).toBe('held')
    expect(await overdue({ answered: answered(false) })).toEqual([broken])
  })

  it('is held, and that is what the sender is told', async () => {
    const id = returned(1)
    expect(await overdue()).toEqual([id])
    expect(outcomes()).toEqual(['held'])
    expect(store.outbox.due(DEADLINE)).toHaveLength(1)
    expect(await overdue()).toEqual([])
  })

  it('stays as a person decided in the very moment in which it would be held', async () => {
    const id = returned(1)
    const answered = async () => {
      const accepted = { ...decision, outcome: 'accepted' } as const
      const made = [{ entry: 0, decision: accepted, by: '王老师', reason: 'r', letter: 'reply' as const }]
      recordDecisions(id, { message: MESSAGE, made }, recording())
      return MESSAGE
    }
    expect(await overdue({ answered })).toEqual([])
    expect(outcomes()).toEqual(['accepted'])
    expect(store.outbox.due(DEADLINE)).toHaveLength(1)
  })
})
