import type { Applicant } from '../call/applicant.ts'
import type { Call } from '../call/call.ts'
import { templateOf } from '../call/name-rule.ts'
import type { Nouns } from '../call/nouns.ts'
import type { DocumentKind } from '../document/document.ts'
import { applicantOf, type Decision } from '../judge/decision.ts'
import { targetOf, valuesOf } from '../judge/findings/naming-findings.ts'
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
const extensionOf = (kind: DocumentKind | undefined): string =>
  kind === undefined ? 'bin' : (EXTENSIONS[kind] ?? kind)

const KNOWN_ENDING = /\.(docx?|wps|pdf|xlsx?|pptx?|zip)$/i
const PICTURE = /\.(jpe?g|png|bmp|gif|tiff?|heic|webp)$/i

/** The same for people to open: a picture keeps the ending that tells which it is, and what was not looked at the one it bears. */
export function extensionToOpen(kind: DocumentKind | undefined, name: string): string {
  const endings = kind === 'image' ? PICTURE : kind === undefined ? KNOWN_ENDING : null
  return endings?.exec(name)?.[1]?.toLowerCase() ?? extensionOf(kind)
}

type Whose = { readonly applicant: Applicant | null; readonly root: string | null; readonly number: string | null }

/** Whom the roster lists by name; whoever is in none by 受理编号 and name, for two may share one. */
export function applicantFolder({ applicant: { inRoster }, nouns }: Call, { applicant, root, number }: Whose): string {
  if (applicant === null) return inRoster ? outsideRoster(nouns) : `${nouns.applicant}不明`
  if (root !== null) return pathSegment(applicant.shown)
  if (inRoster) return outsideRoster(nouns)
  return pathSegment(number === null ? applicant.shown : `${number}-${applicant.shown}`)
}

const outsideRoster = ({ applicant }: Nouns): string => `名册外${applicant}`

/** The right name of a form, whatever it came as. */
export const formFile = (call: Call, decision: Decided, kind: DocumentKind): string => {
  const extension = extensionOf(kind)
  const template = templateOf(call.naming.file) ?? `${call.form.title}-{shown}`
  const values = valuesOf(targetOf(call, decision))
  const shown = applicantOf(decision)?.shown ?? values.shown
  const name = expectedFileName(template, { ...values, shown }, extension)
  return `${pathSegment(name.slice(0, -extension.length - 1))}.${extension}`
}

type Decided = Pick<Decision, 'applicant' | 'branch' | 'form' | 'naming'>

/** How an applicant's archive is called: its number first, so that they lie in its order. */
export const expectedCaseName = (number: string, applicant: string): string => pathSegment(`${number}-${applicant}`)
