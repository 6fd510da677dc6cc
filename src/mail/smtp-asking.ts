import type SMTPConnection from 'nodemailer/lib/smtp-connection'

type Route = { readonly from: string; readonly to: string }

/** A name that no server offers. */
const METHOD = 'X-SHENBAO-ASK'

/**
 * Asks by MAIL and RCPT whether a mail would be taken, and sends none: gives the server's refusal, null where it has none. nodemailer lets
 * nobody but the handler of a login of one's own say a command, so this is one; it leaves a mail begun, which RSET ends.
 */
export const askForRoute = (connection: SMTPConnection, { from, to }: Route): Promise<unknown> =>
  new Promise(done => {
    connection.customAuth.set(METHOD, async ({ sendCommand, resolve }) => {
      for (const [command, argument] of [
        ['MAIL FROM', from],
        ['RCPT TO', to],
      ] as const) {
        const { status, response } = await sendCommand(`${command}:<${argument}>`)
        if ((status ?? 0) >= 200 && (status ?? 0) < 300) continue
        done(Object.assign(new Error(response), { command, response, responseCode: status }))
        break
      }
      resolve()
    })
    connection.login({ method: METHOD, user: '-', pass: '-' }, error => done(error ?? null))
  })
