import type { FetchMessageObject } from 'imapflow'
import { parseBodystructure } from 'imapflow/lib/tools.js'
import { type Node, readNodes } from './fetch-nodes.ts'

/** A line of the server's as imapflow cuts it: the octets of its literals stand beside it. */
export type ServerLine = { readonly payload: Buffer; readonly literals: readonly Buffer[] }

/** What a preview is made of. */
export type Shown = Required<Pick<FetchMessageObject, 'uid' | 'headers' | 'bodyStructure'>> &
  Pick<FetchMessageObject, 'size' | 'internalDate'>

const FETCH = /^\* \d{1,10} FETCH \(/i

/**
 * A whole preview in an untagged FETCH (RFC 9051 §7.5.2) that can be read at sight, as imapflow would read it; null where there is anything else
 * or anything odd about it, for imapflow to make of it what it can.
 */
export function readFetchAnswer({ payload, literals }: ServerLine): Shown | null {
  if (payload[0] !== ASTERISK) return null
  const line = payload.toString()
  const [start] = FETCH.exec(line) ?? []
  const items = start === undefined ? null : readNodes(line, { from: start.length - 1, literals })
  if (items === null) return null
  const told = toldBy(items)
  const uid = numberOf(told.get('UID'))
  const headers = bytesOf(told.get('BODY[HEADER]'))
  const bodyStructure = structureOf(told.get('BODYSTRUCTURE'))
  if (uid === 0 || headers.length === 0 || bodyStructure === null) return null
  return {
    ...{ uid, headers, bodyStructure },
    ...(told.has('RFC822.SIZE') && { size: numberOf(told.get('RFC822.SIZE')) }),
    ...(told.has('INTERNALDATE') && { internalDate: textOf(told.get('INTERNALDATE')) }),
  }
}

const ASTERISK = 0x2a

function toldBy(items: readonly Node[]): ReadonlyMap<string, Node> {
  const told = new Map<string, Node>()
  for (let index = 0; index + 1 < items.length; index += 2)
    told.set(textOf(items[index]).toUpperCase(), items[index + 1] ?? null)
  return told
}

const textOf = (node: Node | undefined): string => (node == null || Array.isArray(node) ? '' : node.value.toString())

const numberOf = (node: Node | undefined): number => Number(/^\d{1,15}$/.exec(textOf(node))?.[0] ?? 0)

function structureOf(node: Node | undefined): Shown['bodyStructure'] | null {
  try {
    return Array.isArray(node) ? parseBodystructure(node) : null
  } catch {
    return null
  }
}

function bytesOf(node: Node | undefined): Buffer {
  if (node == null || Array.isArray(node) || node.type === 'ATOM') return Buffer.alloc(0)
  return typeof node.value === 'string' ? Buffer.from(node.value) : node.value
}
