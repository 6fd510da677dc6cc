import type { Call } from '../call/call.ts'
import type { DocumentKind } from '../document/document.ts'
import { bearsNameOf } from '../judge/assigned.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { isGarbled, isNamelessFile } from '../naming/destroyed.ts'
import { isMeantForCall, mayConcern } from '../naming/meant-for-call.ts'
import { hasWords } from '../naming/read-name.ts'
import { simplify } from '../naming/traditional.ts'
import { applyingIn } from '../words/applying.ts'
import { answersUs } from './answers-us.ts'
import type { Preview, PreviewPart } from './message.ts'

/** Documents, archives, whole mails, and the names under which Outlook and QQ hand on what they could not. */
const DOCUMENT_NAME =
  /\.(?:doc[xm]?|dot[xm]?|wpt|wps|pdf|zip|rar|7z|tar|t?gz|odt|fodt|ott|rtf|ofd|uot|uof|pages|xml|mht|mhtml|eml|msg|p7m|rpmsg|dat|bin)$/i
/** What surely is none by its type: a mail's own text, media, tables, slides, appointments, keys and signatures, a report on another mail. */
const OTHER_TYPE =
  /^(?:(?:text|image|audio|video|font|model)\/|message\/(?:delivery-status|disposition-notification|feedback-report|headers|rfc822-headers)$|application\/(?:(?:vnd\.)?(?:x-)?(?:ms-?)?(?:excel|powerpoint)|vnd\.openxmlformats-officedocument\.(?:spreadsheetml|presentationml)|vnd\.oasis\.opendocument\.(?:spreadsheet|presentation|graphics)|(?:x-)?pkcs7-signature|pgp-|ics$|calendar|vnd\.apple\.mobileconfig|json|javascript|applefile$))/
/** A document's type where the rest of its family is none. */
const DOCUMENT_TYPE = /^text\/(?:pdf|rtf|richtext|xml)$/

/**
 * Whether a message is worth downloading: subject or a file name that may be meant for a call, any part that may be a document, an answer
 * to one of our mails.
 */
export const mayBeApplication = ({ subject, parts, headers }: Preview, calls: readonly Call[]): boolean =>
  answersUs({ headers }) ||
  parts.some(part => mayBeDocument(part) || mayBeDeliverable(part, subject ?? '', calls)) ||
  [subject ?? '', ...parts.map(({ name }) => name)].some(text => calls.some(call => mayConcern(text, call))) ||
  namesApplicant(subject ?? '', calls) ||
  calls.some(call => !hasWords('subject', call) && isMeantForCall(subject ?? '', call))

/** A table, slides or photos where a call asks for them, or that are called so; a picture that a client numbered is none of these. */
const mayBeDeliverable = ({ name, attached }: PreviewPart, subject: string, calls: readonly Call[]): boolean => {
  const ending = ENDINGS[/\.([a-z0-9]{1,5})\s*$/i.exec(name.slice(-12))?.[1]?.toLowerCase() ?? '']
  return (
    ending !== undefined &&
    (ending !== 'image' || (attached && !NUMBERED.test(name))) &&
    calls.some(({ deliverables }) =>
      deliverables.some(
        one =>
          one.formats.includes(ending) &&
          (ending !== 'image' || one.required || bearsNameOf(one, name) || bearsNameOf(one, subject)),
      ),
    )
  )
}

const ENDINGS: Readonly<Record<string, DocumentKind>> = {
  xlsx: 'xlsx',
  xls: 'xlsx',
  et: 'xlsx',
  xlsm: 'xlsx',
  pptx: 'pptx',
  ppt: 'pptx',
  dps: 'pptx',
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
}

const NUMBERED = /^(?:image|logo|outlook-?)[-_]?\d*\.[a-z]{3,4}$/i

/** A name that says nothing about what was attached is nobody's fault: the content must tell. */
function mayBeDocument({ name, type, attached }: PreviewPart): boolean {
  const written = name.slice(0, 1000).trim()
  if (DOCUMENT_NAME.test(written)) return true
  if (attached && (written === '' || isGarbled(written) || isNamelessFile(written))) return true
  return DOCUMENT_TYPE.test(type) || !OTHER_TYPE.test(type)
}

/** What people write over a mail that takes back or declines. */
const ENDS = ['撤回', '撤销', '不申报', '作废', '不参加', '放弃']
const OF_APPLYING = ['支部', '申报']
const words = ({ nouns }: Call): readonly string[] => [...OF_APPLYING, ...applyingIn(nouns)]

/** A subject that names an applicant of the roster, or takes something back that may be an application. */
function namesApplicant(subject: string, calls: readonly Call[]): boolean {
  if (subject.trim() === '') return false
  const text = simplify(subject.slice(0, 1000))
  const says = (all: readonly string[]) => all.some(word => text.includes(word))
  if (says(ENDS) && calls.some(call => says(words(call)))) return true
  return calls.some(call => branchesIn(subject, call).length > 0)
}
