import type { WhyUnreadable } from '../core/document/document.ts'

/** A document can't be read, and why. Thrown by readers inside their process; outside, it is a value of the Document. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly why: WhyUnreadable
  constructor(why: WhyUnreadable, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

/** What an error thrown while reading says of the document: a parser that chokes has met a corrupt one. */
export const whyUnreadable = (error: unknown): WhyUnreadable => (error instanceof Unreadable ? error.why : 'corrupt')
