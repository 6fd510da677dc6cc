const CENSORED = '[password]'
/** A shorter password would be found in ordinary words. */
const SHORTEST = 4

type Login = { readonly user: string; readonly password: string }

/**
 * What a server said, without our password, for some repeat what they were sent: as it is, or as AUTH LOGIN and AUTH PLAIN
 * (RFC 4616) write it. Its words stand in the log, in `health` and in a mail to staff.
 */
export const withoutPassword = (words: string, { user, password }: Login): string =>
  [base64(`\0${user}\0${password}`), base64(password), password]
    .filter(form => form.length >= SHORTEST)
    .reduce((text, form) => text.replaceAll(form, CENSORED), words)

const base64 = (text: string): string => Buffer.from(text).toString('base64')
