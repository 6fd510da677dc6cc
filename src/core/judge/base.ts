import type { Document } from '../document/document.ts'
import type { JudgedTime } from './clock.ts'
import type { JudgedDocument } from './decision.ts'

/** What every decision says, whatever the message is: its documents, `forms` among them, and when it came. */
export const base = (
  { documents, time }: { readonly documents: readonly Document[]; readonly time: JudgedTime },
  forms: readonly Document[],
) => ({
  documents: documents.map(({ content: _, ...document }): JudgedDocument => {
    return { ...document, isForm: forms.some(({ sha256 }) => sha256 === document.sha256) }
  }),
  receivedAt: time.at?.toISOString() ?? null,
  clock: time.clock,
})

/** Of a message that is no application nothing was judged. */
export const noDecision = { problems: [], naming: null, form: null, checks: null, remarks: [] } as const
