import type { DeskReading, RefusedFor } from './desk-mail.ts'

/** A code as the database knows it. `cases`: the entries of messages that its mail bore, each with the latest decision then. */
export type KnownCode = {
  readonly id: number
  readonly address: string
  readonly state: 'good' | 'expired' | 'void'
  readonly cases: readonly { readonly message: number; readonly entry: number; readonly decision: number }[]
}

/** What becomes of a mail that wants to decide. */
type Admitted =
  | { readonly state: 'waiting'; readonly code: number; readonly refusedFor: null }
  | { readonly state: 'refused'; readonly code: number | null; readonly refusedFor: RefusedFor }

/** null: it is none of the desk's business. Whose code is not the sender's own has none. */
export function admit(
  { address, codes, mail }: DeskReading,
  find: (code: string) => KnownCode | null,
): Admitted | null {
  const known = codes.flatMap(code => find(code) ?? [])
  const [any] = known
  if (mail === null) return any === undefined ? null : { state: 'refused', code: any.id, refusedFor: 'outsider' }
  const own = known.find(code => code.address === address)
  if (own === undefined) return { state: 'refused', code: any?.id ?? null, refusedFor: 'code' }
  if (mail.proof === 'refuted') return { state: 'refused', code: own.id, refusedFor: 'authentication' }
  return { state: 'waiting', code: own.id, refusedFor: null }
}
