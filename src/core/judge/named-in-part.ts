import type { Call } from '../call/call.ts'
import type { Deliverable } from '../call/deliverable.ts'
import { endOfCore } from '../naming/decorations.ts'
import { tidy } from '../naming/normalise.ts'

/** Fewer letters say too little: 材料, 论文, 证明 stand in many titles. */
const FEWEST = 3
const LONGEST_RUN = 60

/**
 * The one in whose title a name's own words stand: «梁知远代表性论文1.pdf», «推荐信-王小明.pdf». Its last words do, for they say what a
 * thing is, or its first where the title ends in them. null where two titles, the form's among them, have as much of it.
 */
export function namedInPart(name: string, candidates: readonly Deliverable[], { form }: Call): Deliverable | null {
  const runs = runsIn(name)
  const shared = (title: string) => Math.max(0, ...runs.map(run => sharedWith(run, tidy(title).text)))
  const found = candidates.map(one => ({ one, shares: Math.max(...[one.title, ...one.titles].map(shared)) }))
  const most = Math.max(...found.map(({ shares }) => shares))
  const best = found.filter(({ shares }) => shares === most)
  const [first] = best
  return first === undefined || best.length > 1 || most < FEWEST || most <= shared(form.title) ? null : first.one
}

/** Its runs of Chinese letters, without numbers, marks of versions and extension. */
function runsIn(name: string): readonly string[] {
  const { text } = tidy(name)
  return text
    .slice(0, endOfCore(text))
    .split(/[^\p{Script=Han}]+/u)
    .filter(run => run.length >= FEWEST && run.length <= LONGEST_RUN)
}

function sharedWith(run: string, title: string): number {
  for (let length = Math.min(run.length, title.length); length >= FEWEST; length--)
    if (title.includes(run.slice(-length)) || title.endsWith(run.slice(0, length))) return length
  return 0
}
