import type { ImapFlowOptions } from 'imapflow'
import { decodeRaw } from './header-text.ts'

type Logger = Exclude<ImapFlowOptions['logger'], false | undefined>

/** What a server says in refusing is short; older words are forgotten. */
const KEPT_BYTES = 4000

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
  const [, words] = [...decodeLines(heard).matchAll(REFUSAL)].at(-1) ?? []
  return words?.trim() ?? null
}

/** Line by line, for a server may change its charset between two. */
const decodeLines = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').split('\n').map(decodeRaw).join('\n')
