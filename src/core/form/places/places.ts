import type { Block } from '../../document/document.ts'
import type { Labels } from '../evidence/labels.ts'
import { asTables } from '../outline/line-tables.ts'
import { linePlaces } from './line-places.ts'
import type { Place } from './place.ts'
import { tablePlaces } from './table-places.ts'

/** All places of a section, by the geometry of its tables and the colons of its lines. */
export function placesOf(blocks: readonly Block[], labels: Labels, heading: string | null): Place[] {
  const groups = heading === null ? [] : [heading]
  const lines: Block[] = []
  const places: Place[] = []
  const sources = new Map<object, Block>()
  for (const block of asTables(blocks, sources)) {
    const inSource = (place: Place) => ({
      ...place,
      table: block,
      takes: place.takes.map(one => sources.get(one) ?? one),
    })
    if (block.kind === 'table') places.push(...tablePlaces(block, labels, groups).map(inSource))
    else lines.push(block)
  }
  return [...places, ...linePlaces(lines, labels, { groups, isInCell: false })]
}
