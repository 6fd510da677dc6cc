import { expect, it } from 'vitest'
import type { Degree } from '../../../src/core/judge/decision.ts'
import { type NameFault, readName } from '../../../src/core/naming/read-name.ts'
import type { BranchReading } from '../../../src/core/naming/roster.ts'
import { call } from './call.ts'

type Row = readonly [received: string | null, degree: Degree, branch: string | null, fault?: NameFault]

const shown = (reading: BranchReading): string | null => {
  switch (reading.kind) {
    case 'known':
      return reading.branch.name
    case 'near':
      return `≈ ${reading.suggestions.map(({ name }) => name).join(' ')}`
    case 'ambiguous':
      return `= ${reading.candidates.map(({ name }) => name).join(' ')}`
    case 'unknown':
      return `? ${reading.written}`
    case 'none':
      return null
  }
}

/** One test per row: what a name is read as. ≈ suggestions, = candidates, ? what is written. */
export const itReads = (kind: 'subject' | 'file', rows: readonly Row[]) =>
  it.each(rows.map(([received, degree, branch, fault]) => [received, degree, branch, fault ?? null] as const))(
    '%j → %s, %j %s',
    (received, degree, branch, fault) => {
      const reading = readName(received, kind, call)
      expect({ degree: reading.degree, branch: shown(reading.branch), fault: reading.fault }).toEqual({
        degree,
        branch,
        fault,
      })
      expect(reading.remark === null).toBe(degree !== 'cosmetic')
    },
  )
