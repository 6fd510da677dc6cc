/** What follows from a thing that never changes, such as a call, is made once for it, and goes with it. */
export function onceFor<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, { readonly it: Made }>()
  return thing => {
    const known = made.get(thing)
    if (known !== undefined) return known.it
    const it = make(thing)
    made.set(thing, { it })
    return it
  }
}

/** So many texts are remembered of each kind of reading, none longer than this: labels and prompts, which each form repeats. */
const MOST = 4000
const LONGEST = 120

/** What a text alone tells is read once, as long as there is room: what was read before is forgotten at once then. */
export function onceForText<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, { readonly it: Made }>()
  return text => {
    if (text.length > LONGEST) return make(text)
    const known = made.get(text)
    if (known !== undefined) return known.it
    const it = make(text)
    if (made.size >= MOST) made.clear()
    made.set(text, { it })
    return it
  }
}
