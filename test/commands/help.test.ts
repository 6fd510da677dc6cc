import { expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'

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
