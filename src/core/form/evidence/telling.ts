/** From 0 to 1: 1 are the template's words or the description's own label, 0.85 and more words that are understood wholly. */
export type Telling = ReadonlyMap<string, number>

/** The label of the form's file in other words. */
export const ALIKE = 0.97

/** Words that may mean the same: understood, and never sure. */
export const RESEMBLES = 0.83

/** Whole words of the vocabulary. */
export const KNOWN = 0.82

/** What a heading over two sections («荣誉与考核») tells of each. */
export const TWOFOLD = 0.7

/** What is told most; '' where nothing is. */
export function most<Kind extends string>(told: ReadonlyMap<Kind, number>): Kind | '' {
  let best: Kind | '' = ''
  for (const [kind, strength] of told) if (best === '' || strength > (told.get(best) ?? 0)) best = kind
  return best
}

/** What is told most, where it is wholly understood; null where nothing is. */
export function understood<Kind extends string>(told: ReadonlyMap<Kind, number>): Kind | null {
  const best = most(told)
  return best !== '' && (told.get(best) ?? 0) >= KNOWN ? best : null
}

/** The strongest of all. */
export function stronger(...all: readonly Telling[]): Telling {
  const best = new Map<string, number>()
  for (const telling of all)
    for (const [kind, strength] of telling) best.set(kind, Math.max(strength, best.get(kind) ?? 0))
  return best
}
