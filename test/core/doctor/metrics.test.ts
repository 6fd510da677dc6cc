import { expect, it } from 'vitest'
import type { HealthFacts } from '../../../src/core/doctor/health-facts.ts'
import { metricsText } from '../../../src/core/doctor/metrics.ts'

const NOW = new Date('2024-05-15T01:10:00Z')
const SINCE = new Date('2024-05-15T01:00:00Z')
const FACTS: HealthFacts = {
  sweptAt: new Date('2024-05-15T01:09:30Z'),
  dueBy: new Date('2024-05-15T01:12:30Z'),
  troubles: [{ server: 'smtp', kind: 'unreachable', since: SINCE, words: 'it said "no"\\\nand hung up' }],
  outbox: { due: 23, oldestDue: SINCE, delayedSince: SINCE, failed: 2, lastError: null },
  folders: [{ path: 'INBOX', onServer: 12, unaccounted: 0, countedAt: SINCE }],
  refusedFolders: [],
  oldestUnjudged: null,
  setAside: 1,
}
const text = metricsText(
  { mailbox: 'jxdw@dlut.edu.cn', version: '0.1.0', facts: FACTS, memory: 90_000_000, diskFree: null },
  NOW,
)

it('tells whoever watches many services ages, counts, last errors and memory of each', () => {
  for (const line of [
    'shenbao_healthy{mailbox="jxdw@dlut.edu.cn"} 1',
    'shenbao_info{mailbox="jxdw@dlut.edu.cn",version="0.1.0"} 1',
    'shenbao_last_sweep_age_seconds{mailbox="jxdw@dlut.edu.cn"} 30',
    'shenbao_mail_due{mailbox="jxdw@dlut.edu.cn"} 23',
    'shenbao_mail_delayed_seconds{mailbox="jxdw@dlut.edu.cn"} 600',
    'shenbao_server_trouble_seconds{mailbox="jxdw@dlut.edu.cn",server="smtp",kind="unreachable",words="it said \\"no\\"\\\\\\nand hung up"} 600',
    'shenbao_folder_counted_age_seconds{mailbox="jxdw@dlut.edu.cn",folder="INBOX"} 600',
    'shenbao_resident_memory_bytes{mailbox="jxdw@dlut.edu.cn"} 90000000',
  ])
    expect(text.split('\n')).toContain(line)
})

it('is in the text format of Prometheus: each sample behind its own HELP and TYPE, what is not known left out', () => {
  expect(text).not.toContain('disk_free')
  const families = text.split(/^# HELP /m).slice(1)
  expect(families.length).toBeGreaterThan(12)
  for (const family of families) {
    const [name = ''] = family.split(' ')
    expect(family).toMatch(
      new RegExp(`^${name} [^\\n]+\\n# TYPE ${name} gauge\\n(?:${name}\\{[^\\n]*\\} [\\d.]+\\n)+$`),
    )
  }
})
