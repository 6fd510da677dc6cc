import type { MailServer } from './server.ts'

const CENSORED = '[password]'
/** A shorter secret would be found in ordinary words. */
const SHORTEST = 4
/** So much of a secret that was cut, by the server or by us, is known for a piece of it. */
const PIECE = 12
/** As many tokens are remembered: a server may still speak of the one before. */
const REMEMBERED = 4

/** `hide`: what the server said, without what we log in with. Its words stand in the log, in `health` and in a mail to staff. */
export type Guarded<Server extends MailServer> = Server & { readonly hide: (words: string) => string }

/** A server whose secrets are known, tokens from when they are given: for some servers repeat what they were sent. */
export function guarded<Server extends MailServer>(server: Server): Guarded<Server> {
  const tokens: string[] = []
  const { token: fresh = null, user, password, proxy = null } = server
  const token = async (): Promise<string> => {
    const given = (await fresh?.()) ?? ''
    tokens.unshift(given)
    tokens.length = Math.min(tokens.length, REMEMBERED)
    return given
  }
  const fixed = [password, passwordOf(proxy)]
  return {
    ...server,
    ...(fresh === null ? {} : { token }),
    hide: words =>
      [...fixed, ...tokens]
        .filter(one => one.length >= SHORTEST)
        .reduce((text, secret) => withoutOne(text, secret, user), words),
  }
}

function passwordOf(proxy: string | null): string {
  return proxy !== null && URL.canParse(proxy) ? new URL(proxy).password : ''
}

const RUN = new RegExp(`[\\w.~+/-]{${PIECE},}`, 'g')

/** As it is, quoted, in base64 (AUTH PLAIN, LOGIN, XOAUTH2, OAUTHBEARER, whatever stands before it), whole or a piece of it. */
function withoutOne(words: string, secret: string, user: string): string {
  const coded = [base64(`\0${user}\0${secret}`), base64(secret)]
  const whole = [...coded, ...coded.map(form => form.replace(/=+$/, '')), encodeURIComponent(secret)]
  const plain = [secret.replace(/["\\]/g, '\\$&'), secret]
  const without = [...whole, ...plain].reduce((text, form) => text.replaceAll(form, CENSORED), words)
  const forms = [secret, ...[0, 1, 2].map(before => inBase64(secret, before))]
  return without.replace(RUN, run => (forms.some(form => isPiece(run, form)) ? CENSORED : run))
}

/** Without the dots that stand for what is left out. */
const cut = (run: string): string => run.replace(/[.-]+$/, '') || run

/** A part of it, or its beginning or end beside something else. */
const isPiece = (run: string, form: string): boolean =>
  form.length >= PIECE &&
  (run.includes(form.slice(0, PIECE)) || run.includes(form.slice(-PIECE)) || form.includes(cut(run)))

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** What base64 makes of it behind other bytes, without the letters that it shares with what stands around it. */
function inBase64(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const skipped = before === 0 ? 0 : 4
  return bytes.toString('base64').slice(skipped, Math.floor(bytes.length / 3) * 4)
}
