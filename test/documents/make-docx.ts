import { makeZip, type Part } from './make-zip.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const contentTypes = (
  kinds: readonly string[],
) => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>${kinds
  .map(kind => `<Override PartName="/word/${kind}.xml" ContentType="${WORD_TYPE}.${kind}+xml"/>`)
  .join('')}</Types>`

const RELATIONSHIPS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A docx by hand around the inside of `w:body`, for constructs that no writer of ours makes. */
export const makeDocx = (body: string, more: readonly Part[] = []): Buffer =>
  makeZip([
    { path: '[Content_Types].xml', data: contentTypes([]) },
    { path: '_rels/.rels', data: RELATIONSHIPS },
    {
      path: 'word/document.xml',
      data: wordXml('document', `<w:body>${body}</w:body>`),
    },
    ...more,
  ])

/** The same with parts beside the body: the inside of each, by what it is (`header`, `footnotes`, `numbering` …). Their id is their name; a picture's is `picture`. */
export const makeDocxOf = (body: string, parts: Readonly<Record<string, string>>, picture?: Buffer): Buffer => {
  const kinds = Object.keys(parts)
  const relations = kinds.map(kind => `<Relationship Id="${kind}" Type="${RELATION}/${kind}" Target="${kind}.xml"/>`)
  if (picture !== undefined)
    relations.push(`<Relationship Id="picture" Type="${RELATION}/image" Target="media/picture.png"/>`)
  return makeZip([
    { path: '[Content_Types].xml', data: contentTypes(kinds) },
    { path: '_rels/.rels', data: RELATIONSHIPS },
    { path: 'word/document.xml', data: wordXml('document', `<w:body>${body}</w:body>`) },
    {
      path: 'word/_rels/document.xml.rels',
      data: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    },
    ...(picture === undefined ? [] : [{ path: 'word/media/picture.png', data: picture }]),
    ...kinds.map(kind => ({ path: `word/${kind}.xml`, data: wordXml(ROOTS[kind] ?? kind, parts[kind] ?? '') })),
  ])
}

const ROOTS: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' }

const wordXml = (root: string, inside: string): string =>
  `<?xml version="1.0"?><w:${root} ${NAMESPACES}>${inside}</w:${root}>`

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`
