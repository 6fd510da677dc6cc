import { expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { storeIn } from '../../src/store/store.ts'

/** What grows for ever. */
const GROWING =
  /SCAN (?:m|s|messages|outbox|events|decisions)\b|SEARCH (?:m|s|messages|outbox|events|decisions)\b(?! USING)/
/** By the one mailbox that there is, or by the folder that nearly all mail lies in, is no narrowing. */
const BY_MAILBOX = /sqlite_autoindex_messages_1 \(mailbox=\?(?: AND folder=\?)?\)/

/** What may pass every row: what lists, judges again or purges all of it, and what is done once after a restore or a move. */
const WHOLE = [
  /^SELECT m\.id(?![\s\S]*[?@])[\s\S]+ORDER BY m\.id(?: DESC)?$/,
  /FROM messages m JOIN raw_messages/,
  /WHERE kind = 'exported'/,
  /WHERE kind IN \('packed'/,
  /WHERE state = 'due' AND attempts = 0 AND repeated = 0 AND composed_at < @dayAfter/,
  /SET uid_validity = \(SELECT min/,
  /FROM (?:events|decisions) ORDER BY id DESC LIMIT 1/,
  /count\(\*\) AS count FROM outbox\s+WHERE withheld_for IS NULL/,
  // The first of a partial index.
  /FROM scanned_documents s WHERE s\.state = 'waiting'/,
  // One step from the end of the table.
  /^SELECT max\(id\) FROM decisions$/,
]

function statementsOf(database: Database): readonly string[] {
  const asked: string[] = []
  const prepare = database.prepare.bind(database)
  database.prepare = ((text: string) => {
    asked.push(text)
    return prepare(text)
  }) as typeof database.prepare
  storeIn(database, 'jxdw@mail')
  database.prepare = prepare
  return asked
}

function planOf(text: string, database: Database): string {
  const named = [...text.matchAll(/@(\w+)/g)].map(([, name]) => [name, '[]'])
  const values = Array.from(text.match(/\?/g) ?? [], () => '')
  const statement = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
  const steps = named.length > 0 ? statement.all(Object.fromEntries(named)) : statement.all(...values)
  return steps.map(({ detail }) => detail).join('\n')
}

it('nothing that is asked of the database passes all of its past, but what is about all of it', () => {
  const database = openDatabase(':memory:')
  const asked = statementsOf(database).filter(text => !WHOLE.some(whole => whole.test(text.trim())))
  const passing = asked.filter(text => {
    const plan = planOf(text, database)
    return GROWING.test(plan) || BY_MAILBOX.test(plan)
  })
  database.close()
  expect(asked.length).toBeGreaterThan(60)
  expect(passing).toEqual([])
})
