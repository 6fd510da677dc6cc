import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import { type ForCall, formsOf } from '../message/which-call.ts'
import { deliverableOf } from './assigned.ts'

/** The call that a message is for, and others whose forms came with it. */
type Claiming = { readonly call: Call; readonly others: readonly ForCall[] }

/** What of a message is each call's: its forms, what only it asks for, and what came in the archive of its forms. The first has the rest. */
export function sharesOf(documents: readonly Document[], { call, others }: Claiming) {
  const forms = others.flatMap(({ chosen }) => formsOf(chosen))
  const rest = documents.filter(one => !forms.includes(one))
  const theirs = others.map(other => ({
    other,
    own: documents.filter(one => formsOf(other.chosen).includes(one) || (rest.includes(one) && isOf(other, one))),
  }))
  const taken = theirs.flatMap(({ own }) => own)
  return { own: documents.filter(one => !taken.includes(one)), theirs }

  /** In an archive that also holds what the first call asks for, each is what it is known as. */
  function isOf(other: ForCall, one: Document): boolean {
    const archive = archiveOf(one)
    const isTheirs = archive !== null && formsOf(other.chosen).some(form => form.archive === archive)
    if (isTheirs && !rest.some(two => two.archive === archive && isAskedBy(call, two))) return true
    return isAskedBy(other.call, one) && !isAskedBy(call, one)
  }
}

const isAskedBy = (call: Call, document: Document): boolean => deliverableOf(document, call) !== null

/** That it came in, or is. */
const archiveOf = ({ name, status, archive }: Document): string | null =>
  status === 'opened' && archive === null ? name : archive
