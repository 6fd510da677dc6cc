import pino from 'pino'

export type Log = pino.Logger

/** Lines of JSON on standard error, one for each thing that happened, so that standard output is free for what was asked for. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: { paths: ['password', '*.password', 'auth', '*.auth', 'pass', '*.pass'], censor: '[secret]' },
    },
    pino.destination({ fd: 2, sync: true }),
  )
