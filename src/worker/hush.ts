/** Milliseconds after which the same is said again. */
const AGAIN = 60 * 60_000

export type Hush = ReturnType<typeof createHush>

/** Says of what goes on whether it is to be said now: at once, in other words at once, and in the same words once an hour. */
export function createHush(monotonic: () => number) {
  const said = new Map<string, { readonly words: string; readonly at: number }>()
  return {
    isNews(about: string, words: string): boolean {
      // Numbers of ports, sessions and requests make no news.
      const plain = words.replace(/\d+/g, '#')
      const before = said.get(about)
      if (before?.words === plain && monotonic() - before.at < AGAIN) return false
      said.set(about, { words: plain, at: monotonic() })
      return true
    },
    forget: (about: string): void => {
      said.delete(about)
    },
  }
}
