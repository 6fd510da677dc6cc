import type { HeaderField } from './message.ts'

/**
 * What our receiving server says of the sender (RFC 8601). `none`: it says nothing; `aligned`: a pass for From's own domain;
 * `failed`: dmarc=fail, or spf and dkim both failed; `unaligned`: anything between.
 */
export type Authentication = 'none' | 'aligned' | 'unaligned' | 'failed'

type Result = { readonly method: string; readonly result: string; readonly properties: string }

/** Reads the topmost Authentication-Results that bears our authserv-id; all others may be forged by the sender. */
export function readAuthentication(
  headers: readonly HeaderField[],
  authservId: string,
  fromAddress: string | null,
): Authentication {
  const results = trustedResults(headers, authservId.toLowerCase())
  if (results === null) return 'none'
  const says = (method: string, result: string) => results.some(one => one.method === method && one.result === result)
  if (says('dmarc', 'fail') || (says('spf', 'fail') && says('dkim', 'fail'))) return 'failed'
  if (says('dmarc', 'pass')) return 'aligned'
  const domain = domainOf(fromAddress ?? '')
  return results.some(one => one.result === 'pass' && isWithin(authenticatedDomain(one), domain))
    ? 'aligned'
    : 'unaligned'
}

function trustedResults(headers: readonly HeaderField[], authservId: string): Result[] | null {
  for (const { name, value } of headers) {
    if (name !== 'authentication-results') continue
    const [id, ...statements] = withoutComments(value.slice(0, 8000)).toLowerCase().split(';')
    if ((id ?? '').trim().split(/\s+/)[0] === authservId) return statements.flatMap(readResult)
  }
  return null
}

function readResult(statement: string): Result[] {
  const match = /^\s*([a-z][a-z0-9-]*)\s*(?:\/\s*\d+)?\s*=\s*([a-z]+)/.exec(statement)
  const [whole, method, result] = match ?? []
  if (whole === undefined || method === undefined || result === undefined) return []
  return [{ method, result, properties: statement.slice(whole.length) }]
}

/** The domain that a pass speaks for: the envelope sender's for SPF, the signing domain for DKIM. */
function authenticatedDomain({ method, properties }: Result): string {
  if (method === 'spf') return domainOf(/smtp\.mailfrom\s*=\s*"?([^\s";]+)/.exec(properties)?.[1] ?? '')
  if (method === 'dkim') return /header\.d\s*=\s*"?([^\s";]+)/.exec(properties)?.[1] ?? ''
  return ''
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

const isWithin = (domain: string, of: string): boolean =>
  domain !== '' && of !== '' && (domain === of || domain.endsWith(`.${of}`))

/** Comments of RFC 5322 §3.2.2, nested ones too. */
function withoutComments(text: string): string {
  let depth = 0
  let rest = ''
  for (const character of text) {
    if (character === '(') depth += 1
    else if (character === ')' && depth > 0) depth -= 1
    else if (depth === 0) rest += character
  }
  return rest
}
