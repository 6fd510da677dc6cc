import { type Properties, SPRM } from './properties.ts'

/** How a row's cells lie (MS-DOC §2.9.328, TDefTable): their edges in twips, which of them go on from above, and which from their left. */
export type RowShape = {
  readonly edges: readonly number[]
  readonly goesOn: readonly boolean[]
  readonly goesAcross: readonly boolean[]
}

const CELL_BYTES = 20
const VERTICAL = 0x60
const GOES_ON = 0x20
const HORIZONTAL = 0x03
const GOES_ACROSS = 0x01

/** Null where the row does not say how it lies. */
export function readRowShape(properties: Properties): RowShape | null {
  const definition = properties.get(SPRM.rowShape)
  const count = definition?.[2] ?? 0
  if (definition === undefined || count === 0 || definition.length < 3 + 2 * (count + 1)) return null
  const edges = Array.from({ length: count + 1 }, (_, index) => definition.readInt16LE(3 + 2 * index))
  const cells = 3 + 2 * (count + 1)
  const flags = Array.from({ length: count }, (_, index) => {
    const at = cells + CELL_BYTES * index
    return at + 2 <= definition.length ? definition.readUInt16LE(at) : 0
  })
  const [down, across] = [mergedLater(properties, SPRM.verticalMerge), properties.get(SPRM.horizontalMerge)]
  const [first = 0, end = 0] = across ?? []
  return {
    edges,
    goesOn: flags.map((flag, index) => down.get(index) ?? (flag & VERTICAL) === GOES_ON),
    goesAcross: flags.map((flag, index) => (flag & HORIZONTAL) === GOES_ACROSS || (index > first && index < end)),
  }
}

const OPERAND_BYTES = 3

/** What a row says of its cells behind their definition: which, and whether it goes on. */
function mergedLater(properties: Properties, code: number): ReadonlyMap<number, boolean> {
  const operands = properties.get(code) ?? Buffer.alloc(0)
  const merged = new Map<number, boolean>()
  for (let at = 0; at + OPERAND_BYTES <= operands.length; at += OPERAND_BYTES)
    merged.set(operands[at + 1] ?? 0, operands[at + 2] === 1)
  return merged
}
