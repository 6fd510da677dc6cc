import type { Call } from '../call/call.ts'
import { formOf, takesPhotos } from '../call/deliverable.ts'
import type { Document } from '../document/document.ts'
import { deliverableOf } from './assigned.ts'
import type { JudgedTime } from './clock.ts'
import type { JudgedDocument } from './decision.ts'

/** What every decision says, whatever the message is: its documents, `forms` among them, and when it came. */
export const base = (
  { documents, time }: { readonly documents: readonly Document[]; readonly time: JudgedTime },
  forms: readonly Document[],
  call: Call | null = null,
) => ({
  documents: documents.map((one): JudgedDocument => {
    const { content: _, ...document } = one
    const isForm = forms.some(({ sha256 }) => sha256 === document.sha256)
    const isPhoto = forms.length === 0 && call !== null && isPhotoOfForm(one, call)
    return {
      ...document,
      ...(isPhoto ? PHOTO : {}),
      isForm,
      deliverable: call === null ? null : isForm ? formIdOf(call) : deliverableOf(one, call),
    }
  }),
  receivedAt: time.at?.toISOString() ?? null,
  clock: time.clock,
})

/** A photo that may be the form, where the call takes one and no form came that can be read; others are kept as they are. */
const isPhotoOfForm = (document: Document, call: Call): boolean =>
  document.kind === 'image' && takesPhotos(call) && deliverableOf(document, call) === null

const PHOTO = { status: 'unreadable', why: 'scanned' } as const

/** What its form is called by. */
export const formIdOf = ({ deliverables }: Call): string | null => formOf(deliverables)?.id ?? null

/** Of a message that is no application nothing was judged. */
export const noDecision = { problems: [], naming: null, form: null, checks: null, remarks: [] } as const
