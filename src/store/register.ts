import type { OpenFolder, SightedMessage } from '../core/application/recorded-message.ts'
import type { Conclusions } from './conclusions.ts'
import type { Folders } from './folders.ts'
import type { Locations } from './locations.ts'
import type { Messages } from './messages.ts'
import type { RefusedFolders } from './refused-folders.ts'
import type { Reopening } from './reopening.ts'

type Tables = {
  readonly folders: Folders
  readonly messages: Messages & Conclusions
  readonly refusedFolders: RefusedFolders
  readonly locations: Locations
  readonly reopening: Reopening
  readonly transaction: <Result>(work: () => Result) => Result
  readonly redoably: <Result>(work: () => Result) => Result
}

type Recording = { readonly at: Date; readonly upTo?: number; readonly again?: boolean }

/** The messages of the folders as they are met; each verb is one transaction. */
export const createRegister = (tables: Tables) => ({
  find: tables.folders.find,
  begin: ({ path, uidValidity }: OpenFolder, at: { readonly firstScanUid: number; readonly vacated: number | null }) =>
    tables.transaction(() => {
      if (at.vacated !== null) tables.locations.vacate(path, at.vacated)
      tables.folders.begin(path, { uidValidity, firstScanUid: at.firstScanUid })
    }),
  // What a loss of power undoes is met again, for the cursor goes with it.
  record: <Found extends SightedMessage>(found: readonly Found[], how: Recording): readonly Found[] =>
    tables.redoably(() => {
      const added = addedOf(found, how, tables)
      const [first] = found
      if (how.upTo !== undefined && first !== undefined) tables.folders.advance(first.folder, how.upTo)
      return added
    }),
  advance: tables.folders.advance,
  completeSweep: (path: string, at: Date): void =>
    tables.transaction(() => {
      tables.folders.completeSweep(path, at)
      tables.refusedFolders.end(path)
    }),
  refuse: tables.refusedFolders.begin,
  isRefused: tables.refusedFolders.has,
  keepOnly: (paths: readonly string[]): void =>
    tables.transaction(() => {
      tables.folders.keepOnly(paths)
      tables.refusedFolders.keepOnly(paths)
    }),
})

/** Those of one folder that are met for the first time. */
function addedOf<Found extends SightedMessage>(
  found: readonly Found[],
  { at, again }: Recording,
  { locations, messages, reopening }: Tables,
): readonly Found[] {
  const waits = locations.awaited(found[0]?.folder ?? '')
  const unplaced = waits ? found.filter(one => !one.bearsHeader || !locations.adopt(one)) : found
  const added = messages.recordAll(unplaced, at)
  if (again === true) {
    const uids = new Set(added.map(({ uid }) => uid))
    for (const one of found) if (one.mayApply && !uids.has(one.uid)) reopening.reopenUnrelated(one)
  }
  return added
}
