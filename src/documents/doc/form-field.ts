/** The head of a picture's or field's record in the stream Data (MS-DOC §2.9.158, NilPICFAndBinData). */
const HEAD_BYTES = 68
const VERSION = 0xffffffff
const [CHECK_BOX, LIST] = [1, 2]
const UNDEFINED = 25

/** What a legacy check box or list (MS-DOC §2.9.78, FFData) at a place in the stream Data has chosen; '' where none is there. */
export function readChoice(data: Buffer, place: number): string {
  const at = place + HEAD_BYTES
  if (at + 10 > data.length || data.readUInt32LE(at) !== VERSION) return ''
  const bits = data.readUInt16LE(at + 4)
  const [kind, stored] = [bits & 3, (bits >> 2) & 31]
  if (kind !== CHECK_BOX && kind !== LIST) return ''
  const afterName = behindText(data, at + 10)
  const result = stored === UNDEFINED ? numberAt(data, afterName) : stored
  if (kind === CHECK_BOX) return result === 1 ? '☑' : '□'
  return entryOf(data, afterName + 2, result)
}

/** A text has its length in front and a zero behind it. */
const behindText = (data: Buffer, at: number): number => at + 2 + 2 * numberAt(data, at) + 2

const numberAt = (data: Buffer, at: number): number => (at + 2 > data.length ? 0 : data.readUInt16LE(at))

/** Format, help, status and two macros. */
const TEXTS_BETWEEN = 5
const IS_WIDE = 0xffff

/** The entries stand behind five texts, as a table of strings: a mark, their count, the size of what is added to each, and they. */
function entryOf(data: Buffer, start: number, wanted: number): string {
  let at = start
  for (let text = 0; text < TEXTS_BETWEEN; text++) at = behindText(data, at)
  if (numberAt(data, at) !== IS_WIDE || wanted >= numberAt(data, at + 2)) return ''
  at += 6
  for (let entry = 0; entry < wanted; entry++) at += 2 + 2 * numberAt(data, at)
  return data.subarray(at + 2, at + 2 + 2 * numberAt(data, at)).toString('utf16le')
}
