/** The head of a picture's or field's record in the stream Data (MS-DOC §2.9.158, NilPICFAndBinData). */
const HEAD_BYTES = 68
const CHECK_BOX = 1
const UNDEFINED = 25

/** A legacy check box (MS-DOC §2.9.78, FFData) at a place in the stream Data; null where none is there. */
export function readCheckBox(data: Buffer, place: number): '☑' | '□' | null {
  const at = place + HEAD_BYTES
  if (at + 10 > data.length) return null
  const bits = data.readUInt16LE(at + 4)
  if ((bits & 3) !== CHECK_BOX) return null
  const result = (bits >> 2) & 31
  return (result === UNDEFINED ? defaultOf(data, at) : result) === 1 ? '☑' : '□'
}

/** Behind the name, which has its length in front and a zero behind it. */
function defaultOf(data: Buffer, at: number): number {
  const name = at + 10
  if (name + 2 > data.length) return 0
  const place = name + 2 + 2 * data.readUInt16LE(name) + 2
  return place + 2 > data.length ? 0 : data.readUInt16LE(place)
}
