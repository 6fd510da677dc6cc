import { Cancelled } from '../errors.ts'

/** How many pieces of work may be under way at once, and how many bytes they may hold together; a larger one goes alone. */
export type Room = { readonly atOnce: number; readonly bytes: number }

type Overlapping<Item> = {
  readonly room: Room
  /** Asked before each item: whether it is to be begun. */
  readonly goesOn: () => boolean
  /** `turn` is kept once everything before the item has ended; it rejects with Cancelled where that failed. */
  readonly work: (item: Item, turn: Promise<void>) => Promise<void>
}

/**
 * Works on items side by side, begun in their order; what each does after its turn is done in that order too. Where one fails, no other is
 * begun, and what went wrong is thrown when those under way have ended.
 */
export async function sideBySide<Item extends { readonly size: number }>(
  items: readonly Item[],
  { room, goesOn, work }: Overlapping<Item>,
): Promise<void> {
  const underWay = new Map<Promise<void>, number>()
  const hasRoom = ({ size }: Item): boolean => {
    const held = [...underWay.values()].reduce((sum, one) => sum + one, 0)
    return underWay.size === 0 || (underWay.size < room.atOnce && held + size <= room.bytes)
  }
  const failures: unknown[] = []
  let turn: Promise<void> = Promise.resolve()
  for (const item of items) {
    while (!hasRoom(item)) await Promise.race(underWay.keys())
    if (failures.length > 0 || !goesOn()) break
    const working = work(item, turn)
    turn = after(turn, working)
    const ended = working.catch(error => void failures.push(error)).finally(() => void underWay.delete(ended))
    underWay.set(ended, item.size)
  }
  await Promise.all(underWay.keys())
  if (failures.length > 0) throw failures[0]
}

/** Kept when both are; nobody need wait for it. */
function after(turn: Promise<void>, working: Promise<void>): Promise<void> {
  const both = turn
    .then(() => working)
    .catch(cause => {
      throw cause instanceof Cancelled ? cause : new Cancelled('what came before could not be done', { cause })
    })
  both.catch(() => undefined)
  return both
}
