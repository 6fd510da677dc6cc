import type { Call } from '../core/call/call.ts'
import type { FormCall } from '../core/form/assign/fill-form.ts'
import { onceFor } from '../core/words/once-for.ts'

/** A call as a reader process is told of it: whole the first time, by its number from then on. */
export type ToldCall = { readonly number: number; readonly call: FormCall | null }

let last = 0
const numberOf = onceFor((_call: Call): number => {
  last += 1
  return last
})

/** Tells one process of calls. */
export function createTelling(): (call: Call) => ToldCall {
  const told = new Set<number>()
  return call => {
    const number = numberOf(call)
    if (told.has(number)) return { number, call: null }
    told.add(number)
    const { form, cycle, announced, deadline, unit, university, roster, applicant } = call
    return { number, call: { form, cycle, announced, deadline, unit, university, roster, applicant } }
  }
}

/** Hears of them, in that process; the same value for the same call, for much is prepared once for a call. */
export function createHearing(): (told: ToldCall) => FormCall {
  const heard = new Map<number, FormCall>()
  return ({ number, call }) => {
    const known = call ?? heard.get(number)
    if (known === undefined) throw new Error(`nobody told of call ${number}`)
    heard.set(number, known)
    return known
  }
}
