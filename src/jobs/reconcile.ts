import { type LookNeeds, recordMissing } from './look.ts'

export type ReconcileNeeds = Omit<LookNeeds, 'folders' | 'messages'> & {
  readonly folders: LookNeeds['folders'] & {
    recordReconciliation(path: string, counts: { readonly onServer: number; readonly unaccounted: number }): void
  }
  readonly messages: LookNeeds['messages'] & { uids(folder: string, uidValidity: number): readonly number[] }
  readonly folderNames: readonly string[]
}

export type Reconciliation = {
  readonly path: string
  readonly onServer: number
  readonly unaccounted: readonly number[]
}

/**
 * Holds the server's own list of UIDs, as far as the last sweep got, against ours: each must be recorded, or be older than the first
 * look. What stands nowhere is counted, and recorded then, so that the next sweep settles it. What staff deleted or moved meanwhile is
 * simply gone.
 */
export async function reconcile(needs: ReconcileNeeds): Promise<readonly Reconciliation[]> {
  const results: Reconciliation[] = []
  for (const path of await needs.mailbox.resolveFolders(needs.folderNames)) {
    const folder = await needs.mailbox.open(path)
    const cursor = needs.folders.find(path)
    if (cursor === null || cursor.uidValidity !== folder.uidValidity) continue
    const onServer = (await needs.mailbox.uids(null)).filter(uid => uid <= cursor.lastUid)
    const recorded = new Set(needs.messages.uids(path, folder.uidValidity))
    const unaccounted = onServer.filter(uid => uid > cursor.firstLookUid && !recorded.has(uid))
    if (unaccounted.length > 0) await recordMissing(path, unaccounted, needs)
    needs.folders.recordReconciliation(path, { onServer: onServer.length, unaccounted: unaccounted.length })
    results.push({ path, onServer: onServer.length, unaccounted })
  }
  return results
}
