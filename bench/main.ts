/**
 * Measures what docs/performance.md tells of, and prints it as a table. The servers are private ones on loopback; `perMinute` and the caps
 * of replies are set out of the way.
 *
 *   npm run bench -- [--runs 3] [backlog growth startup …]
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { makeBundle } from '../bundle/make-bundle.ts'
import { type Measurement, type Row, say } from './measurement.ts'
import { endSeeded } from './seeded.ts'

const MEASUREMENTS: Readonly<Record<string, () => Promise<Measurement>>> = {
  backlog: async () => (await import('./backlog.ts')).measureBacklog,
  delivery: async () => (await import('./delivery.ts')).measureDelivery,
  memory: async () => (await import('./memory.ts')).measureMemory,
  folder: async () => (await import('./folder.ts')).measureFolder,
  'first-look': async () => (await import('./first-look.ts')).measureFirstLook,
  growth: async () => (await import('./growth.ts')).measureGrowth,
  papers: async () => (await import('./papers.ts')).measurePapers,
  scans: async () => (await import('./scans.ts')).measureScans,
  startup: async () => (await import('./startup.ts')).measureStartup,
}

const { values, positionals } = parseArgs({ options: { runs: { type: 'string' } }, allowPositionals: true })
const runs = Number(values.runs ?? 3)
const wanted = positionals.length > 0 ? positionals : Object.keys(MEASUREMENTS)

const rows: Row[] = []
await makeBundle()
try {
  for (const name of wanted) {
    const load = MEASUREMENTS[name]
    if (load === undefined) throw new Error(`${name}: there are ${Object.keys(MEASUREMENTS).join(', ')}`)
    say(`${name}, ${runs} runs`)
    rows.push(...(await (await load())(runs)))
  }
} finally {
  await endSeeded()
}
const met = { true: '✓', false: '✗', null: '' }
const lines = rows.map(row => `| ${row.what} | ${row.target} | ${row.measured} | ${met[`${row.met}`]} |`)
const [processor] = cpus()
process.stdout.write(
  [
    `${cpus().length} cores (${processor?.model.trim()}), Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the end, medians of ${runs} runs`,
    '',
    '| what | target | measured | met |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n'),
)
