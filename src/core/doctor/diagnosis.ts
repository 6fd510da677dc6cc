/** One line of `shenbao doctor`: what was looked at, what was seen, and where it isn't right, what the operator should do. */
export type Diagnosis = {
  readonly about: string
  readonly ok: boolean
  readonly seen: string
  /** null where nothing needs to be done. */
  readonly todo: string | null
}

export const good = (about: string, seen: string): Diagnosis => ({ about, ok: true, seen, todo: null })

export const bad = (about: string, seen: string, todo: string): Diagnosis => ({ about, ok: false, seen, todo })
