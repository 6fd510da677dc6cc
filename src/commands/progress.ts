/** Tells on a terminal how far long work has come; elsewhere nothing, for a log wants no counters. */
export function createProgress(what: string) {
  const shows = process.stderr.isTTY === true
  return {
    at: (done: number, total: number): void => {
      if (shows) process.stderr.write(`\r${what} ${done}/${total}`)
    },
    end: (): void => {
      if (shows) process.stderr.write('\r\u001b[K')
    },
  }
}
