import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Cancelled, MachineFault, PermanentError, StorageError, Unreachable } from '../../src/errors.ts'
import type { IntakeNeeds } from '../../src/jobs/intake-needs.ts'
import { sweep } from '../../src/jobs/sweep.ts'
import { type Changed, createSweeping, previewOf, type Sweeping } from '../support/sweeping.ts'

let world: Sweeping

beforeEach(() => {
  world = createSweeping()
})
afterEach(() => world.end())

describe('the sweep', () => {
  it('judges and answers a new message once, however often it runs', async () => {
    world.mailbox = [{ uid: 1, subject: '申报一' }]
    expect(await world.run()).toEqual(['1 judged'])
    expect(await world.run()).toEqual([])
    expect(world.replies()).toBe(1)
  })

  it('downloads only what may be an application', async () => {
    world.mailbox = [
      { uid: 1, subject: '学术报告' },
      { uid: 2, subject: '申报一' },
    ]
    await world.run()
    expect(world.downloaded).toEqual([2])
    expect(world.states()).toEqual(['1 judged ignored', '2 judged accepted'])
  })

  it('keeps nothing of what proves unrelated but its row', async () => {
    world.mailbox = [{ uid: 1, subject: '关于申报的通知' }]
    await world.run()
    expect(world.store.rawMessages.find(1)).toBeNull()
    expect(world.store.overview.message(1)).toMatchObject({
      relation: 'unrelated',
      subject: null,
      from: null,
      sha256: null,
      receivedAt: null,
    })
    expect(world.store.decisions.of(1, 0)).toEqual([])
  })

  it('goes back to the announcement at first, and no further', async () => {
    world.mailbox = [
      { uid: 1, subject: '申报旧', at: new Date('2024-05-01T00:00:00Z') },
      { uid: 2, subject: '申报一' },
    ]
    expect(await world.run()).toEqual(['2 judged'])
    world.mailbox.push({ uid: 3, subject: '申报移入', at: new Date('2024-05-01T00:00:00Z') })
    expect(await world.run()).toEqual(['3 judged'])
  })

  it('does its first scan again when that was cut short', async () => {
    world.mailbox = [
      { uid: 1, subject: '申报旧', at: new Date('2024-05-01T00:00:00Z') },
      { uid: 2, subject: '申报一' },
    ]
    const broken = {
      ...world.needs().scan.mailbox,
      previews: () => {
        throw new Error('connection lost')
      },
    }
    expect((await sweep(world.needs({ scan: { mailbox: broken } }))).errors).toMatchObject([
      { message: 'connection lost' },
    ])
    expect(await world.run()).toEqual(['2 judged'])
  })

  it('takes the same bytes under another UID for the same message', async () => {
    world.mailbox = [
      { uid: 1, subject: '申报一' },
      { uid: 2, subject: '申报一' },
    ]
    expect(await world.run()).toEqual(['1 judged', '2 repeated'])
    expect(world.replies()).toBe(1)
  })

  it('does not mind what staff delete between two looks', async () => {
    world.mailbox = [{ uid: 1, subject: '申报一' }]
    expect(await world.run({ mail: { source: async () => null } })).toEqual(['1 gone'])
  })
})

describe('a backlog', () => {
  it('is concluded in portions, so that answers go out between them', async () => {
    world.mailbox = [1, 2, 3].map(uid => ({ uid, subject: `申报${uid}` }))
    const answers = [false, false, true]
    const isEnough = () => answers.shift() ?? true
    const first = await sweep(world.needs({ pace: { isEnough } }))
    expect(first).toMatchObject({ completed: true, more: true, concluded: [{ uid: 1 }, { uid: 2 }] })
    expect(await sweep(world.needs())).toMatchObject({ more: false, concluded: [{ uid: 3 }] })
  })
})

