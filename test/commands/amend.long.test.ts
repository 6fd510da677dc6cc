import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { commandLine } from '../support/command-line.ts'
import { shenbao } from '../support/shenbao-process.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const CALL = '2024-model-branch'
const WHO = ['--by', '王老师', '--reason', '党委会研究']

let folder: string
const path = (name: string) => join(folder, name)
const run = (...args: string[]) =>
  commandLine(['--config', SHIPPED_CONFIG, ...args], { SHENBAO_DATABASE: path('test.db') })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-amend-'))
  openStore(path('test.db'), 'jxdw@mail').close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('shenbao amend', () => {
  it('records what the committee changed, and says what it was', async () => {
    const until = `${new Date().getFullYear() + 1}-05-21T12:00:00+08:00`
    const put = await run('amend', CALL, 'deadline', until, ...WHO)
    expect(put).toMatchObject({ code: 0, stdout: expect.stringContaining('截止时间延长至') })
    const added = await run('amend', CALL, 'roster', 'add', '教工第九党支部', '--type', '教师', ...WHO)
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('名册增加教工第九党支部') })
    const excluded = await run('amend', CALL, 'exclude', '教工第九党支部', ...WHO)
    expect(excluded).toMatchObject({ code: 0, stdout: expect.stringContaining('不在本次推荐范围') })
    const store = openStore(path('test.db'), 'jxdw@mail')
    expect(store.amendments.all().map(({ change, by }) => `${change.kind} ${by}`)).toEqual([
      'deadline 王老师',
      'roster 王老师',
      'exclude 王老师',
    ])
    expect(store.audit().broken).toBeNull()
    store.close()
  })

  it('is bad usage where it can’t be amended so', async () => {
    const near = await run('amend', CALL, 'exclude', '教工第一党支', ...WHO)
    expect(near).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean 教工第一党支部?') })
    const past = await run('amend', CALL, 'deadline', '2024-05-01T12:00:00+08:00', ...WHO)
    expect(past).toMatchObject({ code: 2, stderr: expect.stringContaining('put off') })
    const nowhere = await run('amend', CALL, 'roster', 'add', ...WHO)
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('a branch is missing') })
  })
})

describe('a command that only looks', () => {
  it.each([['list'], ['show', '1'], ['digest'], ['amend', CALL, 'restore', 'x', ...WHO]])(
    'says so where there is no database, and makes none: %s',
    async (...args) => {
      const { code, stderr } = await shenbao(['--config', SHIPPED_CONFIG, ...args], {
        SHENBAO_DATABASE: path('mistyped.db'),
      })
      expect(code).toBe(2)
      expect(stderr).toContain(`there is no database ${path('mistyped.db')}`)
      expect(existsSync(path('mistyped.db'))).toBe(false)
    },
  )
})
