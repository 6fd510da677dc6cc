import { judgeHealth, waitingMail } from './health.ts'
import type { HealthFacts } from './health-facts.ts'

/** What a watcher of many services wants to know of one; `memory` in bytes. */
type Measured = {
  readonly mailbox: string
  readonly version: string
  readonly facts: HealthFacts
  readonly memory: number
  readonly diskFree: number | null
}

type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number | null }
type Metric = { readonly name: string; readonly help: string; readonly samples: readonly Sample[] }

/** In the text format of Prometheus (exposition format 0.0.4), as node_exporter's textfile collector reads it. */
export const metricsText = (measured: Measured, now: Date): string =>
  metricsOf(measured, now)
    .map(metric => metricLines(metric, measured.mailbox))
    .join('')

const metricsOf = ({ facts, version, memory, diskFree }: Measured, now: Date): readonly Metric[] => [
  one('healthy', 'Whether shenbao health says so', judgeHealth(facts, now).verdict === null ? 1 : 0),
  { name: 'info', help: 'The program', samples: [{ labels: { version }, value: 1 }] },
  one('written_timestamp_seconds', 'When this was written: it is old where the worker is dead', seconds(now)),
  one('last_sweep_timestamp_seconds', 'The end of the last completed sweep', seconds(facts.sweptAt)),
  one('last_sweep_age_seconds', 'Its age', age(facts.sweptAt, now)),
  one('oldest_unjudged_age_seconds', 'Age of the oldest message not judged yet', age(facts.oldestUnjudged, now) ?? 0),
  one('set_aside_messages', 'Messages set aside for a person', facts.setAside),
  ...mailMetrics(facts, now),
  ...serverMetrics(facts, now),
  one('resident_memory_bytes', 'Memory of the worker', memory),
  one('disk_free_bytes', 'Free on the data volume', diskFree),
]

const mailMetrics = (facts: HealthFacts, now: Date): readonly Metric[] => [
  one('mail_due', 'Mail that waits to be sent', facts.outbox.due),
  one('mail_failed', 'Mail that failed for good', facts.outbox.failed),
  one('mail_due_oldest_age_seconds', 'Age of the oldest mail due', age(facts.outbox.oldestDue, now) ?? 0),
  one(
    'mail_delayed_seconds',
    'How long mail waits by a fault of ours or the server',
    age(waitingMail(facts).since, now) ?? 0,
  ),
  said('mail_last_error', 'What was said last of mail that waits', waitingMail(facts).lastError),
]

const serverMetrics = ({ troubles, folders, refusedFolders }: HealthFacts, now: Date): readonly Metric[] => [
  {
    name: 'server_trouble_seconds',
    help: 'How long a server does not do its work, with its words',
    samples: troubles.map(({ server, kind, words, since }) => ({
      labels: { server, kind, words },
      value: age(since, now),
    })),
  },
  each(['folder_messages', 'Messages in a folder when last counted'], folders, ({ onServer }) => onServer),
  each(['folder_unaccounted_messages', 'Of them not accounted for'], folders, ({ unaccounted }) => unaccounted),
  each(['folder_counted_age_seconds', 'Age of that count'], folders, ({ countedAt }) => age(countedAt, now)),
  each(['folder_refused_seconds', 'How long a server opens no such folder'], refusedFolders, one =>
    age(one.since, now),
  ),
]

const one = (name: string, help: string, value: number | null): Metric => ({ name, help, samples: [{ value }] })

const said = (name: string, help: string, words: string | null): Metric => ({
  name,
  help,
  samples: words === null ? [] : [{ labels: { words }, value: 1 }],
})

const each = <Folder extends { readonly path: string }>(
  [name, help]: readonly [name: string, help: string],
  folders: readonly Folder[],
  measure: (folder: Folder) => number | null,
): Metric => ({
  name,
  help,
  samples: folders.map(folder => ({ labels: { folder: folder.path }, value: measure(folder) })),
})

const seconds = (instant: Date | null): number | null => (instant === null ? null : instant.getTime() / 1000)

const age = (since: Date | null, now: Date): number | null =>
  since === null ? null : Math.max(0, (now.getTime() - since.getTime()) / 1000)

function metricLines({ name, help, samples }: Metric, mailbox: string): string {
  const known = samples.filter(({ value }) => value !== null)
  if (known.length === 0) return ''
  const lines = known.map(({ labels = {}, value }) => `shenbao_${name}{${labelText({ mailbox, ...labels })}} ${value}`)
  return [`# HELP shenbao_${name} ${help}`, `# TYPE shenbao_${name} gauge`, ...lines, ''].join('\n')
}

const labelText = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}="${escaped(value)}"`)
    .join(',')

const LONGEST = 300

const escaped = (value: string): string =>
  value.slice(0, LONGEST).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r?\n/g, '\\n')
