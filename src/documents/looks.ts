import type { Look } from '../core/document/document.ts'

/** Characters of a paragraph that are to be seen: how many, how many of them are bold, and how many have which size. */
export type Tally = { seen: number; bold: number; readonly sizes: Map<number, number> }

export const newTally = (): Tally => ({ seen: 0, bold: 0, sizes: new Map() })

type Seen = { readonly bold?: boolean | undefined; readonly size?: number | undefined }

const UNSEEN = /\s/g

export function count(tally: Tally, text: string, look: Seen): void {
  const seen = text.length - (text.match(UNSEEN)?.length ?? 0)
  tally.seen += seen
  if (look.bold === true) tally.bold += seen
  if (look.size !== undefined) tally.sizes.set(look.size, (tally.sizes.get(look.size) ?? 0) + seen)
}

type OfParagraph = { readonly outline: number; readonly list: Look['list'] | null; readonly centred: boolean }

/** What is not so is left out; an outline level of 0 is none. */
export function lookOf(tally: Tally, { outline, list, centred }: OfParagraph): Look {
  const size = mostOf(tally.sizes)
  return {
    ...(outline > 0 && { outline }),
    ...(list && { list }),
    ...(tally.seen > 0 && tally.bold === tally.seen && { bold: true }),
    ...(size !== undefined && { size }),
    ...(centred && { centred }),
  }
}

function mostOf(sizes: ReadonlyMap<number, number>): number | undefined {
  let [most, found] = [0, undefined as number | undefined]
  for (const [size, seen] of sizes) if (seen > most) [most, found] = [seen, size]
  return found
}

export const hasLook = (look: Look): boolean => Object.keys(look).length > 0
