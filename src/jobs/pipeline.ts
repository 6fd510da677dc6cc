/** How many pieces of work may be under way at once, and how many bytes they may hold together; a larger one goes alone. */
export type Room = { readonly atOnce: number; readonly bytes: number }

/** What is done with each item: `prepare` overlaps, `conclude` is done in the order of the items. */
export type Line<Item, Prepared> = {
  readonly room: Room
  /** Asked before each item: whether it is to be begun. */
  readonly goesOn: () => boolean
  readonly prepare: (item: Item) => Promise<Prepared>
  readonly conclude: (item: Item, prepared: Prepared) => Promise<void>
}

type UnderWay<Item, Prepared> = { readonly item: Item; readonly prepared: Promise<Prepared> }
type Sized = { readonly size: number }

/** Where one fails, no other is begun and none behind it is concluded; what went wrong is thrown when those under way have ended. */
export async function pipeline<Item extends Sized, Prepared>(
  items: readonly Item[],
  { room, goesOn, prepare, conclude }: Line<Item, Prepared>,
): Promise<void> {
  const underWay: UnderWay<Item, Prepared>[] = []
  let begun = 0
  let stopped = false
  const fill = (): void => {
    for (
      let item = items[begun];
      item !== undefined && !stopped && hasRoom(item, underWay, room);
      item = items[begun]
    ) {
      stopped = !goesOn()
      if (stopped) return
      const prepared = prepare(item)
      prepared.catch(() => {
        stopped = true
      })
      underWay.push({ item, prepared })
      begun += 1
    }
  }
  try {
    for (fill(); underWay[0] !== undefined; fill()) {
      const { item, prepared } = underWay[0]
      await conclude(item, await prepared)
      underWay.shift()
    }
  } finally {
    await Promise.allSettled(underWay.map(({ prepared }) => prepared))
  }
}

function hasRoom({ size }: Sized, underWay: readonly UnderWay<Sized, unknown>[], room: Room): boolean {
  const held = underWay.reduce((sum, { item }) => sum + item.size, 0)
  return underWay.length === 0 || (underWay.length < room.atOnce && held + size <= room.bytes)
}
