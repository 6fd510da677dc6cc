import { expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const listed = async (...command: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await commandLine([...command, '--help'])
  const [, commands = ''] = stdout.split('Commands:\n')
  const [list = ''] = commands.split('\nExample')
  return [...list.matchAll(/^ {2}(\w+)/gm)].flatMap(([, name = '']) => (name === 'help' ? [] : [name]))
}

test('the help of every command ends with an example that begins as one types it', async () => {
  const commands = await listed()
  expect(commands.length).toBeGreaterThan(20)
  const groups = await Promise.all(['call', 'desk'].map(async group => (await listed(group)).map(one => [group, one])))
  for (const command of [...commands.filter(one => one !== 'desk').map(one => [one]), ...groups.flat()]) {
    const { stdout } = await commandLine([...command, '--help'])
    expect(stdout, command.join(' ')).toMatch(new RegExp(`\\nExample[^\\n]*:\\n  shenbao (?:.*)?${command.join(' ')}`))
  }
})

test.each([
  [['bogus'], "unknown command 'bogus'"],
  [['show', 'abc'], 'a number is needed'],
  [['resend', '12', 'abc'], "'abc' is invalid for argument 'ids'. a number is needed"],
  [['decide', '1', 'accept', '--by', '王老师'], "required option '--reason <text>' not specified"],
  [['amend', 'x', 'deadline', '5月20日', '--by', '王老师', '--reason', '研究'], 'a time with its offset is needed'],
])('a command that is called wrongly says in a line what is wrong, and not the whole help: %s', async (args, words) => {
  const { code, stderr } = await commandLine(['--config', SHIPPED_CONFIG, ...args])
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
})
