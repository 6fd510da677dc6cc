import type { z } from 'zod'
import { editDistance } from '../core/naming/edit-distance.ts'
import type { Mistake } from '../errors.ts'
import type { Variables } from './environment.ts'

const PREFIX = 'SHENBAO_'
/** Variables with a meaning of their own; the secrets are read by secrets.ts. */
const KNOWN = new Set(
  ['MAILBOX', 'SMTP']
    .flatMap(part => [`${PREFIX}${part}_PASSWORD`, `${PREFIX}${part}_PASSWORD_FILE`])
    .concat(`${PREFIX}CONFIG`),
)

type Tree = { readonly [key: string]: unknown }
type Leaf = { readonly path: readonly string[]; readonly type: string }

/** What the environment says over `service.yaml`: the merged settings, the paths it set, and unknown variables as mistakes. */
type Overridden = {
  readonly settings: unknown
  /** Dotted path → name of the variable that set it. */
  readonly variables: ReadonlyMap<string, string>
  readonly mistakes: readonly Mistake[]
}

/** Every scalar of the schema can be set by `SHENBAO_` + its path in upper snake case; lists are comma-separated. */
export function override(settings: unknown, schema: z.ZodObject, variables: Variables): Overridden {
  const leaves = new Map(leavesOf(schema, []).map(leaf => [variableName(leaf.path), leaf]))
  const set = new Map<string, string>()
  const mistakes: Mistake[] = []
  let merged = settings
  for (const [name, value] of Object.entries(variables)) {
    if (!name.startsWith(PREFIX) || KNOWN.has(name) || value === undefined) continue
    const leaf = leaves.get(name)
    if (leaf === undefined) {
      mistakes.push({ file: 'environment', path: name, message: unknownVariable(name, [...leaves.keys(), ...KNOWN]) })
      continue
    }
    merged = withValue(merged, leaf.path, scalar(value, leaf.type))
    set.set(leaf.path.join('.'), name)
  }
  return { settings: merged, variables: set, mistakes }
}

const TYPING_ERRORS = 3

function unknownVariable(name: string, known: readonly string[]): string {
  const [near] = known
    .map(one => ({ one, distance: editDistance(name, one, TYPING_ERRORS) }))
    .filter(({ distance }) => distance <= TYPING_ERRORS)
    .sort((a, b) => a.distance - b.distance)
  return near === undefined
    ? 'unknown variable: it is SHENBAO_ and a path of service.yaml, such as SHENBAO_MAILBOX_HOST'
    : `unknown variable: is ${near.one} meant?`
}

const variableName = (path: readonly string[]): string =>
  PREFIX + path.map(key => key.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase()).join('_')

const leavesOf = (schema: z.ZodObject, path: readonly string[]): Leaf[] =>
  Object.entries(schema.shape).flatMap(([key, value]) => leavesAt(unwrap(value as z.ZodType), [...path, key]))

function leavesAt(schema: z.ZodType, path: readonly string[]): Leaf[] {
  if (schema.def.type === 'object') return leavesOf(schema as z.ZodObject, path)
  if (schema.def.type !== 'union') return [{ path, type: schema.def.type }]
  return (schema as z.ZodUnion<z.ZodType[]>).options.flatMap(option => leavesAt(unwrap(option), path))
}

function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema.def as unknown as { readonly innerType?: z.ZodType; readonly in?: z.ZodType }
  const inner = def.innerType ?? def.in
  return inner === undefined ? schema : unwrap(inner)
}

/** A text that isn't what the schema wants stays as it is, so that the schema says so. */
function scalar(text: string, type: string): unknown {
  if (type === 'array') return text.split(',').map(item => item.trim())
  if (type === 'number' && /^\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function withValue(tree: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const branch = isTree(tree) ? tree : {}
  return { ...branch, [key]: withValue(branch[key], rest, value) }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
