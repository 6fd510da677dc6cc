/**
 * `npm run fixtures:forms`: writes test/fixtures/forms anew. Needs LibreOffice Writer and the font Noto Serif CJK (Debian:
 * libreoffice-writer, fonts-noto-cjk); the tests need neither, for the results are committed.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankForm, filledAnswers, formDocx } from '../form-docx.ts'
import { FILLED_B } from './answers-b.ts'
import { FILLED_C } from './answers-c.ts'
import { FILLED_D } from './answers-d.ts'
import { pack } from './docx-parts.ts'
import { BLANK_B, layoutB } from './layout-b.ts'
import { BLANK_C, layoutC } from './layout-c.ts'
import { BLANK_D, FOOT_D, layoutD } from './layout-d.ts'
import { mixedForm } from './layout-mixed.ts'
import { anotherForm, noticePage } from './not-the-form.ts'
import { trapsDocx } from './traps.ts'

const FORMS: Readonly<Record<string, () => Promise<Buffer>>> = {
  a: () => formDocx(filledAnswers()),
  'a-blank': blankForm,
  'a-outdated': () => formDocx(filledAnswers({ cycle: '2022年5月至2024年5月' })),
  b: () => pack(layoutB(FILLED_B)),
  'b-pictured': () => pack(layoutB(FILLED_B, true)),
  'b-blank': () => pack(layoutB(BLANK_B)),
  c: () => pack(layoutC(FILLED_C)),
  'c-blank': () => pack(layoutC(BLANK_C)),
  d: () => pack(layoutD(FILLED_D), FOOT_D),
  'd-blank': () => pack(layoutD(BLANK_D), FOOT_D),
  mixed: () => pack(mixedForm()),
  notice: () => pack(noticePage()),
  'another-form': () => pack(anotherForm()),
  traps: async () => trapsDocx(),
}

/** What LibreOffice makes of the docx of our own writer: the file's ending here, and the filter. */
const CONVERSIONS = [
  ['doc', 'doc:MS Word 97'],
  ['pdf', 'pdf'],
  ['libreoffice.docx', 'docx:MS Word 2007 XML'],
] as const

const HERE = join(import.meta.dirname, '../../fixtures/forms')

function convert(sources: readonly string[], filter: string, folder: string): void {
  const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter]
  execFileSync('soffice', [...options, '--outdir', folder, ...sources], { stdio: 'ignore' })
}

const work = mkdtempSync(join(tmpdir(), 'forms-'))
try {
  mkdirSync(HERE, { recursive: true })
  const sources = join(work, 'sources')
  mkdirSync(sources)
  for (const [name, make] of Object.entries(FORMS)) {
    writeFileSync(join(sources, `${name}.docx`), await make())
    copyFileSync(join(sources, `${name}.docx`), join(HERE, `${name}.docx`))
  }
  const paths = Object.keys(FORMS).map(name => join(sources, `${name}.docx`))
  for (const [ending, filter] of CONVERSIONS) {
    convert(paths, filter, work)
    const made = ending.slice(ending.lastIndexOf('.') + 1)
    for (const name of Object.keys(FORMS)) copyFileSync(join(work, `${name}.${made}`), join(HERE, `${name}.${ending}`))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
