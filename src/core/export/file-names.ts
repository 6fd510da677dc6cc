import type { Call } from '../call/call.ts'
import { templateOf } from '../call/name-rule.ts'
import type { DocumentKind } from '../document/document.ts'
import { valuesOf } from '../judge/findings/naming-findings.ts'
import { expectedFileName } from '../naming/expected.ts'

const LONGEST = 80
/** What Windows, macOS or Linux take for something else in a name, and what nobody sees. */
const UNFIT = /[\\/:*?"<>|]|\p{C}/gu

/** A name of the operator's (from roster or template) as one segment of a path. */
const pathSegment = (name: string): string =>
  [...name.toWellFormed().replace(UNFIT, '_')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '') || '_'

const EXTENSIONS: Partial<Readonly<Record<DocumentKind, string>>> = { image: 'bin', other: 'bin' }

/** By what the file is, never by what its sender called it. */
export const extensionOf = (kind: DocumentKind | undefined): string =>
  kind === undefined ? 'bin' : (EXTENSIONS[kind] ?? kind)

const PICTURE = /\.(jpe?g|png|bmp|gif|tiff?|heic|webp)$/i

/** The same, where a picture keeps the ending that tells which it is: people are to open it. */
export const extensionToOpen = (kind: DocumentKind | undefined, name: string): string =>
  (kind === 'image' ? PICTURE.exec(name)?.[1]?.toLowerCase() : undefined) ?? extensionOf(kind)

export const branchFolder = (call: Call, branch: string | null): string =>
  branch !== null && call.roster.some(({ name }) => name === branch) ? pathSegment(branch) : '名册外支部'

/** The right name of a form, whatever it came as. */
export const formFile = (call: Call, branch: string, kind: DocumentKind): string => {
  const extension = extensionOf(kind)
  const template = templateOf(call.naming.file) ?? `${call.form.title}-{shown}`
  return `${pathSegment(expectedFileName(template, valuesOf({ call, branch }), extension).slice(0, -extension.length - 1))}.${extension}`
}

/** How an applicant's archive is called: its number first, so that they lie in its order. */
export const expectedCaseName = (number: string, applicant: string): string => pathSegment(`${number}-${applicant}`)
