import { isGarbled, isNamelessFile } from '../core/naming/destroyed.ts'
import { decodeBytes } from './charset.ts'
import { type RawField, rawValues } from './header-fields.ts'
import { headerText, withoutControls } from './header-text.ts'
import { legibility } from './legibility.ts'
import { undoMojibake } from './mojibake.ts'
import { type Parameter, parametersNamed, parseStructured, percentDecoded } from './parameters.ts'

const LONGEST = 1000

/**
 * The name of a part's file: of all that its header offers (filename, name, with and without RFC 2231, Content-Description) the one that came through
 * best; '' where there is none. Never with a folder.
 */
export function fileNameOf(fields: readonly RawField[]): string {
  const [disposition = ''] = rawValues(fields, 'content-disposition')
  const [type = ''] = rawValues(fields, 'content-type')
  const [description = ''] = rawValues(fields, 'content-description')
  const candidates = [
    ...parametersNamed(parseStructured(disposition), 'filename'),
    ...parametersNamed(parseStructured(disposition), 'name'),
    ...parametersNamed(parseStructured(type), 'name'),
    ...parametersNamed(parseStructured(type), 'filename'),
  ].map(decodeName)
  const described = headerText(description)
  return bestName([...candidates, ...(/\.[a-z0-9]{2,5}$/i.test(described) ? [baseName(described)] : [])])
}

/** The best of several names of one file; between equals the first. */
export function bestName(candidates: readonly string[]): string {
  const scored = candidates.filter(name => name !== '').map(name => ({ name, score: scoreOf(name) }))
  const [first] = scored
  return first === undefined ? '' : scored.reduce((best, one) => (one.score > best.score ? one : best)).name
}

/** A name in Chinese before one in ASCII, both before what was destroyed on the way. */
function scoreOf(name: string): number {
  if (isGarbled(name)) return -1
  return isNamelessFile(name) ? 0 : Math.max(0.1, legibility(name))
}

const decodeName = ({ raw, charset }: Parameter): string => {
  const bytes = Buffer.from(raw.slice(0, 4 * LONGEST), 'latin1')
  const decoded = charset === null ? headerText(raw) : undoMojibake(decodeBytes(bytes, charset))
  return baseName(decodePercent(/=\?.*\?=/s.test(decoded) ? headerText(decoded) : decoded))
}

/** «%E6%9C%BA.docx»; encoded twice it is «%25E6…». */
function decodePercent(name: string): string {
  let decoded = name
  for (
    let round = 0;
    round < 2 && /%(?:25)?[89A-F][0-9A-F]/i.test(decoded) && !/[^\u0000-\u007f]/.test(decoded);
    round += 1
  )
    decoded = decodeBytes(Buffer.from(percentDecoded(decoded), 'latin1'), null)
  return decoded.includes('\ufffd') ? name : decoded
}

/** Some programs send the path on the sender's disk. */
const baseName = (name: string): string => {
  const clean = withoutControls(name).replace(/^["']+|["']+$/g, '')
  return clean
    .slice(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1)
    .trim()
    .slice(0, LONGEST)
}
