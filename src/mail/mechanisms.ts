/** How we can log in, as SASL names it. */
const PASSWORD = ['PLAIN', 'LOGIN']
export const TOKEN = ['OAUTHBEARER', 'XOAUTH2']
const KNOWN = { imap: PASSWORD, smtp: [...PASSWORD, 'CRAM-MD5'] } as const

type Protocol = keyof typeof KNOWN

/** The server lets in nobody by what we know. */
export class NoMechanism extends Error {
  override readonly name = 'NoMechanism'
}

/** The mechanisms by which we log in there with a password, or with a token. */
const mechanismsFor = (protocol: Protocol, by: 'password' | 'token'): readonly string[] =>
  by === 'token' ? TOKEN : KNOWN[protocol]

type Meeting = { readonly protocol: Protocol; readonly by: 'password' | 'token' }

/** Throws NoMechanism where what a server offers has nothing for us; one that tells nothing is tried. */
export function requireMechanism(offered: readonly string[], { protocol, by }: Meeting): void {
  const known = mechanismsFor(protocol, by)
  if (offered.length === 0 || known.some(name => offered.includes(name))) return
  const hint = by === 'password' && TOKEN.some(name => offered.includes(name)) ? ': it wants a token, see auth' : ''
  throw new NoMechanism(`it offers ${offered.join(', ')} to log in with, and shenbao knows ${known.join(', ')}${hint}`)
}
