import { NONE, type Properties, readProperties, SPRM } from './properties.ts'
import { tablePart, type WordFile } from './word-file.ts'

/** Which properties the character at a place in the main stream has. */
type Formatting = (place: number) => Properties

type Run = { readonly from: number; readonly to: number; readonly properties: Properties }

const PAGE_BYTES = 512

/** Properties of characters (MS-DOC §2.9.33, ChpxFkp). */
export const characterFormatting = (file: WordFile): Formatting =>
  lookUp(runsOf(file, 'characterPages', characterProperties))

/** Properties of paragraphs (MS-DOC §2.9.174, PapxFkp), found by the place of any of their characters. */
export const paragraphFormatting = (file: WordFile): Formatting =>
  lookUp(runsOf(file, 'paragraphPages', (page, runs, index) => paragraphProperties(file, page, runs + index * 13)))

type ReadRun = (page: Buffer, propertiesAt: number, index: number) => Properties

/** Pages of 512 bytes: places of the runs, then where in the page the properties of each stand, their count at the end. */
function runsOf(file: WordFile, part: 'characterPages' | 'paragraphPages', readRun: ReadRun): Run[] {
  const index = tablePart(file, part)
  const pages = Math.max(0, Math.floor((index.length - 4) / 8))
  return Array.from({ length: pages }, (_, one) => index.readUInt32LE(4 * (pages + 1) + 4 * one) & 0x3fffff)
    .flatMap(number => {
      const page = file.main.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES)
      const count = page[PAGE_BYTES - 1] ?? 0
      return Array.from({ length: count }, (_, run) => ({
        from: page.readUInt32LE(4 * run),
        to: page.readUInt32LE(4 * (run + 1)),
        properties: readRun(page, 4 * (count + 1), run),
      }))
    })
    .sort((one, other) => one.from - other.from)
}

function characterProperties(page: Buffer, offsets: number, index: number): Properties {
  const at = 2 * (page[offsets + index] ?? 0)
  return at === 0 ? NONE : readProperties(page.subarray(at + 1, at + 1 + (page[at] ?? 0)))
}

/** The style's number comes before them, and is one of them; of a wide row's, only where in the stream Data they stand. */
function paragraphProperties({ data }: WordFile, page: Buffer, offset: number): Properties {
  const at = 2 * (page[offset] ?? 0)
  if (at === 0) return NONE
  const words = page[at] ?? 0
  const [start, bytes] = words === 0 ? [at + 2, 2 * (page[at + 1] ?? 0)] : [at + 1, 2 * words - 1]
  const style = [SPRM.paragraphStyle, page.subarray(start, start + 2)] as const
  const properties = new Map([style, ...readProperties(page.subarray(start + 2, start + bytes))])
  const elsewhere = properties.get(SPRM.elsewhere)?.readUInt32LE(0)
  if (elsewhere === undefined || elsewhere + 2 > data.length) return properties
  const more = data.subarray(elsewhere + 2, elsewhere + 2 + data.readUInt16LE(elsewhere))
  return new Map([...properties, ...readProperties(more)])
}

/** Neighbours have mostly the same run: the last one is tried first. */
function lookUp(runs: readonly Run[]): Formatting {
  let last: Run | undefined
  return place => {
    if (last === undefined || place < last.from || place >= last.to) last = runAt(runs, place)
    return last?.properties ?? NONE
  }
}

function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const run = runs[low]
  return run !== undefined && run.from <= place ? run : undefined
}
