type Failure = {
  readonly code?: string
  readonly originalCode?: string
  readonly message?: string
  readonly cause?: unknown
  readonly reason?: string
}

/** What OpenSSL and Node mean (docs of Node's tls, «Certificate verification error codes»). */
const MEANINGS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet, or the clock of this machine is wrong',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself and not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by an authority that is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority that is not known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is signed by an authority that is not known, or sent without its chain',
  CERT_REVOKED: 'its certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it speaks no TLS on this port: is tls: starttls meant?',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it speaks no TLS on this port: is tls: starttls meant?',
  ERR_SSL_HTTP_REQUEST: 'it speaks no TLS on this port',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'it speaks a version of TLS that is too old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'it speaks no version of TLS that we do',
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: 'it speaks no version of TLS that we do',
  ERR_SSL_DH_KEY_TOO_SMALL: 'its TLS keys are too weak',
  ERR_SSL_EE_KEY_TOO_SMALL: 'the key of its certificate is too weak',
}

const OPENSSL = /[0-9A-F]{8,16}:error:[0-9A-F]+:[^:]*:[^:]*:([^:]*):.*$/s
const CERTIFICATES = /CERT|ISSUER|LEAF_SIGNATURE|SELF_SIGNED/

const codesOf = (failure: Failure): readonly string[] =>
  [failure.code, failure.originalCode, failure.cause === undefined ? undefined : codesOf(failure.cause as Failure)]
    .flat()
    .filter(code => code !== undefined)

/** A TLS failure in a sentence that says what it means, with what it is called; null where it is none. */
export function tlsWords(thrown: unknown): string | null {
  const failure = thrown as Failure
  const code = codesOf(failure).find(one => MEANINGS[one] !== undefined)
  const names = failure.reason !== undefined && code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? `: ${failure.reason}` : ''
  if (code !== undefined) return `${MEANINGS[code]}${names} (${code})`
  const [, reason] = OPENSSL.exec(failure.message ?? '') ?? []
  return reason === undefined ? null : `the TLS handshake failed: ${reason}`
}

/** Whether a certificate is not trusted, which `ca` may mend. */
export const isAboutTrust = (words: string): boolean => CERTIFICATES.test(words)
