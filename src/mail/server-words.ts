import type { ImapFlowOptions } from 'imapflow'

type Logger = Exclude<ImapFlowOptions['logger'], false | undefined>

/** What a server says in refusing is short; older words are forgotten. */
const KEPT_BYTES = 4000
const LONGEST = 200

/**
 * Listens to the raw bytes that a server sends until it is told to stop: imapflow reads them as UTF-8, and words of refusal in
 * GBK would be lost. Hears nothing that we send, so no password.
 */
export function listenToServer() {
  let heard: Buffer | null = Buffer.alloc(0)
  const nothing = (): void => undefined
  const trace = (entry: unknown): void => {
    const { src, data } = entry as { readonly src?: unknown; readonly data?: unknown }
    if (heard === null || src !== 's' || typeof data !== 'string') return
    heard = Buffer.concat([heard, Buffer.from(data, 'base64')]).subarray(-KEPT_BYTES)
  }
  const logger: Logger = { trace, debug: nothing, info: nothing, warn: nothing, error: nothing }
  return {
    logger,
    stop: (): void => {
      heard = null
    },
    /** Its last words of refusal or farewell; null where it gave none. */
    lastRefusal: (): string | null => (heard === null ? null : refusalIn(heard)),
  }
}

const REFUSAL = /^(?:[^\s*+]\S* (?:NO|BAD)|\* BYE)[ \t]+([^\r\n]+)/gm

function refusalIn(heard: Uint8Array): string | null {
  const [, words] = [...decodeWords(heard).matchAll(REFUSAL)].at(-1) ?? []
  return words?.trim().slice(0, LONGEST) ?? null
}

/** Strict UTF-8, else GB18030, line by line. */
function decodeWords(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1')
  return latin1
    .split('\n')
    .map(line => decodeLine(Buffer.from(line, 'latin1')))
    .join('\n')
}

function decodeLine(line: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    return new TextDecoder('gb18030').decode(line)
  }
}
