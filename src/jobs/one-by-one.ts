import { isOurFault } from '../errors.ts'

/** Does the work for each: what goes wrong with one holds up no other, and is thrown in the end. Only what is ours, such as a full disk, stops it at once. */
export async function oneByOne<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const errors: unknown[] = []
  for (const item of items)
    try {
      await work(item)
    } catch (error) {
      if (isOurFault(error)) throw error
      errors.push(error)
    }
  if (errors.length > 0) throw errors[0]
}
