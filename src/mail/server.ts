import { getCACertificates } from 'node:tls'

/** What it takes to reach and enter a mail server, whatever it speaks. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  /** Gives a fresh OAuth2 access token, which is used in the password's place. */
  readonly token?: (() => Promise<string>) | null
  /** Certificates (PEM) of authorities that are trusted beside the well-known ones. */
  readonly ca?: string | null
  /** The URL of a proxy: http, https, socks4, socks4a, socks5. */
  readonly proxy?: string | null
}

/** Options of `tls.connect` by which the server's certificate is trusted. */
export const trusted = ({ ca = null }: MailServer): { ca?: string[] } =>
  ca === null ? {} : { ca: [...getCACertificates('default'), ca] }
