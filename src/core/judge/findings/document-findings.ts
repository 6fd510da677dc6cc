import type { Call } from '../../call/call.ts'
import type { ChosenForm } from '../chosen-form.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

const OTHERS: Readonly<Record<string, string>> = { wps: 'WPS', pdf: 'PDF', zip: 'zip压缩包' }

/** «Word（docx、doc）、WPS、PDF或zip压缩包». */
function formatsText({ formats }: Call): string {
  const word = formats.filter(kind => kind === 'docx' || kind === 'doc')
  const others = formats.flatMap(kind => (kind === 'docx' || kind === 'doc' ? [] : [OTHERS[kind] ?? kind]))
  const names = word.length === 0 ? others : [`Word（${word.join('、')}）`, ...others]
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}或${names.at(-1)}`
}

/** What the documents are short of. A file that couldn't be read may be our fault: a person looks at it. */
export function documentFindings(chosen: ChosenForm, call: Call, onlyLink: boolean): Finding[] {
  const formats = formatsText(call)
  switch (chosen.kind) {
    case 'filled':
      return []
    case 'several':
      return [
        finding('fixable', makeProblem('file.several', { seen: chosen.documents.map(({ name }) => name).join('；') })),
      ]
    case 'unreadable':
      return [finding('person', makeProblem('file.unreadable', { seen: chosen.document.name, detail: chosen.why }))]
    case 'unread':
      return [finding('person', makeProblem('file.unreadable', { seen: chosen.document.name, detail: 'undecodable' }))]
    case 'outdated':
      return [
        finding(
          'fixable',
          makeProblem('form.outdated', { seen: chosen.cycle, expected: `${call.cycle.from}至${call.cycle.to}` }),
        ),
      ]
    case 'blank':
      return [finding('fixable', makeProblem('form.blank', { seen: chosen.document.name }))]
    case 'absent':
      return [finding('fixable', makeProblem('form.absent', { seen: chosen.document.name, expected: call.form.title }))]
    case 'format':
      return [finding('fixable', makeProblem('file.format', { seen: chosen.document.name, expected: formats }))]
    case 'none':
      return [
        finding(
          'fixable',
          makeProblem(onlyLink ? 'file.link' : 'file.missing', { expected: `申报书附件，可为${formats}` }),
        ),
      ]
    default:
      return chosen satisfies never
  }
}
