import type { Call } from './call.ts'
import type { ChosenForm } from './chosen-form.ts'
import { type Finding, finding } from './finding.ts'
import { makeProblem } from './problem-text.ts'

const FORMATS: Readonly<Record<string, string>> = {
  docx: 'Word（docx）',
  doc: 'Word（doc）',
  wps: 'WPS',
  pdf: 'PDF',
  zip: 'zip压缩包',
}

/** What the documents are short of. A file that couldn't be read may be our fault: a person looks at it. */
export function documentFindings(chosen: ChosenForm, call: Call, onlyLink: boolean): Finding[] {
  const formats = call.formats.map(kind => FORMATS[kind] ?? kind).join('、')
  switch (chosen.kind) {
    case 'filled':
      return []
    case 'several':
      return [
        finding('fixable', makeProblem('file.several', { seen: chosen.documents.map(({ name }) => name).join('；') })),
      ]
    case 'unreadable':
      return [finding('person', makeProblem('file.unreadable', { seen: chosen.document.name, detail: chosen.why }))]
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
      return [
        finding(
          'fixable',
          makeProblem('form.absent', { seen: chosen.document.name, expected: call.form.titles[0] ?? call.title }),
        ),
      ]
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
