import { composeDigest } from '../../src/core/digest/compose-digest.ts'
import { badDay, deadlineDay, emptyDay, ordinaryDay } from '../core/digest/digest-facts.ts'
import { hardDay } from '../core/digest/hard-day.ts'

/** The digest of an empty day, an ordinary one, the one of the deadline, a bad one, and one with the worst that strangers write. */
export const digestPages = () =>
  Object.entries({ emptyDay, ordinaryDay, deadlineDay, badDay, hardDay }).map(([title, facts]) => ({
    title: `digest-${title}`,
    mail: composeDigest(facts),
  }))