describe('messages under way together', () => {
  /** Reading the first one takes until the others have been read. */
  const slowFirst = (more: Changed = {}): Changed => {
    const othersRead = Promise.withResolvers<void>()
    let left = world.mailbox.length - 1
    const parse: IntakeNeeds['reader']['parse'] = async source => {
      const parsed = await world.needs().intake.reader.parse(source)
      if (parsed.subject === '申报1') await othersRead.promise
      else if (--left === 0) othersRead.resolve()
      return parsed
    }
    return { reader: { parse }, ...more }
  }

  it('are decided in the order in which they came, whichever is read first', async () => {
    world.mailbox = [1, 2, 3].map(uid => ({ uid, subject: `申报${uid}` }))
    const decided: (string | null)[] = []
    const judge: IntakeNeeds['rules']['judge'] = seen => {
      decided.push(seen.message.subject)
      return world.needs().intake.rules.judge(seen)
    }
    expect(await world.run(slowFirst({ rules: { judge } }))).toEqual(['1 judged', '2 judged', '3 judged'])
    expect(decided).toEqual(['申报1', '申报2', '申报3'])
    expect(world.store.applications.find('c', '教工第一党支部')?.chain.map(({ version }) => version)).toEqual([1, 2, 3])
  })

  it('wait until one before them is set aside, for it may be an older version', async () => {
    world.mailbox = [1, 2].map(uid => ({ uid, subject: `申报${uid}` }))
    world.faults.set('申报1', new PermanentError('no way'))
    expect(await world.run()).toEqual(['1 set-aside', '2 judged'])
    expect(world.store.applications.find('c', '教工第一党支部')?.chain.map(({ messageId }) => messageId)).toEqual([
      1, 2,
    ])
  })

  it('are one message where they are copies, also when it fails', async () => {
    world.mailbox = [1, 2].map(uid => ({ uid, subject: '申报坏' }))
    world.faults.set('申报坏', new PermanentError('no way'))
    expect(await world.run()).toEqual(['1 set-aside', '2 repeated'])
    expect(world.replies()).toBe(1)
  })

  it('are left for the next sweep, with no attempt counted, where one before them meets trouble of the machine', async () => {
    world.mailbox = [1, 2, 3].map(uid => ({ uid, subject: `申报${uid}` }))
    world.faults.set('申报1', new MachineFault('no process could be started'))
    await expect(world.run()).rejects.toThrow('no process could be started')
    expect(world.store.messages.waiting().map(({ uid, attempts }) => [uid, attempts])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ])
    world.faults.clear()
    expect(await world.run()).toEqual(['1 judged', '2 judged', '3 judged'])
    expect(world.downloaded).toEqual([1, 2, 3])
  })
})

describe('a message that fails', () => {
  beforeEach(() => {
    world.mailbox = [
      { uid: 1, subject: '申报坏' },
      { uid: 2, subject: '申报好' },
    ]
    world.faults.set('申报坏', new Error('no such charset'))
  })

  it('never stops the next one, is tried again, then set aside with the neutral receipt', async () => {
    expect(await world.run()).toEqual(['1 later', '2 judged'])
    expect(await world.run()).toEqual(['1 later'])
    expect(await world.run()).toEqual(['1 set-aside'])
    expect(await world.run()).toEqual([])
    expect(world.states()).toEqual(['1 quarantined held', '2 judged accepted'])
    expect(world.replies()).toBe(2)
  })

  it('is set aside with its receipt or not at all, should the process die in between', async () => {
    world.faults.set('申报坏', new PermanentError('never'))
    const { setAside } = world.store.ledger
    const dying: typeof setAside = (id, aside, at) =>
      world.store.transaction(() => {
        setAside(id, aside, at)
        throw new StorageError('the process dies')
      })
    await expect(world.run({ ledger: { setAside: dying } })).rejects.toThrow('dies')
    expect(world.states()[0]).toBe('1 received null')
    expect(await world.run()).toEqual(['2 judged', '1 set-aside'])
    expect(world.states()[0]).toBe('1 quarantined held')
  })

  it('goes back to the person who had it tried again when it is no longer in the mailbox', async () => {
    const limits = { messageBytes: 50, attempts: 3 }
    expect(await world.run({ rules: { limits } })).toEqual(['1 set-aside', '2 set-aside'])
    world.store.reopening.reopenSetAside(1, world.now)
    world.mailbox = []
    expect(await world.run()).toEqual(['1 set-aside'])
    expect(world.states()[0]).toBe('1 quarantined null')
  })

  it('is set aside at once when trying again can’t help', async () => {
    world.faults.set('申报坏', new PermanentError('never'))
    expect(await world.run()).toEqual(['1 set-aside', '2 judged'])
  })

  it.each([new StorageError('disk full'), new MachineFault('no process'), new Cancelled('stopping')])(
    'is not blamed for what is ours: $message',
    async fault => {
      world.faults.set('申报坏', fault)
      await expect(world.run()).rejects.toThrow(fault.message)
      expect(world.store.messages.waiting()).toMatchObject([
        { uid: 1, attempts: 0 },
        { uid: 2, attempts: 0 },
      ])
      world.faults.clear()
      expect(await world.run()).toEqual(['1 judged', '2 judged'])
    },
  )

  it('is not blamed when the connection breaks while it is downloaded, and is found again', async () => {
    const broken = async () => {
      throw new Unreachable('connection lost')
    }
    await expect(world.run({ mail: { source: broken } })).rejects.toThrow('connection lost')
    expect(world.store.messages.waiting()).toMatchObject([
      { uid: 1, attempts: 0 },
      { uid: 2, attempts: 0 },
    ])
  })

  it('is not downloaded when it is too large: its header gets the neutral receipt', async () => {
    world.mailbox = [{ uid: 3, subject: '申报大', size: 2000 }]
    expect(await world.run()).toEqual(['3 set-aside'])
    expect(world.downloaded).toEqual([])
    expect(world.states()).toEqual(['1 quarantined held'].map(line => line.replace('1', '3')))
  })
})

