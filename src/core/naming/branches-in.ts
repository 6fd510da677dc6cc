import type { Branch } from '../call/call.ts'
import { onceFor } from '../words/once-for.ts'
import { branchKeys } from './branch-key.ts'
import { normalise } from './normalise.ts'
import type { RosterOfCall } from './roster.ts'
import { simplify } from './traditional.ts'

/** How much of a text is looked through, line by line. */
const MOST_LINES = 60

/** The roster's branches that a text names anywhere, by their names or aliases; a name within a longer one is none. */
export function branchesIn(text: string, call: RosterOfCall): readonly Branch[] {
  const lines = text.split('\n', MOST_LINES).map(line => simplify(normalise(line)))
  const named = namesOf(call).flatMap(({ branch, keys }) => {
    const key = keys.find(one => lines.some(line => line.includes(one)))
    return key === undefined ? [] : [{ branch, key }]
  })
  return named
    .filter(
      ({ key }) => !named.some(other => other.key !== key && other.key.includes(key) && !alone(key, lines, other.key)),
    )
    .map(({ branch }) => branch)
}

/** The roster with what each of its names and aliases is looked for by, the longest first. */
const namesOf = onceFor((call: RosterOfCall) =>
  call.roster.map(branch => ({
    branch,
    keys: keysOf(branch, call).toSorted((one, other) => other.length - one.length),
  })),
)

const keysOf = ({ name, aliases }: Branch, call: RosterOfCall): readonly string[] =>
  [name, ...aliases].map(one => simplify(branchKeys(one, call).at(-1) ?? normalise(one)))

/** Whether the shorter name also stands where the longer one doesn't. */
const alone = (key: string, lines: readonly string[], longer: string): boolean =>
  lines.some(line => line.replaceAll(longer, '').includes(key))
