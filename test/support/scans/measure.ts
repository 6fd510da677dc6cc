/** How well scans of the fixtures' forms are read, field by field, against the same forms as typed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Scanning, scanPages } from './make-scan.ts'
import { recogniseForMeasure } from './recognise.ts'
import { scoreOf } from './score.ts'

const FORMS = join(import.meta.dirname, '../../fixtures/forms')
const WAYS: Readonly<Record<string, Scanning>> = {
  '150 dpi, clean': { dpi: 150 },
  '200 dpi, clean': { dpi: 200 },
  '100 dpi, clean': { dpi: 100 },
  '110 dpi, grey, JPEG 40': { dpi: 110, grey: true, quality: 40 },
  '150 dpi, JPEG 40': { dpi: 150, quality: 40 },
  '150 dpi, turned 1.5°, seal': { dpi: 150, turn: 1.5, seal: true },
  '150 dpi, grey seal, turned -2°': { dpi: 150, turn: -2, seal: true, grey: true },
  'turned -4°': { dpi: 150, turn: -4 },
  'turned 8°': { dpi: 150, turn: 8 },
  'photo, leaning, shadow': { dpi: 170, lean: 0.08, turn: 1, shadow: true },
  'turned 90°': { dpi: 150, turn: 0 },
}
const say = (line: string) => process.stdout.write(`${line}\n`)
const [only = '', layouts = 'a,b,c,mixed'] = process.argv.slice(2)
for (const [name, scanning] of Object.entries(WAYS)) {
  if (!name.includes(only)) continue
  const scores = []
  const began = performance.now()
  let pages = 0
  for (const layout of layouts.split(',')) {
    const pdf = readFileSync(join(FORMS, `${layout}.pdf`))
    const scans = await scanPages(pdf, scanning)
    pages += scans.length
    const { typed, scanned } = await recogniseForMeasure(pdf, scans)
    scores.push({ layout, ...scoreOf(typed, scanned) })
  }
  const right = scores.reduce((sum, one) => sum + one.right, 0)
  const all = scores.reduce((sum, one) => sum + one.expected + one.read, 0)
  say(
    `${name}: F1 ${((2 * right) / all).toFixed(3)}  ${scores.map(one => `${one.layout} ${((2 * one.right) / (one.expected + one.read)).toFixed(3)}`).join(', ')}  ${((performance.now() - began) / pages / 1000).toFixed(1)} s a page`,
  )
  for (const { layout, wrong } of scores) for (const line of wrong.slice(0, 12)) say(`   ${layout}: ${line}`)
}
