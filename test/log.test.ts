import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { describeError } from '../src/errors.ts'

const LOG = new URL('../src/log.ts', import.meta.url).href

/** What the log writes for this line, in a process of its own, for it writes on standard error itself. */
function logged(line: string): string {
  const program = `import { createLog } from ${JSON.stringify(LOG)}; createLog('info').error(${line}, 'told')`
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stderr
}

describe('the log', () => {
  it('shows no password, wherever in a line a library may have put it', () => {
    const line = logged(`{
      password: 'geheim', error: 'refused', auth: { user: 'jxdw', pass: 'geheim' },
      server: { host: 'mail', password: 'geheim', auth: { pass: 'geheim' }, login: { pass: 'geheim', secret: 'geheim' } },
    }`)
    expect(line).not.toContain('geheim')
    expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'told', password: '[secret]', error: 'refused' })
  })

  it('is one line of JSON on standard error, so that standard output is free', () => {
    const program = `import { createLog } from ${JSON.stringify(LOG)}; createLog('info').warn({ error: 'a\\nb' }, 'told')`
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' })).toHaveLength(0)
    expect(logged("{ error: 'a\\nb' }").trim().split('\n')).toHaveLength(1)
  })
})

describe('an error described on a line', () => {
  it('tells its causes, but none twice', () => {
    const cause = new Error('getaddrinfo ENOTFOUND mail')
    expect(describeError(new Error("can't be reached", { cause }))).toBe(
      "can't be reached (getaddrinfo ENOTFOUND mail)",
    )
    expect(describeError(new Error(`can't be reached: ${cause.message}`, { cause }))).toBe(
      "can't be reached: getaddrinfo ENOTFOUND mail",
    )
  })
})
