import { z } from 'zod'
import { got } from './wording.ts'

const UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 }
const SIZE = /^(\d{1,6})\s*(B|KiB|MiB|GiB)$/

/** A size such as `64MiB`, read to bytes. A bare number would leave the unit to be guessed. */
export const bytes = z.string().transform((text, context) => {
  const [, count, unit] = SIZE.exec(text.trim()) ?? []
  const factor = UNITS[unit ?? '']
  if (count !== undefined && factor !== undefined && Number(count) > 0) return Number(count) * factor
  context.addIssue({
    code: 'custom',
    message: `expected a size such as 64MiB (B, KiB, MiB or GiB), got ${JSON.stringify(text)}`,
  })
  return z.NEVER
})

const portError = {
  error: ({ input }: { readonly input?: unknown }) => `expected a port from 1 to 65535, ${got(input)}`,
}

/** A TCP port. */
export const port = z.int(portError).min(1, portError).max(65535, portError)

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date({ error: 'expected a day such as 2024-05-14' })

/** A month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2024-05')

/** An instant with its offset from UTC: without one, the deadline would depend on the machine. */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
    error: 'expected a time with its offset, such as 2024-05-20T10:00:00+08:00',
  })
  .transform(text => new Date(text))

export const word = z.string().trim().min(1)

/** A server's or a domain's name, or an address of the network, and nothing around it. */
export const hostName = z
  .string()
  .trim()
  .regex(
    /^(?:[^\s:/@*.][^\s:/@*]*|[\da-f:.]+)$/i,
    'expected a name such as mail.dlut.edu.cn by itself: without protocol, port or @',
  )

/** A key of a former shape: a mistake that names the new place. */
export const moved = (how: string) => z.never({ error: how }).optional()
