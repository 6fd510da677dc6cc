import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathAsCalled } from '../config/environment.ts'
import { UsageError } from '../errors.ts'

/** The folder that personal data is written into: new or empty. Throws UsageError where it holds something. */
export function newFolder(written: string): string {
  const folder = pathAsCalled(written)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} is not empty: this goes into a folder of its own`)
  return folder
}

/** Nobody else may read it. What goes wrong names the file. */
export async function writeInto(folder: string, path: readonly string[], bytes: Uint8Array | string): Promise<void> {
  const file = join(folder, ...path)
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, bytes, { mode: 0o600 })
  } catch (error) {
    throw Object.assign(error as Error, { path: file })
  }
}
