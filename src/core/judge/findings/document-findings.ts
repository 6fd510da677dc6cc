import type { Call } from '../../call/call.ts'
import { formFormats, formOf } from '../../call/deliverable.ts'
import { worded } from '../../call/nouns.ts'
import { dateText } from '../../dates/date-text.ts'
import { type Document, type DocumentKind, isClutter } from '../../document/document.ts'
import { isNamelessFile } from '../../naming/destroyed.ts'
import type { ChosenForm } from '../chosen-form.ts'
import { areOfDoubtfulApplicants } from '../claims.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import { type InsteadOfForm, makeProblem, type ProblemFacts, type WhyNotRead } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

const OTHERS: Readonly<Record<string, string>> = { wps: 'WPS', pdf: 'PDF', image: '图片', zip: 'zip压缩包' }

/** Of the form; in a call without one, of the papers that it requires. */
const formatsOf = ({ deliverables }: Call) =>
  formOf(deliverables) === null
    ? [...new Set(deliverables.flatMap(one => (one.required ? one.formats : []))), 'zip' as const]
    : formFormats(deliverables)

/** «Word（docx、doc）、WPS、PDF或zip压缩包». */
function formatsText(call: Call): string {
  const formats = formatsOf(call)
  const word = formats.filter(kind => kind === 'docx' || kind === 'doc')
  const others = formats.flatMap(kind => (kind === 'docx' || kind === 'doc' ? [] : [OTHERS[kind] ?? kind]))
  const names = word.length === 0 ? others : [`Word（${word.join('、')}）`, ...others]
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}或${names.at(-1)}`
}

const INSTEAD: Partial<Readonly<Record<DocumentKind, InsteadOfForm>>> = {
  image: 'image',
  rar: 'archive',
  '7z': 'archive',
  zip: 'archive',
  xlsx: 'sheet',
  pptx: 'sheet',
}
const insteadOf = ({ kind, name }: Document): InsteadOfForm =>
  /\.(?:lnk|url)$/i.test(name) ? 'shortcut' : (INSTEAD[kind] ?? 'text')

/** Each of the files, but for what clients hang on beside others. */
function wrongFormat(documents: readonly Document[], call: Call): Problem {
  const sent = documents.filter(one => !isClutter(one))
  const told = sent.length > 0 ? sent : documents
  const kinds = new Set(told.map(insteadOf))
  const [detail = 'text', ...others] = kinds
  return makeProblem(
    'file.format',
    {
      seen: told.map(({ name }) => name || '（文件名缺失）').join('；'),
      expected: formatsText(call),
      ...(!formatsOf(call).includes('docx') ? { detail: 'asked' } : others.length === 0 ? { detail } : {}),
    },
    call.nouns,
  )
}

const missing = (call: Call, isLinked: boolean): Problem =>
  makeProblem(
    isLinked ? 'file.link' : 'file.missing',
    { expected: worded(`{form}附件，可为${formatsText(call)}`, call.nouns) },
    call.nouns,
  )

/** What the documents are short of. A file that couldn't be read may be our fault: a person looks at it. `isLinked`: a link came. */
export function documentFindings(chosen: ChosenForm, call: Call, isLinked: boolean): Finding[] {
  const say = (gravity: Finding['gravity'], code: ProblemCode, facts: ProblemFacts) => [
    finding(gravity, makeProblem(code, facts, call.nouns)),
  ]
  switch (chosen.kind) {
    case 'filled':
      return []
    case 'several':
      // That somebody sent two is not known.
      if (areOfDoubtfulApplicants(chosen, call)) return []
      return say('fixable', 'file.several', { seen: chosen.documents.map(({ name }) => name).join('；') })
    case 'unreadable':
      return say('person', 'file.unreadable', { seen: chosen.document.name, detail: whyNotRead(chosen) })
    case 'unread':
      return say('person', 'file.unreadable', { seen: chosen.document.name, detail: 'unrecognised' })
    case 'outdated':
      return say('fixable', 'form.outdated', { seen: dateText(chosen.cycle), expected: cycleText(call) })
    case 'blank':
      return say('fixable', 'form.blank', { seen: chosen.document.name })
    case 'absent':
      return say('fixable', 'form.absent', { seen: chosen.document.name, expected: call.form.title })
    case 'format':
      return [finding('fixable', wrongFormat(chosen.documents, call))]
    case 'none':
      return [finding('fixable', missing(call, isLinked))]
    default:
      return chosen satisfies never
  }
}

/** What a mail program locks up it gives a name of its own. */
const whyNotRead = ({ document: { name, kind }, why }: ChosenForm & { readonly kind: 'unreadable' }): WhyNotRead =>
  why === 'encrypted' && kind === 'other' && isNamelessFile(name) ? 'encrypted-mail' : why

const cycleText = ({ cycle }: Call): string | null => (cycle === null ? null : dateText(`${cycle.from}/${cycle.to}`))
