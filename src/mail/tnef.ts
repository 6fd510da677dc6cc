import { decodeBytes } from './charset.ts'
import { bestName } from './file-name.ts'
import { type MapiProperty, mapiProperties } from './mapi-properties.ts'

/** A file out of an attachment of ours. */
export type NamedBytes = { readonly name: string; readonly bytes: Buffer }

const SIGNATURE = 0x223e9f78
const ATTRIBUTE = {
  start: 0x00069002,
  title: 0x00018010,
  data: 0x0006800f,
  properties: 0x00069005,
  codepage: 0x00069007,
}
/** MS-OXPROPS: PidTagAttachLongFilename, PidTagAttachFilename, PidTagAttachDataBinary. */
const PROPERTY = { longName: 0x3707, name: 0x3704, data: 0x3701 }
const OBJECT = 0x0d
const INTERFACE_ID_BYTES = 16
const MOST_FILES = 200

/** Whether these are the bytes of a winmail.dat (MS-OXTNEF §2.1.3.1). */
export const isTnef = (bytes: Buffer): boolean => bytes.length > 6 && bytes.readUInt32LE(0) === SIGNATURE

/**
 * The files that Outlook wrapped into a winmail.dat; null where it is cut off or broken. A walk over the attributes that copies nothing
 * and believes no length, for known readers take the process down on broken ones.
 */
export function filesInTnef(bytes: Buffer): readonly NamedBytes[] | null {
  const files: MapiProperty[][] = []
  let codepage = ''
  for (let at = 6; at < bytes.length; ) {
    if (at + 9 > bytes.length) return null
    const id = bytes.readUInt32LE(at + 1)
    const end = at + 9 + bytes.readUInt32LE(at + 5)
    if (end + 2 > bytes.length) return null
    const value = bytes.subarray(at + 9, end)
    if (id === ATTRIBUTE.codepage && value.length >= 4) codepage = `cp${value.readUInt32LE(0)}`
    if (id === ATTRIBUTE.start) files.push([])
    files.at(-1)?.push(...propertiesOf(id, value))
    if (files.length > MOST_FILES) return null
    at = end + 2
  }
  return files.map(properties => toFile(properties, codepage))
}

function propertiesOf(id: number, value: Buffer): readonly MapiProperty[] {
  if (id === ATTRIBUTE.title) return [{ id: PROPERTY.name, type: 0x1e, value }]
  if (id === ATTRIBUTE.data) return [{ id: PROPERTY.data, type: 0x102, value }]
  return id === ATTRIBUTE.properties ? mapiProperties(value) : []
}

function toFile(properties: readonly MapiProperty[], codepage: string): NamedBytes {
  const named = [PROPERTY.longName, PROPERTY.name].flatMap(id => properties.filter(property => property.id === id))
  const data = properties.filter(({ id }) => id === PROPERTY.data).sort((a, b) => b.value.length - a.value.length)[0]
  const skipped = data?.type === OBJECT ? INTERFACE_ID_BYTES : 0
  return {
    name: bestName(named.map(property => textOf(property, codepage))),
    bytes: data?.value.subarray(skipped) ?? Buffer.alloc(0),
  }
}

const UNICODE = 0x1f

const textOf = ({ type, value }: MapiProperty, codepage: string): string =>
  (type === UNICODE ? value.toString('utf16le') : decodeBytes(value, codepage)).replace(/\0[\s\S]*$/, '')