describe('trouble with one thing', () => {
  it('leaves the others alone: a message that the server doesn’t hand over comes last', async () => {
    world.mailbox = [
      { uid: 1, subject: '申报一' },
      { uid: 2, subject: '申报二' },
    ]
    const { source } = world.needs().intake.mail
    const refusing: typeof source = at => (at.uid === 1 ? Promise.reject(new Error('SERVERBUG')) : source(at))
    expect(await world.run({ mail: { source: refusing } })).toEqual(['2 judged'])
    expect(world.store.messages.waiting()).toMatchObject([{ uid: 1, attempts: 0 }])
    world.mailbox.push({ uid: 3, subject: '申报三' })
    expect(await world.run()).toEqual(['3 judged', '1 judged'])
  })

  it('leaves the others alone: a folder that can’t be opened', async () => {
    world.mailbox = [{ uid: 1, subject: '申报一' }]
    const { open } = world.needs().scan.mailbox
    const two = {
      ...world.needs().scan.mailbox,
      resolveFolders: async () => ['Junk', 'INBOX'],
      open: (path: string) => (path === 'Junk' ? Promise.reject(new Error('no such folder')) : open(path)),
    }
    expect(await world.run({ scan: { mailbox: two } })).toEqual(['1 judged'])
  })

  it('sets aside, without an answer, a message that can’t be concluded', async () => {
    world.mailbox = [{ uid: 1, subject: '申报一' }]
    const fails = () => {
      throw new TypeError('no reply can be composed')
    }
    for (const what of ['later', 'later', 'set-aside'])
      expect(await world.run({ rules: { answers: fails } })).toEqual([`1 ${what}`])
    expect(await world.run()).toEqual([])
    expect(world.store.overview.message(1)).toMatchObject({
      state: 'quarantined',
      subject: '申报一',
      from: 'zs@dlut.edu.cn',
    })
  })

  it('takes a second copy of a mail that was too large for the same', async () => {
    world.mailbox = [{ uid: 3, subject: '申报大', size: 2000 }]
    await world.run()
    world.mailbox.push({ uid: 4, subject: '申报大', size: 2000 })
    const same = { ...world.needs().scan.mailbox, previews: () => previewsWithOneHeader() }
    expect(await world.run({ scan: { mailbox: same } })).toEqual(['4 repeated'])
    expect(world.replies()).toBe(1)
  })

  it('begins no message any more when the process is to end', async () => {
    world.mailbox = [{ uid: 1, subject: '申报一' }]
    await expect(world.run({ pace: { signal: AbortSignal.abort() } })).rejects.toThrow(Cancelled)
    expect(await world.run()).toEqual(['1 judged'])
  })
})

async function* previewsWithOneHeader() {
  yield world.mailbox.filter(({ uid }) => uid === 4).map(mail => ({ ...previewOf(mail), headerSha256: 'h申报大' }))
}

describe('a crash', () => {
  it('before the decision is committed loses nothing: the next sweep does it all again', async () => {
    world.mailbox = [{ uid: 1, subject: '申报一' }]
    const dies = () => {
      throw new StorageError('the process dies')
    }
    await expect(world.run({ rules: { answers: dies } })).rejects.toThrow('dies')
    expect(world.store.overview.message(1)).toMatchObject({ state: 'received', outcome: null })
    expect(await world.run({ mail: { source: async () => null } })).toEqual(['1 judged'])
    expect(world.replies()).toBe(1)
  })
})
