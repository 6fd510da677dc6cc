import { alsoCalled } from '../naming/title-words.ts'
import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import type { SpokenCall } from './desk-words.ts'
import { halfWidth, PART, trimmed } from './half-width.ts'

/** A call as lines name it, and, where that is known, how it is spoken of. */
export type NamedCall = { readonly id: string; readonly short: string } & Partial<SpokenCall>

/** `call` null: none is named, or a name that several bear. */
type AtCall = { readonly call: string | null; readonly rest: string }

/** What people put behind the name of a call and means nothing more. */
const BEHIND = patternWith('u')`^(?:${listed('活动 评选 遴选 申报 通知 项目 工作 这个 的')}|${PART})*`

/** The call whose name a line begins with: how digests name it, its id, or what else people call it. */
export function callAt(line: string, calls: readonly NamedCall[]): AtCall {
  const found = nameAt(halfWidth(line).toLowerCase(), calls)
  if (found === null) return { call: null, rest: line }
  const rest = line.slice(found.length)
  return { call: found.call, rest: trimmed(rest.slice(BEHIND.exec(halfWidth(rest))?.[0].length)) }
}

/** The one call that a sentence names, wherever; null: it names none, or several. */
export function callIn(sentence: string, calls: readonly NamedCall[]): string | null {
  const half = halfWidth(sentence).toLowerCase()
  const named = new Set<string | null>()
  for (let at = 0; at < half.length; at++) {
    const found = nameAt(half.slice(at), calls)
    if (found === null) continue
    named.add(found.call)
    at += found.length - 1
  }
  return named.size === 1 ? ([...named][0] ?? null) : null
}

/** The longest name counts: 样板支部书记 is none of 样板支部. */
function nameAt(text: string, calls: readonly NamedCall[]) {
  const found = calls
    .flatMap(call => namesOf(call).map(name => ({ call: call.id, length: name.length, name })))
    .filter(({ name }) => text.startsWith(name) && !GOES_ON.test(text.slice(name.length - 1)))
  const length = Math.max(0, ...found.map(one => one.length))
  const longest = new Set(found.filter(one => one.length === length).map(({ call }) => call))
  return length === 0 ? null : { length, call: longest.size === 1 ? ([...longest][0] ?? null) : null }
}

/** An id of which the text bears a longer one. */
const GOES_ON = /^[\da-z_-]{2}/

const namesOf = (call: NamedCall): readonly string[] => {
  const { naming, title } = call
  const others = naming === undefined || title === undefined ? [] : alsoCalled({ ...call, naming, title })
  return [call.id, call.short, ...others].map(name => halfWidth(name).toLowerCase())
}
