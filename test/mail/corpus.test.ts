import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp, type Judged } from '../../src/app.ts'
import { judgeJson } from '../../src/commands/judge-json.ts'
import { loadConfig } from '../../src/config/load.ts'
import { isGarbled } from '../../src/core/naming/destroyed.ts'
import { createLog } from '../../src/log.ts'
import { bytesOf, corpus } from '../support/mail-corpus/corpus.ts'
import type { Expected, ExpectedDocument } from '../support/mail-corpus/fixture.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'
import { warmReaders } from '../support/warm-readers.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/mail', import.meta.url))
const config = loadConfig(SHIPPED_CONFIG, {})
const app = createApp(config, {
  clock: () => new Date('2024-05-19T09:00:00Z'),
  log: createLog('silent'),
  readers: warmReaders(config.limits),
})

afterAll(() => app.close())

const judge = (name: string): Promise<Judged> =>
  app.judgeFile({
    file: name,
    source: readFileSync(join(FOLDER, `${name}.eml`)),
    received: null,
    internalDate: null,
    now: null,
  })

const documentOf = ({ name, kind, status, why }: Omit<ExpectedDocument, 'why'> & { readonly why: string | null }) =>
  why === null ? { name, kind, status } : { name, kind, status, why }

/** Of what `judge --json` says as much as the fixture is about. */
function excerpt(judged: Judged, expected: Expected): Expected {
  const said = judgeJson(judged)
  const { relation, outcome } = judged.decisions[0]
  const all: Expected = {
    ...said,
    ...{ relation, outcome },
    from: said.message.from,
    subject: said.message.subject,
    problems: (said.problems ?? []).map(({ code }) => code),
    documents: said.documents.map(documentOf),
  }
  return Object.fromEntries(Object.keys(expected).map(key => [key, all[key as keyof Expected]])) as Expected
}

describe('the corpus of mails', () => {
  it.concurrent.each(corpus.map(({ name }) => name))('%s is what its author meant', async name => {
    const expected = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Expected
    const judged = await judge(name)
    expect(excerpt(judged, expected)).toEqual(expected)
    const garbled = [
      judged.message.subject ?? '',
      ...judged.decisions[0].documents.map(document => document.name),
    ].filter(isGarbled)
    const judgedOn = judged.decisions
      .flatMap(({ problems }) => problems)
      .filter(
        ({ code, seen }) => /^(?:subject|file\.(?:name|placeholder)|branch)/.test(code) && garbled.includes(seen ?? ''),
      )
    expect(judgedOn).toEqual([])
  })

  it('is what its generator writes', () => {
    const stale = corpus.filter(
      fixture =>
        !bytesOf(fixture).equals(readFileSync(join(FOLDER, `${fixture.name}.eml`))) ||
        `${JSON.stringify(fixture.expected, null, 2)}\n` !== readFileSync(join(FOLDER, `${fixture.name}.json`), 'utf8'),
    )
    expect(stale.map(({ name }) => name)).toEqual([])
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
  })
})
