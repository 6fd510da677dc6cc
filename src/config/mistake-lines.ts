import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, LineCounter, parseDocument } from 'yaml'
import type { Mistake } from '../errors.ts'
import { decodeText } from './decode-text.ts'

const UNKNOWN_KEY = /^unknown key ([^,:(]+)/

/** Each mistake in a YAML file with the line of the key that it is about; read anew, for a right file costs nothing then. */
export function withLines(folder: string, mistakes: readonly Mistake[]): readonly Mistake[] {
  const files = new Map<string, (mistake: Mistake) => number | null>()
  return mistakes.map(mistake => {
    if (!/\.ya?ml$/.test(mistake.file) || mistake.line !== undefined) return mistake
    const lineOf = files.get(mistake.file) ?? linesIn(folder, mistake.file)
    files.set(mistake.file, lineOf)
    const line = lineOf(mistake)
    return line === null ? mistake : { ...mistake, line }
  })
}

function linesIn(folder: string, file: string): (mistake: Mistake) => number | null {
  const text = textOf(join(folder, file))
  if (text === null) return () => null
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  return ({ path, message }) => {
    const key = UNKNOWN_KEY.exec(message)?.[1]?.trim()
    const keys = [...path.split('.').filter(part => part !== ''), ...(key === undefined ? [] : [key])]
    const at = offsetOf(document.contents, keys)
    return at === null ? null : counter.linePos(at).line
  }
}

function textOf(path: string): string | null {
  try {
    return decodeText(readFileSync(path))
  } catch {
    return null
  }
}

type Ranged = { readonly range?: readonly [number, number, number] | null }
type Node = Ranged & { get?(key: unknown, keepScalar: boolean): unknown }

/** Of a key that is missing, the line of what lacks it; a key may hold dots of its own. */
function offsetOf(contents: unknown, keys: readonly string[]): number | null {
  let node = contents as Node | null
  let offset: number | null = null
  for (let from = 0; from < keys.length && node !== null; ) {
    const [found, next] = step(node, keys.slice(from))
    if (found === null) break
    offset = found.offset
    node = found.value
    from += next
  }
  return offset
}

type Found = { readonly offset: number; readonly value: Node | null }

function step(node: Node, keys: readonly string[]): readonly [Found | null, number] {
  for (let count = 1; count <= keys.length; count++) {
    const name = keys.slice(0, count).join('.')
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === name) : undefined
    const value = (pair?.value ?? (isMap(node) ? null : (node.get?.(Number(name), true) ?? null))) as Node | null
    const offset = ((pair?.key as Ranged | undefined) ?? value)?.range?.[0]
    if (offset !== undefined) return [{ offset, value }, count]
  }
  return [null, 1]
}
