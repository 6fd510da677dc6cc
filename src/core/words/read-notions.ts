import { NOTIONS, type Notion } from './notions.ts'

const MEANINGS: ReadonlyMap<string, readonly Notion[]> = (() => {
  const meanings = new Map<string, Notion[]>()
  for (const [notion, parts] of Object.entries(NOTIONS) as [Notion, string][])
    for (const part of parts.split(' ').filter(one => one !== ''))
      meanings.set(part, [...(meanings.get(part) ?? []), notion])
  return meanings
})()

/** The length of the longest part that begins with a letter. */
const LONGEST: ReadonlyMap<string, number> = (() => {
  const longest = new Map<string, number>()
  for (const part of MEANINGS.keys())
    longest.set(part.charAt(0), Math.max(part.length, longest.get(part.charAt(0)) ?? 0))
  return longest
})()

/** A part of a label with what it may mean; `notions` is empty for letters that no part covers. */
export type Part = { readonly text: string; readonly notions: readonly Notion[] }

/** A folded label in parts, the longest first at each place; what nobody knows stays together. */
export function readNotions(label: string): Part[] {
  const parts: Part[] = []
  let unknown = ''
  const endUnknown = () => {
    if (unknown !== '') parts.push({ text: unknown, notions: [] })
    unknown = ''
  }
  for (let at = 0; at < label.length; ) {
    const text = partAt(label, at)
    if (text === null) unknown += label[at++]
    else {
      endUnknown()
      parts.push({ text, notions: MEANINGS.get(text) ?? [] })
      at += text.length
    }
  }
  endUnknown()
  return parts
}

function partAt(label: string, at: number): string | null {
  for (let length = Math.min(LONGEST.get(label.charAt(at)) ?? 0, label.length - at); length > 0; length--) {
    const text = label.slice(at, at + length)
    if (MEANINGS.has(text)) return text
  }
  return null
}
