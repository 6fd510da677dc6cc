/** So many messages are asked for at once: what they are must fit into memory, and servers limit the length of a line. */
const CHUNK = 200

/** UIDs in portions. */
export function chunksOf(uids: readonly number[]): readonly (readonly number[])[] {
  const chunks: (readonly number[])[] = []
  for (let start = 0; start < uids.length; start += CHUNK) chunks.push(uids.slice(start, start + CHUNK))
  return chunks
}

/** «1:3,7» for ascending UIDs, RFC 9051 sequence-set: exactly these, so that no range takes in others. */
export function uidSet(ascending: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const uid of ascending) {
    const range = ranges.at(-1)
    if (range !== undefined && uid === range.last + 1) range.last = uid
    else ranges.push({ first: uid, last: uid })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',')
}
