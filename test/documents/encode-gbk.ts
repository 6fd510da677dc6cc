/** Node decodes GBK but has no encoder: the double bytes, turned around. */
const BYTES: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from({ length: 126 * 191 }, (_, index) => {
    const pair = [0x81 + Math.floor(index / 191), 0x40 + (index % 191)]
    return [new TextDecoder('gbk').decode(Uint8Array.from(pair)), pair]
  }),
)

export const encodeGbk = (text: string): Buffer =>
  Buffer.from([...text].flatMap(character => BYTES.get(character) ?? [character.codePointAt(0) ?? 0]))
