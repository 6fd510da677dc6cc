import { CHART, EMBEDDED, EQUATION, PICTURE } from '../core/document/document.ts'

/** The mark of an embedded object by the name of the program it is of (ProgID). */
export function objectMark(program: string): string {
  if (/equation|mathtype/i.test(program)) return EQUATION
  if (/chart|graph/i.test(program)) return CHART
  return /pbrush|picture|photo|metafile/i.test(program) ? PICTURE : EMBEDDED
}
