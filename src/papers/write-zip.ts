import { zipSync } from 'fflate'

/** A file in an archive; each segment of its path is ours. */
export type ZippedFile = { readonly path: readonly string[]; readonly bytes: Uint8Array }

/** An archive whose names are UTF-8; what is in it is mostly packed already. */
export const writeZip = (files: readonly ZippedFile[], at: Date): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path.join('/'), [bytes, { level: 1, mtime: at }]])))
