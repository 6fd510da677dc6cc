/**
 * Draws by lot, the same for the same seed. A branch of its own for each question (`of('title')`) keeps one answer from
 * changing the others.
 */
export type Lot = {
  readonly of: (question: string) => Lot
  /** Below `most`. */
  readonly below: (most: number) => number
  readonly between: (least: number, most: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Thing>(things: readonly Thing[]) => Thing
  /** So many different ones, in the order of the lot. */
  readonly some: <Thing>(things: readonly Thing[], count: number) => Thing[]
}

export function lotOf(seed: number, question = ''): Lot {
  const next = mulberry(hash(`${seed} ${question}`))
  const below = (most: number) => Math.floor(next() * most)
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new Error('a lot among nothing')
    return thing
  }
  return {
    of: one => lotOf(seed, `${question}/${one}`),
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: share => next() < share,
    pick,
    some: (things, count) =>
      things
        .map(thing => ({ thing, at: next() }))
        .sort((one, other) => one.at - other.at)
        .slice(0, count)
        .map(({ thing }) => thing),
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

/** Mulberry32: small, fast and even enough for lots. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
