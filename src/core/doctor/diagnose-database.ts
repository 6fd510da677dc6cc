import { formatSize } from '../text/size.ts'
import { bad, type Diagnosis, good } from './diagnosis.ts'

/** What the database file and its place show; `version` and `messages` are null where there is no file yet. */
export type DatabaseSeen = {
  readonly file: string
  readonly version: number | null
  readonly known: number
  readonly intact: boolean
  /** What SQLite says where it can't read the file, damaged or not. */
  readonly unread: string | null
  readonly messages: number | null
  readonly writable: boolean
  readonly freeBytes: number | null
  readonly hasWorker: boolean
}

const LITTLE = 1024 ** 3

export const diagnoseDatabase = (seen: DatabaseSeen): readonly Diagnosis[] => [
  diagnosePlace(seen),
  ...(seen.version === null ? [good('database', `${seen.file} will be made by the first sweep`)] : diagnoseFile(seen)),
  diagnoseDisk(seen),
  good('worker', seen.hasWorker ? 'one is at work on this database' : 'none is at work on this database'),
]

const diagnosePlace = ({ file, writable }: DatabaseSeen): Diagnosis =>
  writable
    ? good('data folder', `${file} can be written`)
    : bad(
        'data folder',
        `${file} can't be written`,
        'give the folder and the files in it to the user that shenbao runs as (in the image: 1000)',
      )

function diagnoseFile({ file, version, known, intact, unread, messages }: DatabaseSeen): readonly Diagnosis[] {
  if (unread !== null)
    return [bad('database', `${file} can't be read: ${unread}`, 'look at the file, its folder and its volume')]
  if (!intact)
    return [bad('database', `${file} is damaged`, 'stop the worker and restore a backup (docs/operator-guide.md)')]
  const current = version ?? 0
  return [
    good('database', `${file}: intact, ${messages ?? 0} messages`),
    current <= known
      ? good(
          'migrations',
          current === known ? `at version ${current}` : `at version ${current}, the next start brings it to ${known}`,
        )
      : bad(
          'migrations',
          `at version ${current}, this program knows ${known}`,
          'run the newer program, or go back with the copy made before the upgrade (docs/operator-guide.md)',
        ),
  ]
}

function diagnoseDisk({ freeBytes }: DatabaseSeen): Diagnosis {
  if (freeBytes === null) return bad('disk', 'the free space can’t be told', 'look at the volume')
  const seen = `${formatSize(freeBytes)} free`
  return freeBytes >= LITTLE ? good('disk', seen) : bad('disk', seen, 'make room: mail with its files is stored there')
}
