import pino from 'pino'

export type Log = pino.Logger

/** Names under which libraries keep what logs in, on the line itself and up to two levels below. */
const SECRETS = ['', '*.', '*.*.'].flatMap(level => ['password', 'pass', 'auth', 'secret'].map(name => level + name))

/** Lines of JSON on standard error, one for each thing that happened, so that standard output is free for what was asked for. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: { paths: SECRETS, censor: '[secret]' },
    },
    pino.destination({ fd: 2, sync: true }),
  )
