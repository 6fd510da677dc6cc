import { domainOf } from './address.ts'
import type { HeaderField } from './message.ts'
import { splitStatements, unquote } from './structured-field.ts'

/**
 * What our receiving server says of the sender (RFC 8601). `none`: it says nothing; `aligned`: a pass for From's own domain;
 * `failed`: dmarc=fail, or spf and dkim both failed; `unaligned`: anything between.
 */
export type Authentication = 'none' | 'aligned' | 'unaligned' | 'failed'

type Result = { readonly method: string; readonly result: string; readonly properties: ReadonlyMap<string, string> }

/** Reads the topmost Authentication-Results that bears our authserv-id; all others may be forged by the sender. */
export function readAuthentication(
  headers: readonly HeaderField[],
  authservId: string,
  fromAddress: string | null,
): Authentication {
  const said = trustedStatements(headers, authservId.trim().toLowerCase())
  if (said === null) return 'none'
  const { results, isWhole } = said
  if (hasFailed('dmarc', results) || (hasFailed('spf', results) && hasFailed('dkim', results))) return 'failed'
  const domain = domainOf(fromAddress ?? '')
  const isProven = results.some(one => one.result === 'pass' && isAligned(authenticatedDomain(one, domain), domain))
  return isWhole && isProven ? 'aligned' : 'unaligned'
}

/** Whether they name the address itself, as who logged in or as the envelope's sender: the domain alone is shared by many. */
export function provesAddress(headers: readonly HeaderField[], authservId: string, address: string): boolean {
  const said = trustedStatements(headers, authservId.trim().toLowerCase())
  if (said === null || !said.isWhole) return false
  return said.results.some(({ method, result, properties }) => {
    const named = NAMES_ADDRESS[method]
    if (result !== 'pass' || named === undefined) return false
    return (properties.get(named) ?? '').replace(/[<>\s]/g, '') === address.toLowerCase()
  })
}

/** By method (RFC 8601 §2.7): the property that holds a whole address. */
const NAMES_ADDRESS: Readonly<Record<string, string>> = { auth: 'smtp.auth', spf: 'smtp.mailfrom' }

/** A mail may bear several signatures: one that passes makes up for those that don't. */
function hasFailed(method: string, results: readonly Result[]): boolean {
  const found = results.filter(one => one.method === method).map(({ result }) => result)
  return found.some(result => result === 'fail' || result === 'hardfail') && !found.includes('pass')
}

/** `isWhole`: as in Statements; where it isn't, a sender's bracket may have put a pass of theirs among them, and none proves anything. */
type Said = { readonly results: readonly Result[]; readonly isWhole: boolean }

function trustedStatements(headers: readonly HeaderField[], authservId: string): Said | null {
  if (authservId === '') return null
  for (const { name, value } of headers) {
    if (name !== 'authentication-results') continue
    const { statements, isWhole } = splitStatements(value.slice(0, 8000).toLowerCase())
    const [id = '', ...said] = statements
    if (unquote(id.trim().split(/\s+/)[0] ?? '') !== authservId) continue
    return { results: said.flatMap(readResult), isWhole }
  }
  return null
}

const METHOD = /^\s*([a-z][a-z0-9-]{0,30})\s*(?:\/\s*\d{1,9}\s*)?=\s*([a-z]{1,30})(?![\w-])/
const PROPERTY = /\b([a-z]{1,20}(?:\s?\.\s?[a-z0-9_-]{1,40})?)\s?=\s?((?:"(?:[^"\\]|\\.){0,500}")?[^\s"]{0,500})/g

function readResult(statement: string): Result[] {
  const [whole, method, result] = METHOD.exec(statement) ?? []
  if (whole === undefined || method === undefined || result === undefined) return []
  const properties = new Map<string, string>()
  for (const [, name = '', value = ''] of statement.slice(whole.length).matchAll(PROPERTY))
    properties.set(name.replace(/\s/g, ''), unquote(value))
  return [{ method, result, properties }]
}

/** The domain that a pass speaks for: the envelope sender's for SPF, the signing domain for DKIM, From's own for DMARC. */
function authenticatedDomain({ method, properties }: Result, from: string): string {
  if (method === 'spf') return domainIn(properties.get('smtp.mailfrom') ?? '')
  if (method === 'dkim') return domainIn(properties.get('header.d') ?? '')
  if (method === 'dmarc') return domainIn(properties.get('header.from') ?? from)
  return ''
}

const domainIn = (address: string): string => domainOf(address.replace(/[<>\s]/g, '')).replace(/\.$/, '')

/** Relaxed alignment: the same domain, one within it, or the one that it is within (whoever rules that rules this one too). */
const isAligned = (domain: string, from: string): boolean => isWithin(domain, from) || isWithin(from, domain)

const isWithin = (domain: string, of: string): boolean =>
  of.includes('.') && (domain === of || domain.endsWith(`.${of}`))
