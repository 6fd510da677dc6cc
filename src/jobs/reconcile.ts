import { recordMissing, type ScanNeeds } from './scan.ts'

export type ReconcileNeeds = {
  readonly scan: ScanNeeds
  readonly count: {
    /** The UIDs that are recorded of a folder. */
    recorded(path: string, uidValidity: number): readonly number[]
    write(path: string, counts: { readonly onServer: number; readonly unaccounted: number; readonly at: Date }): void
  }
}

export type Reconciliation = {
  readonly path: string
  readonly onServer: number
  readonly unaccounted: readonly number[]
}

/**
 * Holds the server's own list of UIDs, as far as the last sweep got, against ours: each must be recorded, or be older than the first
 * look. What stands nowhere is counted, and recorded then, so that the next sweep concludes it. What staff deleted or moved meanwhile is
 * simply gone; what the server doesn't open can't be counted.
 */
export async function reconcile({ scan, count }: ReconcileNeeds): Promise<readonly Reconciliation[]> {
  const results: Reconciliation[] = []
  for (const path of await scan.mailbox.resolveFolders(scan.folderNames)) {
    if (scan.register.isRefused(path)) continue
    const folder = await scan.mailbox.open(path)
    const cursor = scan.register.find(path)
    if (cursor === null || cursor.uidValidity !== folder.uidValidity) continue
    const onServer = (await scan.mailbox.uids(null)).filter(uid => uid <= cursor.lastUid)
    const recorded = new Set(count.recorded(path, folder.uidValidity))
    const unaccounted = onServer.filter(uid => uid > cursor.firstScanUid && !recorded.has(uid))
    if (unaccounted.length > 0) await recordMissing(path, unaccounted, scan)
    count.write(path, { onServer: onServer.length, unaccounted: unaccounted.length, at: scan.clock() })
    results.push({ path, onServer: onServer.length, unaccounted })
  }
  return results
}
