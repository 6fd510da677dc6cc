import type { Laid, LaidCell } from './laid.ts'

/** All that a cell says, without spaces. */
export const cellText = ({ content }: LaidCell): string => content.map(textOf).join('').replace(/\s/g, '')

const textOf = (block: Laid): string =>
  block.kind === 'line' ? block.text : block.cells.map(cell => cellText(cell)).join('')
