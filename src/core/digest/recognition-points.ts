import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { plainText } from '../document/document.ts'
import type { RecognisedDocument } from '../document/scanned-document.ts'
import { type RecognisedForm, readRecognised, recognisedLines } from '../form/recognised-form.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { clean } from '../text/quote.ts'
import type { Point } from './facts.ts'

/** Of a scan that is no form of the call so many lines show what it is. */
const LINES_SHOWN = 5

/** What recognition read of a case's scans, for the person who decides it: nothing was decided by it. */
export const recognitionPoints = (
  scans: readonly RecognisedDocument[],
  call: Call | null,
  isNamed: boolean,
): readonly Point[] => scans.flatMap(scan => pointsOf(scan, call, isNamed)).map(point => ({ ...point, label: '识别' }))

function pointsOf({ recognition }: RecognisedDocument, call: Call | null, isNamed: boolean): readonly Point[] {
  if (recognition.state === 'waiting')
    return [{ reason: '扫描件尚未经系统识别，不必等待，可先打开附件核对；识别后在此列出结果', evidence: [] }]
  if (recognition.state === 'failed') return [{ reason: '扫描件未能识别，请打开附件核对', evidence: [] }]
  const reason = `扫描件识别结果，供参考（可信度${Math.round(recognition.likely * 100)}%）`
  const form = call === null ? null : readRecognised(recognition.content, call)
  if (form === null || call === null) return [{ reason, evidence: firstLines(plainText(recognition.content.blocks)) }]
  return [...suggestedBranch(form, call, isNamed), { reason, evidence: recognisedLines(form) }]
}

const firstLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, LINES_SHOWN)
    .map(line => clean(line, 80))

/** Recognition names no applicant: whom it read is for a person to check; of a roster only who stands in it. */
function suggestedBranch({ form }: RecognisedForm, call: Call | null, isNamed: boolean): readonly Point[] {
  if (isNamed || call === null) return []
  const read = form.values[applicantField(call.applicant, call.form.fields)] ?? form.branchName ?? ''
  const names = call.applicant.inRoster
    ? branchesIn(read, call).map(({ name }) => name)
    : [clean(read, 80)].filter(name => name !== '')
  return names.length === 0
    ? []
    : [{ reason: `扫描件上的${call.nouns.applicant}名称识别为${names.join('、')}，请核对后登记`, evidence: [] }]
}
