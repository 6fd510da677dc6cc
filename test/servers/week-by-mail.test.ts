import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressOf, BRANCHES, committeeWeek, LETTERS, lettersOf, PEOPLE } from '../support/committee-week.ts'
import { startRealWeek } from '../support/real-week.ts'

let week: Awaited<ReturnType<typeof startRealWeek>>

beforeAll(async () => {
  week = await startRealWeek()
})
afterAll(() => week?.stop())

it('a committee of two runs its week by mail alone, on Dovecot and Postfix: every mailbox holds exactly the letters that are its own', async () => {
  await committeeWeek(week.stage)
  const held = await Promise.all(
    Object.keys(BRANCHES).map(async branch => [branch, await lettersOf(branch, week.stage)]),
  )
  const expected = Object.entries(LETTERS).map(([branch, letters]) => [
    branch,
    letters.map(one => expect.stringMatching(one)),
  ])
  expect(held).toEqual(expected)
  expect(week.app.audit().broken).toBeNull()
}, 300_000)

/** Everything that stands in the database, table by table, but for what the committee amended, which stays with its reasons. */
function tablesOf(file: string): readonly (readonly [string, string])[] {
  const open = new Sqlite(file, { readonly: true })
  const tables = open.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const texts = tables
    .filter(name => name !== 'amendments')
    .map(name => [name, open.prepare(`SELECT * FROM "${name}"`).raw().all().map(String).join('\n')] as const)
  open.close()
  return texts
}

it('purged, it leaves the chain of events, and nothing personal in any table or page of the file', async () => {
  const { app, database } = week
  const [call] = app.calls()
  if (call === undefined) throw new Error('no call')
  week.setClock(new Date('2024-09-02T09:00:00+08:00'))
  for await (const _ of app.exportCall(call, () => ''));
  app.purge(call, new Date('2024-09-01T00:00:00+08:00'), null)
  const personal = [
    ...[...PEOPLE, ...Object.keys(BRANCHES).map(addressOf)],
    ...['党建工作样板支部申报书', '撤回申报-', '.docx', '.pdf', '.xlsx'],
    ...['陈立新', '原件已核对', '请发Word版', '党委会', '王老师', '指令办理结果'],
  ]
  const left = tablesOf(database).flatMap(([table, text]) =>
    personal.filter(one => text.includes(one)).map(one => `${table}: ${one}`),
  )
  expect(left).toEqual([])
  expect(app.audit().broken).toBeNull()
  const bytes = readFileSync(database)
  expect(['原件已核对', '请发Word版', 'one@dlut.edu.cn'].filter(one => bytes.includes(Buffer.from(one)))).toEqual([])
}, 120_000)
