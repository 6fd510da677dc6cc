import type { Decision } from '../../../src/core/judge/decision.ts'
import { asDocx } from './as-docx.ts'
import { converted } from './convert.ts'
import type { Drawn } from './families.ts'
import { judgeForm, properName } from './judged.ts'
import { readDocument, unwritten } from './read.ts'

/** `blocks`: without a file; `docx`: as the docx package writes it; `writer`: as LibreOffice writes that anew. */
export type Format = 'blocks' | 'docx' | 'writer' | 'doc' | 'pdf'
const FORMATS: readonly Format[] = ['blocks', 'docx', 'writer', 'doc', 'pdf']
export const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name)

export type ReadForm = { readonly index: number; readonly decision: Decision; readonly bytes: Buffer | null }

/** Writes forms in a format, reads and judges each. */
export async function* readForms(forms: readonly Drawn[], format: Format): AsyncGenerator<ReadForm> {
  const files = format === 'blocks' ? null : await written(forms, format)
  for (const [index, { pieces, answers }] of forms.entries()) {
    const name = `${properName(answers.branch)}.${format === 'doc' || format === 'pdf' ? format : 'docx'}`
    const bytes = files?.[index] ?? null
    const document = bytes === null ? unwritten(name, pieces) : await readDocument(name, bytes)
    yield { index, decision: judgeForm(answers.branch, document), bytes }
  }
}

async function written(forms: readonly Drawn[], format: Exclude<Format, 'blocks'>): Promise<Buffer[]> {
  const files: Buffer[] = []
  for (const { pieces } of forms) files.push(await asDocx(pieces))
  if (format === 'docx') return files
  return converted(files, 'docx', format === 'writer' ? 'docx' : format).map((bytes, index) => {
    if (bytes === null) throw new Error(`LibreOffice made nothing of form ${index}`)
    return bytes
  })
}
