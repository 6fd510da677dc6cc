import type { Block } from '../../document/document.ts'
import { kindByHead } from './columns.ts'
import { turned } from './grid.ts'

/** Lists whose labels stand at the left, an entry a column, are turned so that they stand on top; all else stays as it is. */
export const upright = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(block =>
    block.kind === 'table' && kindByHead(block) === null && kindByHead(turned(block)) !== null ? turned(block) : block,
  )
