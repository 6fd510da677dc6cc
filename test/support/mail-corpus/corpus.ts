import { automatic } from './automatic.ts'
import { cloudLinks } from './cloud-links.ts'
import { fileNames } from './file-names.ts'
import type { Fixture } from './fixture.ts'
import { malformed } from './malformed.ts'
import { ordinary } from './ordinary.ts'
import { senders } from './senders.ts'
import { structure } from './structure.ts'
import { subjects } from './subjects.ts'
import { wrapped } from './wrapped.ts'

/** All mails of test/fixtures/mail, each with what it ought to come to: written down by hand, never taken from the program. */
export const corpus: readonly Fixture[] = [
  ...ordinary,
  ...cloudLinks,
  ...subjects,
  ...fileNames,
  ...senders,
  ...structure,
  ...wrapped,
  ...automatic,
  ...malformed,
]

/** About every second mail is written with CRLF, as servers hand it out, the others with LF; by name, so that it stays. */
export function bytesOf({ name, mail }: Pick<Fixture, 'name' | 'mail'>): Buffer {
  const sum = [...name].reduce((total, character) => total + character.charCodeAt(0), 0)
  return Buffer.from(sum % 2 === 0 ? mail.replaceAll('\n', '\r\n') : mail, 'latin1')
}
