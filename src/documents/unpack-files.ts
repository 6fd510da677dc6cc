import type { MailFile } from '../core/export/mail-file.ts'
import { createBudget } from './budget.ts'
import { bufferOf, examine, type NamedFile } from './examine.ts'
import { openArchive } from './open-archive.ts'
import type { ReadLimits } from './read-limits.ts'

/** A mail's files for people: an archive that can be opened gives way to the files in it. Nothing is parsed; what is inflated is bounded. */
export async function unpackFiles(files: readonly NamedFile[], limits: ReadLimits): Promise<readonly MailFile[]> {
  const budget = createBudget(limits.inflatedBytes)
  const unpacked: MailFile[] = []
  for (const file of files) {
    const document = await examine(file, limits.documentBytes)
    const bytes = bufferOf(file.bytes)
    const found =
      document.kind === 'zip' ? await openArchive({ document, bytes }, { budget, limits }) : [{ document, bytes }]
    for (const one of found) if (one.document.status !== 'opened') unpacked.push({ ...one.document, bytes: one.bytes })
  }
  return unpacked
}
