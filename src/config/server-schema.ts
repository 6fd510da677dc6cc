import { z } from 'zod'
import { hostName, port, word } from './quantities.ts'

const PROXIES = ['http:', 'https:', 'socks:', 'socks4:', 'socks4a:', 'socks5:']

const proxy = z.string().refine(isProxy, 'expected a proxy such as http://proxy.dlut.edu.cn:3128 or socks5://…')

function isProxy(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && PROXIES.includes(url.protocol) && url.hostname !== ''
}

/** A token that somebody else keeps fresh in a file, or that a command prints. */
const oauth2 = z
  .strictObject({
    user: word,
    tokenFile: word.optional(),
    command: z.array(word).min(1).optional(),
  })
  .refine(
    ({ tokenFile, command }) => (tokenFile === undefined) !== (command === undefined),
    'expected either tokenFile or command',
  )

/** What an IMAP and an SMTP server have in common. `ca`: a file beside service.yaml; PEM. */
export const server = {
  host: hostName,
  port,
  tls: z.enum(['implicit', 'starttls', 'none']),
  user: word,
  ca: word.nullable().default(null),
  auth: z
    .union([z.literal('password'), z.strictObject({ oauth2 })], {
      error: 'expected password or oauth2: { user, tokenFile or command }',
    })
    .default('password'),
  proxy: proxy.nullable().default(null),
}
