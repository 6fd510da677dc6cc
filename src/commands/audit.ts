import { type Command, InvalidArgumentError } from 'commander'
import { withApp } from './context.ts'

/** `shenbao audit`: verifies the chain of events and prints its head. */
export function defineAudit(program: Command): void {
  program
    .command('audit')
    .description('verify the chain of everything that was decided and sent, and print its head')
    .option('--head <hash>', 'a head that a digest named (记录校验): must stand in the chain', toHash)
    .addHelpText(
      'after',
      '\nExample:\n  shenbao audit --head 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    )
    .action(async ({ head }: { head?: string }, command: Command) => {
      await withApp(command, async ({ app }) => {
        const audit = app.audit()
        if (audit.broken !== null)
          throw new Error(`the chain of events is broken: entry ${audit.broken.id}: ${audit.broken.why}`)
        process.stdout.write(`${audit.head?.entries ?? 0} entries, unbroken\nhead ${audit.head?.hash ?? '–'}\n`)
        if (head !== undefined && !app.bearsHead(head))
          throw new Error(`no entry has the hash ${head}: the chain is not the one that the digest saw`)
      })
    })
}

function toHash(text: string): string {
  const hash = text.trim().toLowerCase()
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new InvalidArgumentError('a SHA-256 of 64 hexadecimal digits is needed.')
}
