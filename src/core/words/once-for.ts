/** What follows from a thing that never changes, such as a call, is made once for it, and goes with it. */
export function onceFor<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, { readonly it: Made }>()
  return thing => {
    const known = made.get(thing) ?? { it: make(thing) }
    made.set(thing, known)
    return known.it
  }
}
