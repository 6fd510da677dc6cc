import { FOREIGN_COLUMNS, FOREIGN_ENTRIES, FOREIGN_SECTIONS, FOREIGN_TITLES } from './foreign.ts'
import { FRESH_COLUMNS, FRESH_ENTRIES, FRESH_SECTIONS, FRESH_TITLES } from './fresh.ts'

/** Every word that only these tests know, each once. */
export const foreignWords = (): string[] => [
  ...new Set([
    ...[FOREIGN_ENTRIES, FOREIGN_SECTIONS, FOREIGN_COLUMNS, FRESH_ENTRIES, FRESH_SECTIONS, FRESH_COLUMNS].flatMap(
      words => Object.values(words).flat(),
    ),
    ...[...FOREIGN_TITLES, ...FRESH_TITLES].map(lines => lines.join('')),
  ]),
]
