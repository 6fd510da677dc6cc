import { tablePart, type WordFile } from './word-file.ts'

const NAME_AT = 40

/** Names of a file's fonts, by their number (MS-DOC §2.9.286, SttbfFfn). */
export function readFonts(file: WordFile): readonly string[] {
  const list = tablePart(file, 'fonts')
  const names: string[] = []
  for (let at = 4; at < list.length; at += 1 + (list[at] ?? 0)) {
    const name = list.subarray(at + NAME_AT, at + 1 + (list[at] ?? 0)).toString('utf16le')
    names.push(name.split('\0')[0] ?? '')
  }
  return names
}
