import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type WrittenFormat = 'doc' | 'pdf' | 'docx'

const FILTERS: Readonly<Record<WrittenFormat, string>> = {
  doc: 'doc:MS Word 97',
  pdf: 'pdf',
  docx: 'docx:MS Word 2007 XML',
}
/** So many files a call: LibreOffice takes longer to start than to convert. */
const BATCH = 100

/** What LibreOffice Writer makes of documents (docx, or HTML), in their order; null where it gave none. */
export function converted(
  sources: readonly Buffer[],
  ending: 'docx' | 'html',
  format: WrittenFormat,
): (Buffer | null)[] {
  const work = mkdtempSync(join(tmpdir(), 'lots-'))
  try {
    return Array.from({ length: Math.ceil(sources.length / BATCH) }, (_, batch) =>
      convertBatch(sources.slice(batch * BATCH, (batch + 1) * BATCH), {
        work: join(work, String(batch)),
        ending,
        format,
      }),
    ).flat()
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

type Batch = { readonly work: string; readonly ending: string; readonly format: WrittenFormat }

function convertBatch(sources: readonly Buffer[], { work, ending, format }: Batch): (Buffer | null)[] {
  const made = join(work, 'made')
  mkdirSync(made, { recursive: true })
  const paths = sources.map((bytes, index) => {
    const path = join(work, `${index}.${ending}`)
    writeFileSync(path, bytes)
    return path
  })
  const reader = ending === 'html' ? ['--infilter=HTML (StarWriter)'] : []
  const options = [
    `-env:UserInstallation=file://${join(tmpdir(), 'lots-profile')}`,
    '--headless',
    ...reader,
    '--convert-to',
    FILTERS[format],
  ]
  execFileSync('soffice', [...options, '--outdir', made, ...paths], { stdio: 'ignore' })
  return sources.map((_, index) => fileOrNull(join(made, `${index}.${format}`)))
}

function fileOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
