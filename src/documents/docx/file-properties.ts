import type { FileProperty } from '../field-text.ts'
import { childElements, contentOf, type Element, parseLoosely } from './xml.ts'

/** Parts with properties of the file, where a document may ask for them. */
export const PROPERTY_PARTS = ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']

/** Fields call some of them by other names than the parts do (ECMA-376 §17.16.5.14). */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  author: 'creator',
  comments: 'description',
  lastsavedby: 'lastmodifiedby',
}

/** Properties of the file by their names, of parts that lie beside the document; '' stands for a part that is not there. */
export function propertiesOf(parts: readonly string[]): FileProperty {
  const values = new Map(
    parts.flatMap(part => childElements(parseLoosely(part))).map(one => [nameOf(one).toLowerCase(), contentOf(one)]),
  )
  return name => values.get(OTHER_NAMES[name.toLowerCase()] ?? name.toLowerCase())?.trim() ?? ''
}

/** A property that somebody named has its name as an attribute. */
const nameOf = ({ name, attributes }: Element): string => attributes.name ?? name.slice(name.indexOf(':') + 1)
