/** Trying again won't help: set aside for a person. Everything that isn't one is tried again. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError'
}

/** One mistake in the configuration: where it stands and what is allowed there. */
export type Mistake = {
  readonly file: string
  readonly path: string
  readonly message: string
  readonly line?: number
}

/** All mistakes of the configuration at once; ends a command with exit code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly mistakes: readonly Mistake[]
  constructor(mistakes: readonly Mistake[]) {
    super(
      mistakes
        .map(({ file, line, path, message }) => [file, line === undefined ? '' : `line ${line}`, path, message])
        .map(parts => parts.filter(part => part !== '').join(': '))
        .join('\n'),
    )
    this.mistakes = mistakes
  }
}

/** A command called with something it can't take; ends it with exit code 2. `told`: the same for staff who wrote it in a mail, in Chinese. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly told: string
  constructor(message: string, told = message) {
    super(message)
    this.told = told
  }
}

/**
 * The server let us not in: ours to mend, never the message's fault. The message names host, user and the server's words. `mechanism`: it
 * never came to user and password, for want of a way to log in that both sides know.
 */
export class LoginRefused extends Error {
  override readonly name = 'LoginRefused'
  readonly why: 'credentials' | 'mechanism'
  constructor(message: string, why: 'credentials' | 'mechanism' = 'credentials') {
    super(message)
    this.why = why
  }
}

/** The server takes no mail from us, whoever it is for (From isn't the login, AUTH demanded): ours to mend, as a refused login is. */
export class SenderRefused extends Error {
  override readonly name = 'SenderRefused'
}

/** Work was given up because the process is to end; nobody's fault. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** What an unknown thrown value says on one line, with what its causes add. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const words = error.message.replace(/\s+/g, ' ')
  const cause = error.cause === undefined ? '' : describeError(error.cause)
  return words.includes(cause) ? words : `${words} (${cause})`
}

/** The database could not be written (full, locked, read-only): the machine's fault, tried again without blame on the message. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

/** The server can't be reached now: nobody's fault, and nothing else on it will work either. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** The machine could not do the work (no process could be started): tried again without blame on the message. */
export class MachineFault extends Error {
  override readonly name = 'MachineFault'
}

/** Whether a failure is ours and proves nothing against the message that was being worked on. */
export const isOurFault = (error: unknown): boolean =>
  error instanceof StorageError ||
  error instanceof Cancelled ||
  error instanceof MachineFault ||
  (error instanceof Error &&
    error.name === 'SqliteError' &&
    !('code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')))

/** Whether a server refuses us, which asking again at once would not mend. */
export const refusesUs = (error: unknown): error is LoginRefused | SenderRefused =>
  error instanceof LoginRefused || error instanceof SenderRefused

/** Whether a failure concerns the whole server, so that the next message would meet it too. */
export const concernsServer = (error: unknown): boolean => refusesUs(error) || error instanceof Unreachable

/** The server has a message and doesn't hand it out: counted as an attempt of that message, so that it never holds up the others. */
export class NotGiven extends Error {
  override readonly name = 'NotGiven'
}

/** The server doesn't open one folder, and may open the others. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused'
}

/** The connection broke in the middle of the work: nobody's fault, and the next command makes another one. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The clock of this machine is far from the server's: by it, nobody's mail would be judged rightly. */
export class ClockWrong extends Error {
  override readonly name = 'ClockWrong'
}

/** Whether a failure is the network's, a server's or the machine's clock's, so that another start of ours would not mend it. */
export const isOutside = (error: unknown): boolean =>
  concernsServer(error) || error instanceof ConnectionLost || error instanceof ClockWrong
