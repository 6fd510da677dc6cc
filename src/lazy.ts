/** A part that is made when it is first asked for, and once; `made` is it, or null where nobody has asked. */
export type Lazy<Part> = { get(): Part; readonly made: Part | null }

export function lazy<Part>(make: () => Part): Lazy<Part> {
  let part: Part | null = null
  return {
    get: () => {
      part ??= make()
      return part
    },
    get made() {
      return part
    },
  }
}
