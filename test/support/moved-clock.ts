/**
 * Loaded before everything else (`--import`): the process lives at another time, by so many milliseconds as the file that MOVED_CLOCK names says.
 * Timers run as ever.
 */
import { readFileSync } from 'node:fs'

const file = process.env.MOVED_CLOCK ?? ''
const TrueDate = Date
/** Milliseconds for which what the file said is taken for true. */
const FRESH = 20

let moved = 0
let readAt = Number.NEGATIVE_INFINITY

function now(): number {
  if (performance.now() - readAt > FRESH) {
    readAt = performance.now()
    moved = Number(readFileSync(file, 'utf8'))
  }
  return TrueDate.now() + moved
}

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args: [], made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
