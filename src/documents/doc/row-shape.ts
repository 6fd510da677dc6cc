import { type Properties, SPRM } from './properties.ts'

/** How a row's cells lie (MS-DOC §2.9.328, TDefTable): their edges in twips, and which of them go on from above. */
export type RowShape = { readonly edges: readonly number[]; readonly goesOn: readonly boolean[] }

const CELL_BYTES = 20
const VERTICAL = 0x60
const GOES_ON = 0x20

/** Null where the row does not say how it lies. */
export function readRowShape(properties: Properties): RowShape | null {
  const definition = properties.get(SPRM.rowShape)
  const count = definition?.[2] ?? 0
  if (definition === undefined || count === 0 || definition.length < 3 + 2 * (count + 1)) return null
  const edges = Array.from({ length: count + 1 }, (_, index) => definition.readInt16LE(3 + 2 * index))
  const cells = 3 + 2 * (count + 1)
  const goesOn = Array.from({ length: count }, (_, index) => {
    const at = cells + CELL_BYTES * index
    return at + 2 <= definition.length && (definition.readUInt16LE(at) & VERTICAL) === GOES_ON
  })
  const merge = properties.get(SPRM.verticalMerge)
  return { edges, goesOn: goesOn.map((goes, index) => (merge?.[1] === index ? merge[2] === 1 : goes)) }
}
