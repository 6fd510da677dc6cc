/**
 * `npm run measure:forms -- --family L --count 200 --seed 1 --formats blocks,docx,doc,pdf`: draws forms, reads and judges them with
 * the shipped call, and prints what was read right. `--show SEED` draws one, writes its files and prints what was meant and read.
 * doc and PDF need LibreOffice Writer; `blocks` does without files and is the fastest.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { drawForm, FAMILIES, type Family, isFamily } from './families.ts'
import { isFormat, readForms } from './forms-read.ts'
import { emptyTally, reportLines, tallied } from './report.ts'
import { showLines } from './show.ts'
import { judgedForm } from './verdict.ts'

const { values } = parseArgs({
  options: {
    family: { type: 'string', default: Object.keys(FAMILIES).join(',') },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    formats: { type: 'string', default: 'docx' },
    show: { type: 'string' },
    out: { type: 'string', default: '.' },
  },
})

const families = listed(values.family, isFamily, 'family')
const formats = listed(values.formats, isFormat, 'format')

if (values.show === undefined) for (const family of families) await measure(family)
else for (const family of families) await show(family, Number(values.show))

function listed<Name extends string>(text: string, is: (name: string) => name is Name, what: string): Name[] {
  return text.split(',').map(name => {
    if (is(name)) return name
    throw new Error(`no ${what} is called ${name}`)
  })
}

async function measure(family: Family): Promise<void> {
  const seeds = Array.from({ length: Number(values.count) }, (_, index) => Number(values.seed) + index)
  const forms = seeds.map(seed => drawForm(family, seed))
  for (const format of formats) {
    const tally = emptyTally()
    const begun = performance.now()
    for await (const { index, decision } of readForms(forms, format)) {
      const drawn = forms[index]
      if (drawn !== undefined) tallied(tally, seeds[index] ?? 0, judgedForm(drawn, decision))
    }
    print([
      `\n${family} (${FAMILIES[family].told}), ${format}: ${seeds.length} forms, seeds from ${seeds[0]}, ${Math.round(performance.now() - begun)} ms`,
      ...reportLines(tally),
    ])
  }
}

async function show(family: Family, seed: number): Promise<void> {
  const drawn = drawForm(family, seed)
  for (const format of formats)
    for await (const { decision, bytes } of readForms([drawn], format)) {
      const path = `${values.out}/${family}-${seed}.${format}`
      if (bytes !== null) writeFileSync(path, bytes)
      print([
        `\n${family} ${seed}: ${drawn.told}; ${bytes === null ? 'no file' : path}`,
        ...showLines(drawn, judgedForm(drawn, decision)),
      ])
    }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
