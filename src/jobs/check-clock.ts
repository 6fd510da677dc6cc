import { ClockWrong } from '../errors.ts'

export type ClockNeeds = {
  readonly clock: () => Date
  readonly mailbox: {
    resolveFolders(names: readonly string[]): Promise<readonly string[]>
    open(path: string): Promise<unknown>
    clocks(now: Date): Promise<'agree' | 'ahead' | 'behind' | 'unknown'>
  }
  readonly folderNames: readonly string[]
}

/** A clock that is days ahead would send the deadline's digest for good. Throws ClockWrong beyond ten minutes, where the server can be asked. */
export async function checkClock({ clock, mailbox, folderNames }: ClockNeeds): Promise<void> {
  const [first] = await mailbox.resolveFolders(folderNames)
  if (first === undefined) return
  await mailbox.open(first)
  const now = clock()
  const clocks = await mailbox.clocks(now)
  if (clocks === 'ahead' || clocks === 'behind')
    throw new ClockWrong(
      `it is ${now.toISOString()} by this machine, which is more than ten minutes ${clocks === 'ahead' ? 'ahead of' : 'behind'} the mail server`,
    )
}
