import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes that are free on the volume of the database; null where that can't be told. */
export function diskFree(databaseFile: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(databaseFile))
    return bavail * bsize
  } catch {
    return null
  }
}
