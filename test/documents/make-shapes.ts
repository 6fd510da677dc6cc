const SPA_BYTES = 26

/** Where in the text shapes are anchored (MS-DOC §2.8.37): position and shape. */
export function shapesPart(anchors: readonly (readonly [number, number])[]): Buffer {
  const part = Buffer.alloc(4 * (anchors.length + 1) + SPA_BYTES * anchors.length)
  for (const [index, [position, shape]] of anchors.entries()) {
    part.writeUInt32LE(position, 4 * index)
    part.writeUInt32LE(shape, 4 * (anchors.length + 1) + SPA_BYTES * index)
  }
  return part
}

const record = (type: number, content: Buffer, version = 0xf): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt16LE(version, 0)
  head.writeUInt16LE(type, 2)
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content])
}

type Shape = { readonly id: number; readonly picture?: number; readonly isObject?: boolean }

function shape({ id, picture, isObject = false }: Shape): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(id, 0)
  head.writeUInt32LE(isObject ? 0x10 : 0, 4)
  const options = Buffer.alloc(6)
  options.writeUInt16LE(picture === undefined ? 0x0080 : 0x4104, 0)
  options.writeUInt32LE(picture ?? 7, 2)
  return record(0xf004, Buffer.concat([record(0xf00a, head, 2), record(0xf00b, options, 0x13)]))
}

/** What the shapes are (MS-DOC §2.9.172, OfficeArtContent): what all drawings share, then the body's drawing. */
export const drawingsPart = (shapes: readonly Shape[]): Buffer =>
  Buffer.concat([
    record(0xf000, Buffer.alloc(4)),
    Buffer.from([0]),
    record(0xf002, record(0xf003, Buffer.concat(shapes.map(shape)))),
  ])
