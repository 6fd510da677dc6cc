import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { raiseAlarm } from '../src/alarm.ts'

let folder: string
const path = (name: string) => join(folder, name)
const held = (name: string) => readFileSync(path(name), 'utf8')
const TEXT = '【注意】申报受理系统无法连接发件服务器'

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-alarm-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('an alarm', () => {
  it('is told to a program on its standard input, and put behind what a file holds', async () => {
    const alarm = { command: ['tee', path('told')], file: path('alarms') }
    await raiseAlarm(TEXT, alarm)
    expect(await raiseAlarm(TEXT, alarm)).toEqual({ heard: true, failure: null })
    expect(held('told')).toBe(TEXT)
    expect(held('alarms')).toBe(`${TEXT}\n${TEXT}\n`)
  })

  it('needs neither', async () => {
    expect(await raiseAlarm(TEXT, { command: [], file: null })).toEqual({ heard: true, failure: null })
  })

  it('is heard where one of the two was told, and what failed is said', async () => {
    const { heard, failure } = await raiseAlarm(TEXT, {
      command: ['sh', '-c', 'echo no route >&2; exit 3'],
      file: path('alarms'),
    })
    expect(heard).toBe(true)
    expect(failure).toMatch(/sh ended with exit code 3: no route/)
    expect(held('alarms')).toBe(`${TEXT}\n`)
    expect(await raiseAlarm(TEXT, { command: ['true'], file: path('no/such/folder') })).toMatchObject({ heard: true })
  })

  it('is not heard where neither was', async () => {
    const { heard, failure } = await raiseAlarm(TEXT, { command: ['/no/such/program'], file: path('no/such/folder') })
    expect(heard).toBe(false)
    expect(failure).toMatch(/ENOENT.*; .*ENOENT/)
  })

  it('waits for the program, not for what it leaves behind', async () => {
    const command = ['sh', '-c', `sleep 60 & echo $! > ${path('pid')}`]
    expect(await raiseAlarm(TEXT, { command, file: null })).toMatchObject({ heard: true })
    process.kill(Number(held('pid')))
  })
})
